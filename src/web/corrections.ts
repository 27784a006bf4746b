import { actorName } from '#src/core/access/accounts.ts';
import { fieldOf, valueInWords } from '#src/core/fields/fields.ts';
import { type Correction, correctionsOf } from '#src/core/journal/corrections.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { CorrectionView } from './parts.ts';

/** What people have corrected of a record, for the part `rettelser`. */
export function correctionViews(
  { db, nameOf = (actor) => actorName(db, actor) }: Pick<Reading, 'db' | 'nameOf'>,
  entity: string,
  id: string,
): CorrectionView[] {
  return correctionsOf(db, entity, id).map((one) => ({
    what:
      one.kind === 'corrected'
        ? `Rettet: ${labelOf(one)}.`
        : `Ændret fra ${dayInSentence(one.from)}: ${labelOf(one)}.`,
    said: saidWords(db, one),
    by: `${nameOf(one.actor)}, ${instantWords(one.recordedAt)}`,
    reason: one.reason ?? '',
  }));
}

function labelOf({ entity, field }: Correction): string {
  return fieldOf(entity, field).label;
}

/** The words of the source where it has its own; '' for an empty cell. */
function saidWords(db: Db, { entity, field, said }: Correction): string {
  if (fieldOf(entity, field).isDate) {
    const date = said as FuzzyDate;
    if (date.precision === 'none') return '';
    if (date.raw) return date.raw;
  }
  return valueInWords(db, entity, field, said);
}
