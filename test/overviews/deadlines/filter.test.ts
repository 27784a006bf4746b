import { describe, expect, test } from 'vitest';
import { filterDeadlines, lacksMunicipality } from '#src/overviews/deadlines/filter.ts';
import { readFilter } from '#src/overviews/deadlines/forms.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { deadline } from '#test/support/deadlines.ts';
import { between, day, EMPTY } from '#test/support/fuzzy-dates.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const DEADLINES = [
  deadline({ key: 'klik', solutionId: 'klik', date: day('2025-11-03') }),
  deadline({ key: 'flis', kinds: ['task', 'agreement'], solutionIds: ['flis'], date: day('2025-12-05') }),
  deadline({
    key: 'mangler',
    kind: 'agreement',
    solutionId: 'fki-sp',
    statusOf: (code) => (code === '0461' ? 'missing' : 'signed'),
  }),
  deadline({ key: 'medio', kind: 'agreement', date: between('2025-12-11', '2025-12-20', 'third') }),
  deadline({
    key: 'efter',
    kind: 'milestone',
    informationOnly: true,
    date: between('2026-08-10', null, 'after'),
  }),
  deadline({
    key: 'før',
    kind: 'milestone',
    informationOnly: true,
    date: between(null, '2026-06-26', 'before'),
  }),
  deadline({ key: 'holdt', kind: 'event', informationOnly: true, date: day('2025-10-01') }),
  deadline({ key: 'uden', kind: 'request', date: EMPTY, statusOf: () => 'claimed' }),
];

describe('filters', () => {
  const keys = (query: Record<string, string>) => {
    const db = seededDatabase();
    return filterDeadlines(DEADLINES, readFilter(query, db), { db, today: MEETING_DAY }).map(
      (one) => one.key,
    );
  };

  test.each([
    ['nothing chosen: what is open', {}, ['klik', 'flis', 'mangler', 'medio', 'efter', 'før', 'uden']],
    ['everything', { status: 'alle' }, DEADLINES.map((one) => one.key)],
    [
      'a form with empty fields is no filter',
      { kommune: '', type: '', loesning: '', status: '', fra: '', til: '' },
      ['klik', 'flis', 'mangler', 'medio', 'efter', 'før', 'uden'],
    ],
    ['a kind, also of what is folded in', { type: 'aftale' }, ['flis', 'mangler', 'medio']],
    ['another kind', { type: 'klik' }, ['klik', 'flis']],
    ['a solution', { loesning: 'flis' }, ['flis']],
    ['a solution with those gathered under it', { loesning: 'faelleskommunal-infrastruktur' }, ['mangler']],
    [
      'a municipality: what it told to be done is not open',
      { kommune: 'odense' },
      ['klik', 'flis', 'mangler', 'medio', 'efter', 'før'],
    ],
    ['a municipality that has signed', { kommune: 'struer', type: 'aftale' }, ['flis', 'medio']],
    ['missing', { kommune: 'odense', status: 'mangler' }, ['mangler']],
    ['signed', { kommune: 'struer', status: 'underskrevet' }, ['mangler']],
    ['told by the municipality', { kommune: 'odense', status: 'meldt' }, ['uden']],
    ['not counted: asks only', { kommune: 'odense', status: 'ikke-opgjort' }, ['klik', 'flis', 'medio']],
    ['a status without a municipality matches nothing', { status: 'mangler' }, []],
    ['from a day on; one possible day is enough', { fra: '2025-12-16' }, ['medio', 'efter', 'før']],
    ['until a day', { til: '2025-12-11', status: 'alle' }, ['klik', 'flis', 'medio', 'holdt']],
    ['a single day', { fra: '2025-12-15', til: '15.12.2025' }, ['mangler', 'medio']],
    [
      'all together',
      { kommune: 'odense', type: 'aftale', loesning: 'fki-sp', status: 'mangler', fra: '2025-12-01' },
      ['mangler'],
    ],
  ])('%s', (_name, query, expected) => {
    expect(keys(query)).toEqual(expected);
  });

  test("the reader's own municipality counts until the address speaks of one", () => {
    expect(readFilter({}, seededDatabase(), 'odense').municipality?.name).toBe('Odense');
    expect(readFilter({ kommune: 'struer' }, seededDatabase(), 'odense').municipality?.name).toBe('Struer');
    expect(readFilter({ kommune: '' }, seededDatabase(), 'odense').municipality).toBeNull();
  });

  test('only a status that needs a municipality lacks one', () => {
    expect(lacksMunicipality(readFilter({ status: 'mangler' }, seededDatabase()))).toBe(true);
    expect(lacksMunicipality(readFilter({ status: 'mangler', kommune: 'odense' }, seededDatabase()))).toBe(
      false,
    );
    expect(lacksMunicipality(readFilter({ status: 'alle' }, seededDatabase()))).toBe(false);
  });

  test.each([
    [{ kommune: 'odensee' }, '»odensee«'],
    [{ type: 'moede' }, '»moede« findes ikke. Vælg klik, aftale, arrangement, milepael, raad eller opgave.'],
    [{ status: 'faerdig' }, '»faerdig« findes ikke. Vælg aaben,'],
    [{ loesning: 'ukendt' }, '»ukendt«'],
    [{ fra: '31.11.2025' }, '»fra« kan ikke læses. Datoen 31.11.2025 findes ikke'],
    [{ til: 'snart' }, '»til« kan ikke læses'],
    [{ fra: '2025-12-15', til: '2025-12-01' }, 'Byt om på de to datoer'],
    [{ type: ['klik', 'aftale'] }, 'flere værdier for »type«'],
  ])('%j is refused with words that name the value and say what to do', (query, words) => {
    expect(() => readFilter(query, seededDatabase())).toThrow(InvalidInputError);
    expect(() => readFilter(query, seededDatabase())).toThrow(words);
  });
});
