import { fieldsOf } from '#src/core/fields/fields.ts';
import { entriesOf, type ObjectEntry } from '#src/core/journal/object-history.ts';
import type { Db } from '#src/db/client.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { instantWords } from '#src/shared/instant.ts';

export interface HistoryLine {
  /** "Rita Redaktør, 24.11.2025 kl. 9.12" */
  by: string;
  what: string;
  /** "gælder fra 24.11.2025"; '' for what has always held. */
  from: string;
  reason: string;
  changes: { label: string; before: string; after: string }[];
}

/** What was done with a record, the newest first. */
export function historyLines(
  db: Db,
  entity: string,
  id: string,
  nameOf: (actor: string) => string,
): HistoryLine[] {
  const byBatch = Map.groupBy(entriesOf(db, entity, id), ({ batchId }) => batchId);
  return [...byBatch.values()].reverse().flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const isWhole = entries.some(({ field, oldValue }) => field === null && oldValue === null);
    return [
      {
        by: `${nameOf(first.actor)}, ${instantWords(first.recordedAt)}`,
        what: first.title,
        from: first.effectiveOn > '0002' ? `gælder fra ${dayInTable(first.effectiveOn)}` : '',
        reason: first.kind === 'edit' ? (first.reason ?? '') : '',
        changes: isWhole ? [] : entries.flatMap((one) => changeLine(db, entity, one)),
      },
    ];
  });
}

function changeLine(db: Db, entity: string, { field, oldValue, newValue }: ObjectEntry) {
  const words = field === null ? undefined : fieldsOf(entity)[field];
  if (!words || field === null) return [];
  const shown = (json: string | null) => words.words(json === null ? null : JSON.parse(json), db);
  return [{ label: words.label, before: shown(oldValue), after: shown(newValue) }];
}
