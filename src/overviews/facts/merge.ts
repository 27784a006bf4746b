/** Two records that are one: what can be joined, and what joining them writes. */

import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import { withdrawal } from '#src/core/editing/changes.ts';
import type { Editable, Row } from '#src/core/editing/editable.ts';
import { findRow, listRows } from '#src/core/editing/rows.ts';
import { entityNoun } from '#src/core/fields/fields.ts';
import { entriesOf, giverOf } from '#src/core/journal/object-history.ts';
import { ALWAYS, type Change } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { kindOf, kinds } from './kinds.ts';

/** The kept record and the one that goes into it. */
export interface Pair {
  kind: Editable;
  kept: Row;
  other: { kind: Editable; row: Row };
}

export interface Candidate {
  /** `task/<id>` */
  key: string;
  title: string;
  /** "KLIK-opgave" */
  noun: string;
}

/** Records that could be the same as this one, by kind and title. */
export function candidatesFor(db: Db, kind: Editable, row: Row): Candidate[] {
  return kinds
    .filter((one) => (kind.isAsk && one.isAsk) || (kind.canBeDouble && one === kind))
    .flatMap((one) =>
      listRows(db, one.entity)
        .filter((other) => other.withdrawnOn === null && !(one === kind && other.id === row.id))
        .map((other) => ({
          key: `${one.entity}/${other.id}`,
          title: one.title(other),
          noun: entityNoun(one.entity),
        }))
        .sort((a, b) => compareDanish(a.title, b.title)),
    );
}

/** Undefined for a key of nothing that may be joined with it. */
export function findPair(db: Db, kind: Editable, kept: Row, key: string): Pair | undefined {
  if (!candidatesFor(db, kind, kept).some((one) => one.key === key)) return undefined;
  const [entity = '', ...id] = key.split('/');
  const other = kindOf(entity);
  const row = other && findRow(db, entity, id.join('/'));
  return row ? { kind, kept, other: { kind: other, row } } : undefined;
}

/** One Danish sentence that says why the two cannot be one, or null. */
export function whyNotSame(db: Db, { kind, kept, other }: Pair): string | null {
  const keys = { shown: `${kind.entity}/${kept.id}`, folded: `${other.kind.entity}/${other.row.id}` };
  const standing = listRows(db, 'same_ask').filter(({ withdrawnOn }) => withdrawnOn === null);
  if (standing.some(({ folded }) => folded === keys.folded || folded === keys.shown)) {
    return 'Den ene af de to er allerede lagt sammen med en anden.';
  }
  return standing.some(({ shown }) => shown === keys.folded)
    ? 'Den anden viser selv en opgave, der er lagt sammen med den. Læg den her sammen med den i stedet.'
    : null;
}

/** The same, where one of them would be withdrawn. */
export function whyNotDouble(db: Db, { kind, other }: Pair): string | null {
  if (other.kind !== kind || !kind.canBeDouble)
    return 'De to er ikke samme type. Vælg Samme opgave to steder.';
  const signed = db.$client
    .prepare('select count(*) from signature where agreement_id = ? and withdrawn_on is null')
    .pluck();
  return kind.entity === 'agreement' && Number(signed.get(other.row.id)) > 0
    ? 'Den anden aftale har underskrifter. Behold den, og læg den her sammen med den.'
    : null;
}

/** One ask that stands in two places is shown once, with both sources. @returns the batch id */
export function joinAsks(db: Db, doer: Doer, { kind, kept, other }: Pair, reason: string): number {
  const shown = `${kind.entity}/${kept.id}`;
  const folded = `${other.kind.entity}/${other.row.id}`;
  // What was folded once keeps its row: it may be folded again, into another one.
  const before = listRows(db, 'same_ask').find((one) => one.folded === folded);
  const value = { shown, folded, reason, identity: null, confidence: 'high', withdrawnOn: null };
  const change: Change = {
    entity: 'same_ask',
    objectId: before?.id ?? `${shown}=${folded}`,
    field: null,
    value,
    // Two records are one from the first day on which both stand: the pair itself has always held.
    effectiveOn: ALWAYS,
    meetingId: other.row.meetingId,
    slide: other.row.slide,
  };
  const title = `»${other.kind.title(other.row)}« er lagt sammen med »${kind.title(kept)}«.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [change]);
}

/** The same record twice: the other goes, and its names and its place in the material go to the kept one. @returns the batch id */
export function joinDoubles(
  db: Db,
  doer: Doer,
  { kind, kept, other }: Pair,
  day: string,
  reason: string,
): number {
  const { row } = other;
  const from = [day, kept.since, row.since].sort().at(-1) ?? day;
  const title = `»${kind.title(row)}« er lagt sammen med »${kind.title(kept)}« og udgået.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [
    withdrawal(kind.entity, row.id, from, reason),
    inherited(db, kind, kept, row, reason),
  ]);
}

/** Told of by the slide of the other one; under its names too, where the record has several. */
function inherited(db: Db, kind: Editable, kept: Row, row: Row, reason: string): Change {
  const [named = 'title'] = kind.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const field = Array.isArray(kept.aliases) ? 'aliases' : named;
  const effectiveOn = giverOf(entriesOf(db, kind.entity, kept.id), field)?.effectiveOn ?? kept.since;
  const value = field === 'aliases' ? namesOfBoth(kept, row) : kept[field];
  const source = { meetingId: row.meetingId, slide: row.slide };
  return { entity: kind.entity, objectId: kept.id, field, value, effectiveOn, reason, ...source };
}

function namesOfBoth(kept: Row, row: Row): unknown[] {
  const names = [kept.aliases, row.aliases, row.name, row.title].flat();
  const own = new Set([null, undefined, '', kept.title, kept.name]);
  return [...new Set(names.filter((name) => !own.has(name)))];
}
