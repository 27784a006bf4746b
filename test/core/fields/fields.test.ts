import { expect, test } from 'vitest';
import { entityNoun, fieldsOf, valueInWords } from '#src/core/fields/fields.ts';
import { entityNames, getEntity } from '#src/core/journal/entities.ts';
import { between, day, UNCLEAR } from '#test/support/fuzzy-dates.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

/** Written by the journal itself, never changed by anybody. */
const OWN = new Set(['id', 'since', 'revision']);

test.each(entityNames)('%s and all its columns have Danish words', (entity) => {
  expect(entityNoun(entity)).not.toBe('');
  const columns = Object.keys(getEntity(entity).columns).filter((name) => !OWN.has(name));
  expect(Object.keys(fieldsOf(entity)).sort()).toEqual(columns.sort());
});

test('no two fields of a table that readers see are called the same', () => {
  for (const entity of entityNames) {
    const labels = Object.values(fieldsOf(entity)).filter((one) => !one.isInner);
    expect(new Set(labels.map((one) => one.label)).size, entity).toBe(labels.length);
  }
});

test('values read as on the pages', () => {
  const db = seededDatabase();
  const cases: [string, string, unknown, string][] = [
    ['task', 'end', day('2025-12-15'), '15. december 2025'],
    [
      'task',
      'end',
      { ...between('2025-12-11', '2025-12-20', 'third'), raw: 'Medio dec.' },
      '11.–20. december 2025 (”Medio dec.”)',
    ],
    ['agreement', 'deadline', UNCLEAR, 'Uafklaret'],
    ['agreement', 'solutionId', 'sapa', 'SAPA'],
    ['signature', 'status', 'signed', 'Underskrevet'],
    ['signature', 'signedOn', '2025-12-01', '1. december 2025'],
    ['signature', 'signedOn', null, 'Ikke oplyst'],
    ['signature', 'municipalityId', '0461', 'Odense'],
    ['task', 'workingTitle', false, 'Nej'],
    ['task', 'appliesToId', 'eg', 'EG-kommuner'],
    ['sapa_purpose', 'fate', 'open', 'Ikke afklaret'],
    ['wheel_entry', 'fromMonth', 3, 'marts'],
    ['sapa_access', 'levels', ['snæver', 'bred'], 'snæver, bred'],
    ['sapa_access', 'levels', [], 'Ikke oplyst'],
    ['task', 'title', '', 'Ikke oplyst'],
  ];
  for (const [entity, field, value, words] of cases) {
    expect(valueInWords(db, entity, field, value), `${entity}.${field}`).toBe(words);
  }
});
