import { describe, expect, test } from 'vitest';
import { processView } from '#src/features/governance/process-view.ts';
import type { ProcessStepRow, Seat } from '#src/features/governance/queries.ts';
import { isApplicationDeadline, stepStandings, tallyOf } from '#src/features/governance/rules.ts';
import { type Geography, placesOf, seatWords } from '#src/features/governance/seat-places.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzy, NOT_TOLD, onDay } from '#test/support/fuzzy.ts';

const PERIOD = fuzzy('2025-12-01', '2025-12-22', 'range', '1.12.-22.12');
const DATES = [onDay('2025-11-19'), onDay('2025-12-01'), PERIOD, onDay('2025-12-15'), NOT_TOLD];

describe('where the steps of the process lie', () => {
  test.each([
    ['2025-11-18', ['next', 'ahead', 'ahead', 'ahead', 'undated']],
    ['2025-11-24', ['passed', 'next', 'ahead', 'ahead', 'undated']],
    ['2025-12-01', ['passed', 'ongoing', 'ongoing', 'next', 'undated']],
    ['2025-12-03', ['passed', 'passed', 'ongoing', 'next', 'undated']],
    ['2026-11-22', ['passed', 'passed', 'passed', 'passed', 'undated']],
  ])('%s', (today, standings) => {
    expect(
      stepStandings(
        DATES.map((date) => ({ date })),
        today,
      ),
    ).toEqual(standings);
  });

  test('only the end of the application is a deadline', () => {
    expect(['Ansøgningsfrist', 'Ansøgningsperiode', 'Opslag sendes ud'].map(isApplicationDeadline)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the process in words', () => {
  const view = (dates: readonly FuzzyDate[], today: string) =>
    processView(
      dates.map((date, index) => ({ ...ROW, title: `Trin ${index}`, date })),
      today,
      '2025-11-24',
    );

  test('a step before the newest material is done; a later one has only passed', () => {
    const [told, untold] = view([onDay('2025-11-19'), onDay('2025-12-01')], '2026-11-22');
    expect(told).toMatchObject({ stateWord: 'Gennemført', isUnconfirmed: false });
    expect(untold).toMatchObject({ stateWord: 'Passeret', isUnconfirmed: true });
  });

  test('a step without a date says so and is never the next', () => {
    expect(view([NOT_TOLD], '2025-11-24')[0]).toMatchObject({
      date: 'Uden dato',
      state: 'ahead',
      stateWord: '',
    });
  });

  test('weeks keep their words with the days below; the year stands where it changes', () => {
    const weeks = fuzzy('2026-01-12', '2026-01-25', 'range', 'Uge 3-4');
    const steps = view([onDay('2025-11-19'), PERIOD, weeks], '2025-11-24');
    expect(steps.map(({ date }) => date)).toEqual(['19. nov. 2025', '1.–22. dec.', 'Uge 3–4, 2026']);
    expect(steps[2]?.details).toEqual(['12.–25. jan. 2026']);
  });

  test('while the period runs it is now, and the next step is named beside it', () => {
    const steps = view([PERIOD, onDay('2025-12-15')], '2025-12-03');
    expect(steps.map(({ state, stateWord }) => [state, stateWord])).toEqual([
      ['now', 'I gang'],
      ['ahead', 'Næste skridt'],
    ]);
  });
});

describe('who sits on a seat', () => {
  test.each([
    ['En kommunaldirektør fra hver af de fem KKR-geografier', 'Kommunaldirektør', ''],
    ['En repræsentant fra Kommunaldirektørforeningen (KOMDIR)', 'KOMDIR', 'Kommunaldirektørforeningen'],
    ['To kommunale økonomidirektører', 'Kommunale økonomidirektører', ''],
    ['En repræsentant for KL', 'KL', 'Repræsentant'],
    ['To repræsentanter fra KOMBITs direktion.', 'KOMBITs direktion', 'Repræsentanter'],
    [
      'Minimum en kommunal fagchef/fagdirektør inden for det relevante kommunale forvaltningsområde fra hver KKR-geografier',
      'Kommunal fagchef/fagdirektør',
      '',
    ],
    ['ATP kan være repræsenteret på Udbetaling Danmarks vegne i de Fagråd', 'ATP', ''],
  ])('%s', (words, title, text) => {
    expect(seatWords(words)).toEqual({ title, text });
  });
});

describe('the places of a seat', () => {
  test('one to each KKR, the own one marked', () => {
    const places = placesOf(
      { ...SEAT, title: 'En direktør fra hver af de fem KKR-geografier', count: 5 },
      DENMARK,
    );
    expect(places.map(({ text, isTaken }) => [text, isTaken])).toEqual([
      ['KKR Hovedstaden', false],
      ['KKR Midtjylland', false],
      ['KKR Nordjylland', false],
      ['KKR Sjælland', false],
      ['KKR Syddanmark, jeres KKR', false],
    ]);
  });

  test('an appointed person takes the place of the municipality’s KKR', () => {
    const seat = {
      ...SEAT,
      title: 'En direktør fra hver af de fem KKR-geografier',
      count: 5,
      appointed: ['Anna Prøve'],
      municipalityId: '0101',
    };
    const places = placesOf(seat, DENMARK);
    expect(places[0]).toMatchObject({ text: 'Anna Prøve, København', isTaken: true });
    expect(places.slice(1).map(({ text }) => text)).toEqual([
      'KKR Midtjylland',
      'KKR Nordjylland',
      'KKR Sjælland',
      'KKR Syddanmark, jeres KKR',
    ]);
  });

  test('which KKR the empty places belong to is not guessed', () => {
    const seat = { ...SEAT, title: 'En direktør fra hver KKR', count: 5, appointed: ['Anna Prøve'] };
    expect(placesOf(seat, DENMARK).map(({ text }) => text)).toEqual([
      'Anna Prøve',
      ...Array(4).fill('KKR ikke oplyst'),
    ]);
  });

  test('a seat whose number is not told has no place; an optional one has one that says so', () => {
    expect(placesOf({ ...SEAT, title: 'En forperson fra hvert Fagråd', count: null }, DENMARK)).toEqual([]);
    const atp = { ...SEAT, title: 'ATP kan være repræsenteret', count: null, optional: true };
    expect(placesOf(atp, DENMARK)).toEqual([{ title: 'ATP', text: 'Valgfri plads', isTaken: false }]);
  });

  test('the number of seats leaves out what is not told and what is optional', () => {
    const seats = [
      { ...SEAT, count: 5, minimum: true },
      { ...SEAT, count: 2, appointed: ['Anna Prøve'] },
      { ...SEAT, count: null },
      { ...SEAT, count: null, optional: true },
    ];
    expect(tallyOf(seats)).toEqual({
      places: 7,
      isMinimum: true,
      taken: 1,
      uncounted: [seats[2]],
      optional: [seats[3]],
    });
  });
});

const JOURNALLED = {
  meetingId: '2025-11',
  slide: 49,
  confidence: 'high',
  since: '2025-11-24',
  revision: 1,
  identity: null,
  withdrawnOn: null,
  position: 0,
} as const;
const ROW: ProcessStepRow = { ...JOURNALLED, id: 'trin', title: '', details: [], date: NOT_TOLD };
const SEAT: Seat = {
  ...JOURNALLED,
  id: 'plads',
  councilId: 'raad',
  title: 'En prøve',
  count: 1,
  minimum: false,
  optional: false,
  appointed: [],
  municipalityId: null,
};
const DENMARK: Geography = {
  kkrs: ['KKR Hovedstaden', 'KKR Midtjylland', 'KKR Nordjylland', 'KKR Sjælland', 'KKR Syddanmark'],
  ownKkr: 'KKR Syddanmark',
  municipalityOf: (id) => (id === '0101' ? { name: 'København', kkr: 'KKR Hovedstaden' } : undefined),
};
