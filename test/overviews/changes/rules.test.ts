import { describe, expect, test } from 'vitest';
import type { ToldEntry } from '#src/core/journal/history.ts';
import { changesBetween, endOf, NOW } from '#src/overviews/changes/rules.ts';

const OCTOBER = '2025-10-27';
const NOVEMBER = '2025-11-24';
const SINCE_OCTOBER = { after: OCTOBER, until: NOW };

let seq = 0;

/** A whole record, or one field of it, told at a moment; it holds from the same day unless said otherwise. */
function told(
  toldAt: string,
  value: unknown,
  field: string | null = null,
  over: Partial<ToldEntry> = {},
): ToldEntry {
  seq += 1;
  return {
    seq,
    entity: 'task',
    objectId: 'proeve',
    field,
    newValue: JSON.stringify(value),
    effectiveOn: toldAt.slice(0, 10),
    meetingId: toldAt.length === 10 ? toldAt.slice(0, 7) : null,
    slide: 4,
    kind: toldAt.length === 10 ? 'import' : 'edit',
    reason: null,
    recordedAt: `${toldAt.slice(0, 10)}T12:00:00Z`,
    toldAt,
    ...over,
  };
}

const kinds = (entries: ToldEntry[], window = SINCE_OCTOBER) =>
  changesBetween(entries, window).map((one) => one.kind);

describe('what changed between two meetings', () => {
  test('a record that the later meeting is the first to name is new', () => {
    expect(kinds([told(NOVEMBER, { title: 'a' })])).toEqual(['added']);
  });

  test('a field that the later meeting says otherwise is changed, with the old value and the new one', () => {
    const entries = [told(OCTOBER, { title: 'a', end: 1 }), told(NOVEMBER, 2, 'end')];
    expect(changesBetween(entries, SINCE_OCTOBER)).toMatchObject([
      { kind: 'changed', fields: [{ field: 'end', before: 1, after: 2 }], meetingId: '2025-11' },
    ]);
  });

  test('a status that becomes settled is done', () => {
    const entries = [told(OCTOBER, { status: 'missing' }), told(NOVEMBER, 'signed', 'status')];
    expect(kinds(entries)).toEqual(['done']);
  });

  test('the reason and the source are those of what differs, not of what was done and undone later', () => {
    const entries = [
      told(OCTOBER, { title: 'a', end: 1 }),
      told('2025-11-25T08:00:00Z', 2, 'end', { reason: 'Udskudt' }),
      told('2025-11-26T08:00:00Z', '2025-11-26', 'withdrawnOn', { reason: 'En fejl' }),
      told('2025-11-27T08:00:00Z', null, 'withdrawnOn', { kind: 'undo' }),
    ];
    expect(changesBetween(entries, SINCE_OCTOBER)).toMatchObject([
      { kind: 'changed', reason: 'Udskudt', isByHand: true, recordedAt: '2025-11-25T12:00:00Z' },
    ]);
  });

  test('what the material brought is new by the material, whoever corrected it afterwards', () => {
    const entries = [told(NOVEMBER, { title: 'a' }), told('2025-11-25T08:00:00Z', 'b', 'title')];
    expect(changesBetween(entries, SINCE_OCTOBER)).toMatchObject([
      { kind: 'added', isByHand: false, meetingId: '2025-11', state: { title: 'b' } },
    ]);
  });

  test('what is withdrawn is told with what stood before', () => {
    const entries = [told(OCTOBER, { title: 'a' }), told(NOVEMBER, NOVEMBER, 'withdrawnOn')];
    expect(changesBetween(entries, SINCE_OCTOBER)).toMatchObject([
      { kind: 'withdrawn', state: { title: 'a' } },
    ]);
  });

  test('what was done and undone in between is no change', () => {
    const entries = [
      told(OCTOBER, { end: 1 }),
      told('2025-11-03T08:00:00Z', 2, 'end'),
      told('2025-11-04T08:00:00Z', 1, 'end'),
    ];
    expect(kinds(entries)).toEqual([]);
  });

  test('what came and went in between was never there', () => {
    const entries = [
      told('2025-11-03T08:00:00Z', { end: 1 }),
      told('2025-11-04T08:00:00Z', '2025-11-04', 'withdrawnOn'),
    ];
    expect(kinds(entries)).toEqual([]);
  });

  test('what the earlier meeting said is no news, and neither is what comes after the window', () => {
    expect(kinds([told(OCTOBER, { end: 1 })])).toEqual([]);
    const later = [told(OCTOBER, { end: 1 }), told('2025-12-15', 2, 'end')];
    expect(kinds(later, { after: OCTOBER, until: NOVEMBER })).toEqual([]);
  });

  test('a correction is news on the day it is made, though it holds from the meeting it corrects', () => {
    const material = told(NOVEMBER, { end: 1 });
    const entries = [material, told('2025-12-01T09:00:00Z', 2, 'end', { effectiveOn: NOVEMBER })];
    expect(kinds(entries, { after: NOVEMBER, until: NOW })).toEqual(['changed']);
    expect(kinds(entries, { after: NOVEMBER, until: endOf('2025-11-30') })).toEqual([]);
  });

  test('a correction on the meeting day comes after the meeting', () => {
    const entries = [told(NOVEMBER, { end: 1 }), told(`${NOVEMBER}T14:00:00Z`, 2, 'end')];
    expect(kinds(entries, { after: NOVEMBER, until: NOW })).toEqual(['changed']);
    expect(kinds(entries, { after: OCTOBER, until: NOVEMBER })).toEqual(['added']);
  });

  test('a meeting read in late falls into its place', () => {
    const november = told(NOVEMBER, { end: 2 });
    const october = told(OCTOBER, { end: 1 }, null, { recordedAt: '2026-01-10T12:00:00Z' });
    expect(kinds([november, october], { after: NOVEMBER, until: NOW })).toEqual([]);
    expect(changesBetween([november, october], { after: OCTOBER, until: NOVEMBER })).toMatchObject([
      { kind: 'changed', fields: [{ before: 1, after: 2 }] },
    ]);
  });

  test('a value that only has its keys in another order is the same', () => {
    const entries = [told(OCTOBER, { end: { from: 1, to: 2 } }), told(NOVEMBER, { to: 2, from: 1 }, 'end')];
    expect(kinds(entries)).toEqual([]);
  });

  test('a day ends at midnight in Copenhagen, in summer and in winter', () => {
    expect(endOf('2025-11-24')).toBe('2025-11-24T23:00:00.000Z');
    expect(endOf('2026-06-30')).toBe('2026-06-30T22:00:00.000Z');
    expect(endOf('2026-03-28')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOf('2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
  });
});
