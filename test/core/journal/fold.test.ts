/** What a sequence of changes amounts to, in whatever order meetings are imported. */
import { expect, test } from 'vitest';
import { type FoldableEntry, fold } from '#src/core/journal/fold.ts';

const SENT = '2025-09-15';

function said(seq: number, meetingId: string | null, title: string, effectiveOn = SENT): FoldableEntry {
  return { seq, meetingId, slide: 1, field: null, newValue: JSON.stringify({ title }), effectiveOn };
}

function edited(seq: number, title: string, effectiveOn = SENT): FoldableEntry {
  return {
    seq,
    meetingId: null,
    slide: null,
    field: 'title',
    newValue: JSON.stringify(title),
    effectiveOn,
  };
}

const titleOf = (entries: readonly FoldableEntry[], until?: string) => fold(entries, until)?.fields.title;

test('an older meeting imported late does not overwrite a newer one that holds from the same day', () => {
  const entries = [said(1, '2025-11', 'November'), said(2, '2025-10', 'Oktober')];
  expect(titleOf(entries)).toBe('November');
  expect(titleOf(entries.toReversed())).toBe('November');
  expect(fold(entries)).toMatchObject({ fields: { meetingId: '2025-11' }, revision: 2 });
});

test('nor what a person made of the newer one', () => {
  const entries = [said(1, '2025-11', 'November'), edited(2, 'Rettet'), said(3, '2025-10', 'Oktober')];
  expect(titleOf(entries)).toBe('Rettet');
});

test('a newer meeting does overwrite what a person made of the older one', () => {
  const entries = [said(1, '2025-11', 'November'), edited(2, 'Rettet'), said(3, '2025-12', 'December')];
  expect(titleOf(entries)).toBe('December');
});

test('the order on one day is the same, whatever day is asked for', () => {
  const entries = [
    said(1, '2025-10', 'Oktober'),
    said(2, '2025-12', 'December', '2025-12-15'),
    edited(3, 'Rettet'),
    said(4, '2025-11', 'November sent'),
  ];
  expect(titleOf(entries, '2025-12-14')).toBe('Rettet');
  expect(titleOf(entries)).toBe('December');
});

test('two changes of one meeting hold in the order of recording', () => {
  expect(titleOf([said(2, '2025-11', 'Anden'), said(1, '2025-11', 'Første')])).toBe('Anden');
});
