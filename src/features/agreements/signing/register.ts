/** From what a clerk chose on the grid to what is saved: all of it, or nothing and why. */

import type { Doer } from '#src/core/deeds/doer.ts';
import { once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import type { Agreement } from '#src/features/agreements/queries.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { type GridRow, gridRows } from './rows.ts';
import { type Registration, type SetStatus, saveSignatures } from './save.ts';
import { municipalitiesInWords, statusWord } from './words.ts';

/** One row as the clerk saw it. */
export interface Chosen {
  municipalityId: string;
  revision: number;
}

export interface GridSave {
  agreement: Agreement;
  chosen: readonly Chosen[];
  status: SetStatus;
  /** Day of the count, ISO. */
  countedOn: string;
  /** Undefined: what stands is kept. */
  signedOn: string | null | undefined;
  note: string | null | undefined;
  today: string;
}

/** A row that somebody else changed meanwhile to something else than what is to be saved. */
export interface Conflict {
  row: GridRow;
  mine: Registration;
}

/** Nothing was saved. */
export class RowsChangedError extends Error {
  override name = 'RowsChangedError';
  conflicts: readonly Conflict[];
  constructor(conflicts: readonly Conflict[]) {
    super(`${conflicts.length} rows were changed meanwhile`);
    this.conflicts = conflicts;
  }
}

/**
 * Saves what was chosen as one batch and one count.
 * @param answer where the receipt of a batch stands
 * @returns that address, also when the same form comes a second time
 * @throws RowsChangedError
 */
export function register(db: Db, doer: Doer, save: GridSave, answer: (batchId: number) => string): string {
  return once(db, doer, () => {
    const seen = new Map(save.chosen.map(({ municipalityId, revision }) => [municipalityId, revision]));
    const found = gridRows(db, save.agreement.id)
      .filter(({ municipality }) => seen.has(municipality.id))
      .map((row) => ({ row, mine: registrationOf(save, row) }));
    const conflicts = found.filter(
      ({ row, mine }) => row.revision !== seen.get(row.municipality.id) && !isSame(row, mine),
    );
    if (conflicts.length > 0) throw new RowsChangedError(conflicts);
    const batchId = saveSignatures(db, doer, {
      kind: 'edit',
      agreement: save.agreement,
      countedOn: save.countedOn,
      title: titleOf(
        save,
        found.map(({ row }) => row),
      ),
      registrations: found.map(({ mine }) => mine),
    });
    return answer(batchId);
  });
}

/** What is not said anew stands as it did; only what is signed has a day of signing. */
function registrationOf({ status, signedOn, note }: GridSave, row: GridRow): Registration {
  return {
    municipalityId: row.municipality.id,
    status,
    signedOn: status === 'signed' ? (signedOn === undefined ? row.signedOn : signedOn) : null,
    note: note === undefined ? row.note : note,
  };
}

function isSame(row: GridRow, mine: Registration): boolean {
  return row.status === mine.status && row.signedOn === mine.signedOn && row.note === mine.note;
}

/** "Odense er sat til Underskrevet.", "17 kommuner er sat til Mangler pr. 20. november 2025." */
function titleOf({ status, countedOn, today }: GridSave, rows: readonly GridRow[]): string {
  const names = municipalitiesInWords(rows.map(({ municipality }) => municipality.name));
  const day = countedOn === today ? '' : ` pr. ${dayInSentence(countedOn)}`;
  const [only] = rows;
  const isCorrection = rows.length === 1 && only?.status === status && only.countedOn === countedOn;
  const done = isCorrection
    ? `${names} er rettet: ${statusWord(status)}${day}.`
    : `${names} er sat til ${statusWord(status)}${day}.`;
  return `${done}${laterWords(rows, countedOn)}`;
}

/** A count of an earlier day does not change what a later one said, which a clerk has to be told. */
function laterWords(rows: readonly GridRow[], countedOn: string): string {
  const later = rows.filter((row) => row.countedOn !== null && row.countedOn > countedOn).length;
  if (later === 0) return '';
  if (rows.length === 1) return ' En nyere opgørelse gælder stadig.';
  return ` For ${later === rows.length ? 'dem alle' : `${later} af dem`} gælder en nyere opgørelse stadig.`;
}
