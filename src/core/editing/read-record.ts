/** A whole form against what stands: each field's value, and which of them a person has changed. */
import { fieldOf } from '#src/core/fields/fields.ts';
import { sameValue } from '#src/core/journal/same-value.ts';
import type { Db } from '#src/db/client.ts';
import { slugify } from '#src/shared/danish-text.ts';
import type { Editable, EditableField, Row } from './editable.ts';
import { readField } from './read-field.ts';
import { typedOf } from './typed-value.ts';

export interface RecordRead {
  /** By the column's name in code: every field of the description that could be read. */
  values: Record<string, unknown>;
  /** Names of the fields whose value is another than the one that stands. */
  changed: string[];
  faults: { name: string; text: string }[];
}

/** Name of a field in forms, made of its label: "hvad-i-skal-goere". */
export function inputName({ entity }: Pick<Editable, 'entity'>, { name }: EditableField): string {
  return slugify(fieldOf(entity, name).label);
}

/**
 * @param typed texts by input name; a field that was not sent stays as it is, and what is no field reaches nothing.
 * @param current null for a new record.
 * @param baseDay ISO day from which a year that nobody typed is worked out.
 */
export function readRecord(
  db: Db,
  editable: Editable,
  typed: Readonly<Record<string, string | string[]>>,
  current: Row | null,
  baseDay: string,
): RecordRead {
  const values: Record<string, unknown> = {};
  const changed: string[] = [];
  const faults: RecordRead['faults'] = [];
  for (const field of editable.fields) {
    const { name } = field;
    const standing = current?.[name] ?? null;
    const text = typedText(typed[inputName(editable, field)]);
    if (current && (text === undefined || text.trim() === typedOf(field, standing).trim())) {
      values[name] = standing;
      continue;
    }
    const ground = { db, entity: editable.entity, baseDay, known: values };
    const read = readField(field, text ?? '', ground);
    if ('fault' in read) {
      faults.push({ name, text: read.fault });
      continue;
    }
    values[name] = read.value;
    if (!sameValue(standing, read.value)) changed.push(name);
  }
  return { values, changed, faults };
}

function typedText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
