import { describe, expect, test } from 'vitest';
import type { Reading } from '#src/core/offers/offers.ts';
import { elections } from '#src/features/elections/index.ts';
import { listElectionSteps } from '#src/features/elections/queries.ts';
import { asksEndingWith, endsOf, isOpenPeriod, unassignedValues } from '#src/features/elections/rules.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const period: FuzzyDate = {
  raw: '24/11 - 15/12 2025',
  from: '2025-11-24',
  to: '2025-12-15',
  precision: 'range',
  yearInferred: false,
};
const offersOn = (reading: Reading) => elections.deadlines?.(reading) ?? [];

describe('a period that lies open', () => {
  test.each([
    ['from day to day', period, true],
    ['a half-year only happens', { ...period, precision: 'half' as const }, false],
    ['one day', { ...period, from: period.to, precision: 'day' as const }, false],
  ])('%s', (_name, date, expected) => {
    expect(isOpenPeriod(date)).toBe(expected);
  });

  test('opens and closes on exact days that keep the words of the source', () => {
    const { opens, closes } = endsOf(period);
    expect(opens).toMatchObject({ from: '2025-11-24', to: '2025-11-24', precision: 'day', raw: period.raw });
    expect(closes).toMatchObject({ from: '2025-12-15', to: '2025-12-15', precision: 'day' });
  });

  test('may be the same ask as one that ends on its last day, and no other', () => {
    const ask = (day: string | null) => ({
      deadline: day === null ? null : { ...period, from: day, to: day },
    });
    expect(asksEndingWith({ date: period }, [ask('2025-12-15'), ask('2025-12-14'), ask(null)])).toHaveLength(
      1,
    );
  });
});

describe('VALG among the deadlines', () => {
  test('the survey is something to answer, listed by the day it closes', () => {
    const survey = offersOn({ db: seededDatabase(), today: MEETING_DAY }).find((one) => one.start !== null);
    expect(survey).toMatchObject({
      date: { from: '2025-12-15', to: '2025-12-15' },
      start: { from: '2025-11-24' },
      startLabel: 'åbner',
      informationOnly: false,
    });
  });

  test('the new distributor and "2. halvår 2026?" are for information; the question mark stays', () => {
    const told = offersOn({ db: seededDatabase(), today: MEETING_DAY }).filter((one) => one.informationOnly);
    expect(told.map((one) => one.date.raw)).toEqual(['1/1 2026', '2. halvår 2026?']);
    expect(told[1]?.date.uncertain).toBe(true);
  });

  test('a step without a date is no deadline', () => {
    const db = seededDatabase();
    const dated = listElectionSteps(db).filter((step) => step.date.precision !== 'none');
    expect(offersOn({ db, today: MEETING_DAY })).toHaveLength(dated.length);
  });
});

describe('VALG on its page', () => {
  test('survey and evaluation both stand, named as perhaps the same', async () => {
    const { get } = await buildTestApp();
    const text = (await get('/loesninger/valg')).text;
    const steps = pageWords(sectionOf(text, 'naeste-skridt'));
    expect(steps).toContain('Brugertilfredshedsundersøgelse – én besvarelse per kommune');
    expect(steps).toContain('lukker om 21 dage');
    expect(steps).toMatch(/Kan være den samme opgave som .*Materialet siger det ikke/);
    expect(pageWords(sectionOf(text, 'opgaver'))).toContain('15. dec. 2025');
    const dates = pageWords(sectionOf(text, 'datoer'));
    expect(dates.match(/man\. 15\. dec\. 2025/g)).toHaveLength(2);
  });

  test('what comes: the new distributor, and the half-year with its question mark', async () => {
    const { get } = await buildTestApp();
    const steps = pageWords(sectionOf((await get('/loesninger/valg')).text, 'naeste-skridt'));
    expect(steps).toMatch(/1\. jan\. 2026 .*Ny distributør af valgkort/);
    expect(steps).toContain('2. halvår 2026?');
    expect(steps).toContain('Sliden sætter selv spørgsmålstegn');
    expect(steps).toMatch(/Uden dato i materialet .*Klargøring til Folketingsvalg/);
  });

  test('six things went well and two could have been better; incidents and answers have their own parts', async () => {
    const { get } = await buildTestApp();
    const text = (await get('/loesninger/valg')).text;
    const [well = '', better = ''] = sectionOf(text, 'evaluering').split('<h3').slice(1);
    expect(well.match(/<li>/g)).toHaveLength(6);
    expect(better.match(/<li>/g)).toHaveLength(2);
    expect(pageWords(sectionOf(text, 'haendelser'))).toMatch(
      /Cloudflare.*TDC.*45 ud af 46 kommuner.*Region Øst/,
    );
    expect(pageWords(sectionOf(text, 'haendelser'))).not.toMatch(/russer/i);
    expect(pageWords(sectionOf(text, 'tilbagemeldinger'))).toMatch(/Fra kommuner.*Fra en region/);
  });

  test('285 cases on 21 November; the six values stand without days, in no order that suggests any', async () => {
    const { get } = await buildTestApp();
    const words = pageWords(sectionOf((await get('/loesninger/valg')).text, 'support'));
    expect(words).toContain('285 sager pr. 21. november 2025');
    expect(words).toContain('124 · 76 · 58 · 13 · 11 · 3');
    expect(words).toContain('hvilken dag hver værdi hører til');
    expect(words).not.toMatch(/\b(?:16|17|18|19|20)\./);
  });

  test('the fourteen seconds stand under the label of the source, in quotes', async () => {
    const { get } = await buildTestApp();
    const words = pageWords(sectionOf((await get('/loesninger/valg')).text, 'support'));
    expect(words).toMatch(/”Gennemsnit per telefonkald[^”]*” 14 sekunder/);
  });

  test('the largest comes first whatever order the slide has', () => {
    const read = [3, 124, 11];
    expect(unassignedValues(read)).toEqual([124, 11, 3]);
    expect(read).toEqual([3, 124, 11]);
  });

  test('on the day after the election nothing of the follow-up was known', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/loesninger/valg?stand=2025-11-19');
    expect(status).toBe(200);
    for (const id of ['naeste-skridt', 'evaluering', 'haendelser', 'tilbagemeldinger', 'support'])
      expect(sectionOf(text, id), id).toBe('');
  });

  test('whatever is described leads to a place that stands on the page', async () => {
    const { db, get } = await buildTestApp();
    const page = (await get('/loesninger/valg')).text;
    for (const entity of ['election_step', 'election_figure']) {
      const ids = db.$client.prepare(`select id from "${entity}"`).pluck().all() as string[];
      for (const id of ids) {
        const described = elections.describe?.({ db, today: MEETING_DAY }, entity, id);
        const [path, anchor] = described?.href.split('#') ?? [];
        expect(path).toBe('/loesninger/valg');
        expect(page).toContain(`id="${anchor}"`);
      }
    }
  });
});
