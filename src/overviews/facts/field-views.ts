import type { Editable, EditableField, Row } from '#src/core/editing/editable.ts';
import { controlOf, type FieldOption, fieldOptions, hintOf } from '#src/core/editing/field-control.ts';
import { inputName, type RecordRead } from '#src/core/editing/read-record.ts';
import { isChosen, typedOf } from '#src/core/editing/typed-value.ts';
import { fieldOf } from '#src/core/fields/fields.ts';
import type { Db } from '#src/db/client.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { readingKey, readingWords } from './date-reading.ts';

/** One field of a form, ready to print. */
export interface FieldView {
  name: string;
  label: string;
  control: ReturnType<typeof controlOf>;
  rows: number;
  value: string;
  options: FieldOption[];
  isRequired: boolean;
  hint: string;
  fault: string;
  /** How a date is read, in words; '' for what is no date. */
  reading: string;
  /** Says that this reading was shown; '' where nothing is to be carried. */
  readingKey: string;
}

/** The text fields of a form as they were typed. */
export type TypedTexts = Readonly<Record<string, string | string[]>>;

/**
 * @param read what the typed texts mean; null before anything was typed.
 * @param baseDay day from which a year that nobody typed is worked out, ISO
 */
export function fieldViews(
  db: Db,
  kind: Editable,
  current: Row | null,
  typed: TypedTexts,
  read: RecordRead | null,
  baseDay: string,
): FieldView[] {
  return kind.fields.map((field) => {
    const name = inputName(kind, field);
    const { label } = fieldOf(kind.entity, field.name);
    const value = textOf(typed[name]) ?? typedOf(field, current?.[field.name] ?? null);
    const date = field.kind === 'date' ? dateShown(field, current, read) : null;
    const isNewReading = date && read?.changed.includes(field.name);
    return {
      name,
      label,
      control: controlOf(field),
      rows: field.kind === 'long-text' ? 4 : 3,
      value,
      options: isChosen(field.kind) ? fieldOptions(db, kind.entity, field, value) : [],
      isRequired: field.isRequired ?? false,
      hint: hintOf(field),
      fault: read?.faults.find((one) => one.name === field.name)?.text ?? '',
      reading: date ? readingWords(date, baseDay) : '',
      readingKey: isNewReading ? readingKey(date) : '',
    };
  });
}

/** Labels of the dates that would be saved otherwise than the form was told. */
export function unseenDates(kind: Editable, typed: TypedTexts, read: RecordRead): EditableField[] {
  return kind.fields.filter((field) => {
    if (field.kind !== 'date' || !read.changed.includes(field.name)) return false;
    const carried = textOf(typed[`${inputName(kind, field)}-laest`]);
    return carried !== readingKey(dateOf(read.values[field.name]));
  });
}

export function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function dateShown(field: EditableField, current: Row | null, read: RecordRead | null): FuzzyDate | null {
  if (read?.faults.some((one) => one.name === field.name)) return null;
  const value = read ? read.values[field.name] : current?.[field.name];
  return value === null || value === undefined ? null : dateOf(value);
}

function dateOf(value: unknown): FuzzyDate {
  return (value ?? { raw: '', from: null, to: null, precision: 'none', yearInferred: false }) as FuzzyDate;
}
