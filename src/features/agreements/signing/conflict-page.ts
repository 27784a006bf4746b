/** Somebody else has changed the same rows meanwhile: both values, and a choice for each. */
import { actorName } from '#src/core/access/accounts.ts';
import type { Db } from '#src/db/client.ts';
import type { Agreement } from '#src/features/agreements/queries.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { instantWords } from '#src/shared/instant.ts';
import { gridHref } from './address.ts';
import type { GridQuery } from './forms.ts';
import type { Chosen, Conflict } from './register.ts';
import type { Registration } from './save.ts';
import { municipalitiesInWords, statusWord } from './words.ts';

export function conflictPage(
  db: Db,
  agreement: Agreement,
  conflicts: readonly Conflict[],
  sent: { chosen: readonly Chosen[]; fields: [name: string, value: string][]; query: Partial<GridQuery> },
) {
  const codes = new Set(conflicts.map(({ row }) => row.municipality.id));
  const others = sent.chosen.filter(({ municipalityId }) => !codes.has(municipalityId));
  const names = municipalitiesInWords(conflicts.map(({ row }) => row.municipality.name));
  return {
    heading: `Status for ${names} blev ændret, mens du arbejdede`,
    address: gridHref(agreement.id),
    backHref: gridHref(agreement.id, sent.query),
    fields: sent.fields,
    others: others.map(({ municipalityId, revision }) => `${municipalityId}/${revision}`),
    /** One conflict and nothing else to save: two buttons are enough. */
    isSimple: conflicts.length === 1 && others.length === 0,
    conflicts: conflicts.map(({ row, mine }) => ({
      code: row.municipality.id,
      name: row.municipality.name,
      value: `${row.municipality.id}/${row.revision}`,
      theirs: wordsOf(row),
      changed: row.changed
        ? `${actorName(db, row.changed.actor)}, ${instantWords(row.changed.recordedAt)}`
        : '',
      mine: wordsOf(mine),
    })),
  };
}

/** "Underskrevet 18.11.2025, »på vej i udvalget«" */
function wordsOf({ status, signedOn, note }: Pick<Registration, 'status' | 'signedOn' | 'note'>): string {
  const day = signedOn ? ` ${dayInTable(signedOn)}` : '';
  return `${statusWord(status)}${day}${note ? `, »${note}«` : ''}`;
}
