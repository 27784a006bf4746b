/**
 * What staff may create and correct: each subject describes its tables, and one machine makes lists, forms and deeds
 * of the descriptions. A field that no description names cannot be set by any form.
 */
import type { DateContext } from '#src/shared/fuzzy-date/context.ts';

/** A current row by the names of its columns in code. */
export type Row = Readonly<Record<string, unknown>> & {
  id: string;
  revision: number;
  since: string;
  meetingId: string | null;
  slide: number | null;
  withdrawnOn: string | null;
};

export const FIELD_KINDS = [
  'text',
  'long-text',
  'choice',
  'month',
  'solution',
  'municipality',
  'municipality-set',
  'date',
  'day',
  'time',
  'link',
  'yes-no',
  'number',
  'words',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One field of a form. Its label, and the Danish words of its values, are those of `src/core/fields`. */
export interface EditableField {
  /** The column's name in code. */
  name: string;
  kind: FieldKind;
  /** Must be filled in. */
  isRequired?: boolean;
  /** One line under the label. */
  hint?: string;
  /** Of a date: what it is to the reader of dates. */
  role?: NonNullable<DateContext['role']>;
  /** Of a date: the field of the same record that it cannot lie before. */
  startsAt?: string;
}

/** What staff may do with the records of one table. */
export interface Editable {
  /** The table's name. */
  entity: string;
  /** In addresses: "klik-opgaver". */
  slug: string;
  /** In filters and headings: "KLIK-opgaver". */
  plural: string;
  fields: readonly EditableField[];
  /** What the record is called in lists. */
  title: (row: Row) => string;
  /** The date by which it is listed; absent where it has none. */
  dateField?: string;
  /** Fields of a new record that no form asks for; absent: only the material brings such records. */
  blank?: Readonly<Record<string, unknown>>;
  /** Can be one of two records that are one ask. */
  isAsk?: true;
  /** Two of them may turn out to be one. */
  canBeDouble?: true;
  /** What the portal stands on, such as the 98 municipalities: listed when asked for, and never withdrawn. */
  isReference?: true;
}

/** Descriptions of `fields` are built with these. */
export function field(name: string, kind: FieldKind, more: Omit<EditableField, 'name' | 'kind'> = {}) {
  return { name, kind, ...more } satisfies EditableField;
}

/** A field that must be filled in. */
export function needed(name: string, kind: FieldKind, more: Omit<EditableField, 'name' | 'kind'> = {}) {
  return field(name, kind, { ...more, isRequired: true });
}
