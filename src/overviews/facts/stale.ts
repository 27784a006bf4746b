/** What others have changed of a record since a form was made of it, beside what the form says. */
import type { Editable, Row } from '#src/core/editing/editable.ts';
import { inputName } from '#src/core/editing/read-record.ts';
import { typedOf } from '#src/core/editing/typed-value.ts';
import { fieldOf, valueInWords } from '#src/core/fields/fields.ts';
import { entriesOf, fieldsAt, giverOf } from '#src/core/journal/object-history.ts';
import { sameValue } from '#src/core/journal/same-value.ts';
import type { Db } from '#src/db/client.ts';
import { instantWords } from '#src/shared/instant.ts';
import { type TypedTexts, textOf } from './field-views.ts';

export interface Moved {
  label: string;
  /** What stands now, in words. */
  theirs: string;
  /** "Ruben Redaktør, 24.11.2025 kl. 9.12" */
  by: string;
  /** What the form says, as typed; null where its sender had not touched the field. */
  mine: string | null;
}

/**
 * @param basis number of the newest journal entry about the record when the form was made
 * @returns what moved, and the texts of the form: what its sender had not touched shows what stands now
 */
export function movedSince(
  db: Db,
  kind: Editable,
  row: Row,
  basis: number,
  typed: TypedTexts,
  nameOf: (actor: string) => string,
): { moved: Moved[]; typed: TypedTexts } {
  const entries = entriesOf(db, kind.entity, row.id);
  const before = fieldsAt(entries, basis) ?? {};
  const merged: Record<string, string | string[]> = { ...typed };
  const names = [...kind.fields.map(({ name }) => name), 'withdrawnOn'];
  const moved = names.flatMap((name): Moved[] => {
    if (sameValue(before[name], row[name])) return [];
    const giver = giverOf(entries, name);
    const by = giver ? `${nameOf(giver.actor)}, ${instantWords(giver.recordedAt)}` : '';
    const { label } = fieldOf(kind.entity, name);
    const theirs = valueInWords(db, kind.entity, name, row[name]);
    const field = kind.fields.find((one) => one.name === name);
    if (!field) return [{ label, theirs: row[name] === null ? 'Gælder igen' : theirs, by, mine: null }];
    const input = inputName(kind, field);
    const text = textOf(typed[input]);
    const isTouched = text !== undefined && text.trim() !== typedOf(field, before[name]).trim();
    if (!isTouched) merged[input] = typedOf(field, row[name]);
    return [{ label, theirs, by, mine: isTouched ? shownText(db, kind.entity, field, text) : null }];
  });
  return { moved, typed: merged };
}

/** What was chosen from a list in its words, everything else as it was typed. */
function shownText(db: Db, entity: string, field: Editable['fields'][number], text: string): string {
  if (text.trim() === '') return 'Ikke oplyst';
  switch (field.kind) {
    case 'yes-no':
      return fieldOf(entity, field.name).words(text === 'ja', db);
    case 'choice':
    case 'month':
    case 'solution':
    case 'municipality':
    case 'municipality-set':
      return fieldOf(entity, field.name).words(text, db);
    default:
      return text;
  }
}
