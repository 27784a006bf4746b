/** One row of the grid in words. */
import { actorName } from '#src/core/access/accounts.ts';
import type { Db } from '#src/db/client.ts';
import { copenhagenDay } from '#src/shared/calendar-day.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { instantWords } from '#src/shared/instant.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import type { GridRow } from './rows.ts';

/**
 * Most rows share their last change, so its words are made once.
 * @param inferredOn by ISO day of a count: the status that was worked out as the rest of the 98
 */
export function rowViews(db: Db, inferredOn: ReadonlyMap<string, string | null>) {
  const made = new Map<string, string>();
  const changeWords = (row: GridRow) => {
    const { kind, actor, recordedAt } = row.changed ?? {};
    const key = [kind, actor, recordedAt, row.countedOn].join();
    const found = made.get(key);
    if (found !== undefined) return found;
    const words = wordsOfChange(db, row);
    made.set(key, words);
    return words;
  };
  return (row: GridRow) => {
    const { municipality, status, revision } = row;
    const isInferred = isMaterial(row) && inferredOn.get(row.countedOn ?? '') === status;
    return {
      code: municipality.id,
      name: municipality.name,
      value: `${municipality.id}/${revision}`,
      badge: statusBadge(status),
      isClaimed: status === 'claimed',
      signedOn: signedWords(row),
      note: row.note ?? '',
      changed: changeWords(row) + (isInferred ? ' (ikke på listen)' : ''),
      source: chipsOf(row)[0] ?? null,
    };
  };
}

/** "24.11.2025"; "senest 20.11.2025" where only the day of the count is known; '' where nothing is signed. */
function signedWords({ status, signedOn, countedOn }: GridRow): string {
  if (signedOn) return dayInTable(signedOn);
  return status === 'signed' && countedOn ? `senest ${dayInTable(countedOn)}` : '';
}

/** Who changed the row and when, and the day of the count where that is another: "Rita, 24.11.2025 kl. 9.12, opgjort 20.11.2025". */
function wordsOfChange(db: Db, row: GridRow): string {
  if (!row.changed) return '';
  const counted = row.countedOn ? dayInTable(row.countedOn) : '';
  if (isMaterial(row)) return counted ? `Import, ${counted}` : 'Import';
  const { kind, actor, recordedAt } = row.changed;
  const who = `${actorName(db, actor)}${kind === 'undo' ? ' fortrød' : ''}, ${instantWords(recordedAt)}`;
  return row.countedOn === null || row.countedOn === copenhagenDay(new Date(recordedAt))
    ? who
    : `${who}, opgjort ${counted}`;
}

function isMaterial({ changed }: GridRow): boolean {
  return changed?.kind === 'seed' || changed?.kind === 'review' || changed?.kind === 'import';
}
