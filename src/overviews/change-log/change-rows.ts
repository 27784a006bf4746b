import { fieldOf } from '#src/core/fields/fields.ts';
import { ALWAYS } from '#src/core/journal/record.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import type { SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';
import { makeDescriber, type ObjectView } from './objects.ts';
import type { Entry } from './queries.ts';

/** One record and what a deed did to it. */
export interface ChangedObject extends ObjectView {
  historyHref: string;
  changes: ChangeRow[];
}

export interface ChangeRow extends FieldChange {
  /** Day from which it holds: another thing than when it was recorded. */
  effectiveOn: string;
  chips: SourceChip[];
  reason: string;
}

/** Entries in words, gathered by the record they follow each other about. */
export function changedObjects(reading: Reading, entries: readonly Entry[]): ChangedObject[] {
  const describe = makeDescriber(reading);
  const objects: ChangedObject[] = [];
  let key = '';
  for (const one of entries) {
    const ownKey = `${one.batchId}/${one.entity}/${one.objectId}`;
    if (ownKey !== key) objects.push({ ...describe(one), historyHref: historyHref(one), changes: [] });
    key = ownKey;
    objects.at(-1)?.changes.push(...rowsOf(reading, one));
  }
  return objects;
}

/** The log of one record. */
export function historyHref({ entity, objectId }: Pick<Entry, 'entity' | 'objectId'>): string {
  return `/redaktion/log?objekt=${encodeURIComponent(`${entity}/${objectId}`)}`;
}

/** "Altid" for reference data. */
export function effectiveWords(day: string): string {
  return day === ALWAYS ? 'Altid' : dayInTable(day);
}

function rowsOf({ db }: Reading, one: Entry): ChangeRow[] {
  const common = {
    effectiveOn: effectiveWords(one.effectiveOn),
    chips: chipsOf(one),
    reason: one.reason ?? '',
  };
  const changes = fieldChanges(db, one);
  if (changes.length > 0) return changes.map((change) => ({ ...change, ...common }));
  const label = one.field === null ? 'Alt' : fieldOf(one.entity, one.field).label;
  return [{ label, before: null, after: { text: 'Sagt igen uden ændring', badge: null }, ...common }];
}
