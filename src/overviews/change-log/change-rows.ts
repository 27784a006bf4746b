import { fieldOf } from '#src/core/fields/fields.ts';
import { ALWAYS } from '#src/core/journal/record.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import type { SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';
import { makeDescriber, type ObjectView } from './objects.ts';
import type { Entry } from './queries.ts';

/** One record and what a deed did to it from one day on, by one source. */
export interface ChangedObject extends ObjectView {
  isNew: boolean;
  historyHref: string;
  /** Day from which it holds: another thing than when it was recorded. */
  effectiveOn: string;
  chips: SourceChip[];
  reason: string;
  changes: FieldChange[];
}

/** Entries in words; those that follow each other about the same record, day and source are one. */
export function changedObjects(reading: Reading, entries: readonly Entry[]): ChangedObject[] {
  const describe = makeDescriber(reading);
  const gathered = Map.groupBy(entries, keyOf);
  return [...gathered.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const isNew = own.every((one) => one.oldValue === null);
    return {
      ...describe(first),
      isNew,
      historyHref: historyHref(first),
      effectiveOn: effectiveWords(first.effectiveOn),
      chips: chipsOf(first),
      reason: first.reason ?? '',
      changes: own.flatMap((one) => shownChanges(reading, one)),
    };
  });
}

/** The log of one record. */
function historyHref({ entity, objectId }: Pick<Entry, 'entity' | 'objectId'>): string {
  return `/redaktion/log?objekt=${encodeURIComponent(`${entity}/${objectId}`)}`;
}

/** Reference data holds always. */
function effectiveWords(day: string): string {
  return day === ALWAYS ? 'Gælder altid' : `Gælder fra ${dayInTable(day)}`;
}

function keyOf({ batchId, entity, objectId, effectiveOn, meetingId, slide, reason }: Entry): string {
  return JSON.stringify([batchId, entity, objectId, effectiveOn, meetingId, slide, reason]);
}

/** Of a new record the portal's own bookkeeping is left to the file. */
function shownChanges({ db }: Reading, one: Entry): FieldChange[] {
  const all = fieldChanges(db, one);
  const told = all.filter(({ isInner, before }) => before !== null || !isInner);
  if (told.length > 0) return told;
  if (all.length > 0) return all;
  const label = one.field === null ? 'Alt' : fieldOf(one.entity, one.field).label;
  return [{ label, isInner: false, before: null, after: { text: 'Sagt igen uden ændring', badge: null } }];
}
