/** The deeds of the pages: each is one batch in the journal, with one sentence that is its receipt. */
import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import {
  bringingBack,
  correction,
  creation,
  resolution,
  superseding,
  withdrawal,
} from '#src/core/editing/changes.ts';
import type { Editable, Row } from '#src/core/editing/editable.ts';
import { fieldOf } from '#src/core/fields/fields.ts';
import type { Remark } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';

export interface RecordChange {
  kind: Editable;
  row: Row;
  values: Readonly<Record<string, unknown>>;
  /** Names of the changed fields. */
  changed: readonly string[];
  reason: string;
  /** Remarks on the source that this settles. */
  settled: readonly Remark[];
}

/** The published value was wrong. @returns the batch id */
export function correct(db: Db, doer: Doer, change: RecordChange): number {
  const { kind, row, values, changed, reason, settled } = change;
  const title = `»${kind.title(row)}« er rettet${changed.length > 0 ? `: ${labels(kind, changed)}` : ''}.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [
    ...correction(db, kind, row, values, changed, reason),
    ...settled.map((remark) => resolution(remark, reason)),
  ]);
}

/** Something is new from a day. @returns the batch id */
export function supersede(db: Db, doer: Doer, change: RecordChange, from: string): number {
  const { kind, row, values, changed, reason, settled } = change;
  const title = `»${kind.title(row)}« er ændret fra ${dayInSentence(from)}: ${labels(kind, changed)}.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [
    ...superseding(kind, row, values, changed, reason, from),
    ...settled.map((remark) => resolution(remark, reason)),
  ]);
}

/** @param place number among its like, for tables that have an order @returns the batch id */
export function create(
  db: Db,
  doer: Doer,
  kind: Editable,
  made: {
    id: string;
    title: string;
    values: Readonly<Record<string, unknown>>;
    from: string;
    reason: string;
  },
): number {
  const { id, title, values, from, reason } = made;
  const words = { kind: 'edit', title: `»${title}« er oprettet.`, ...(reason ? { reason } : {}) } as const;
  return saveDeed(db, doer, words, [creation(kind, id, values, from)]);
}

/** @returns the batch id */
export function withdraw(db: Db, doer: Doer, kind: Editable, row: Row, from: string, reason: string): number {
  const title = `»${kind.title(row)}« er udgået fra ${dayInSentence(from)}.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [withdrawal(kind.entity, row.id, from, reason)]);
}

/** @returns the batch id */
export function bringBack(
  db: Db,
  doer: Doer,
  kind: Editable,
  row: Row,
  from: string,
  reason: string,
): number {
  const title = `»${kind.title(row)}« gælder igen fra ${dayInSentence(from)}.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [
    bringingBack(kind.entity, row.id, from, reason),
  ]);
}

/** Somebody has found out what a remark asked. @returns the batch id */
export function resolveRemark(db: Db, doer: Doer, remark: Remark, words: string): number {
  const deed = { kind: 'edit', title: 'Bemærkningen til kilden er afklaret.', reason: words } as const;
  return saveDeed(db, doer, deed, [resolution(remark, words)]);
}

function labels(kind: Editable, names: readonly string[]): string {
  return names.map((name) => fieldOf(kind.entity, name).label).join(', ');
}
