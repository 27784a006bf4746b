/** What a person says instead of the material, field by field: which fields can be put right, and how they are read. */
import type { Editable, EditableField } from '#src/core/editing/editable.ts';
import { controlOf, type FieldOption, fieldOptions, hintOf } from '#src/core/editing/field-control.ts';
import { readField } from '#src/core/editing/read-field.ts';
import { isChosen, typedOf } from '#src/core/editing/typed-value.ts';
import { fieldsOf } from '#src/core/fields/fields.ts';
import { getEntity } from '#src/core/journal/entities.ts';
import { sameValue } from '#src/core/journal/same-value.ts';
import { editableSources } from '#src/core/sources/editable.ts';
import type { Db } from '#src/db/client.ts';
import { features } from '#src/features/index.ts';
import type { Fault, Typed } from '#src/web/forms.ts';
import type { Item } from './items.ts';

export interface CorrectionField {
  /** Name of the form's field. */
  name: string;
  label: string;
  control: 'line' | 'lines' | 'list';
  hint: string;
  value: string;
  options: FieldOption[];
}

/**
 * The fields of an item that a person can put right here, as they stand in the form.
 * @param kept corrections, by field
 * @param typed what was typed, where the form is shown again
 */
export function correctionFields(
  db: Db,
  item: Item,
  kept: Readonly<Record<string, unknown>>,
  typed: Typed,
): CorrectionField[] {
  const { entity } = item.difference.draft;
  return correctable(item).map((field) => {
    const standing = field.name in kept ? kept[field.name] : afterOf(item, field.name);
    const value = textOf(typed[inputName(field)]) ?? typedOf(field, standing);
    return {
      name: inputName(field),
      label: fieldsOf(entity)[field.name]?.label ?? field.name,
      control: controlOf(field),
      hint: field.kind === 'words' ? 'Én pr. linje.' : hintOf(field),
      value,
      options: isChosen(field.kind) ? fieldOptions(db, entity, field, value) : [],
    };
  });
}

export function isCorrectable(item: Item): boolean {
  return correctable(item).length > 0;
}

/** Reads what was typed. @returns the values that differ from the material's, by field, or what is wrong */
export function readCorrections(
  db: Db,
  item: Item,
  typed: Typed,
  meetingDay: string,
): { corrections: Record<string, unknown> } | { faults: Fault[] } {
  const { entity } = item.difference.draft;
  const known = Object.fromEntries(item.fields.map(({ field, after }) => [field, after]));
  const corrections: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const field of correctable(item)) {
    const after = afterOf(item, field.name);
    const text = textOf(typed[inputName(field)]);
    if (text === undefined || text.trim() === typedOf(field, after).trim()) continue;
    const read = readField(field, text, { db, entity, baseDay: meetingDay, known });
    if ('fault' in read) {
      const label = fieldsOf(entity)[field.name]?.label ?? field.name;
      faults.push({ field: inputName(field), text: `${label}: ${read.fault}` });
      continue;
    }
    known[field.name] = read.value;
    if (!sameValue(read.value, after)) corrections[field.name] = read.value;
  }
  return faults.length > 0 ? { faults } : { corrections };
}

const EDITABLE: ReadonlyMap<string, Editable> = new Map(
  [...features.flatMap(({ editable = [] }) => editable), ...editableSources].map((one) => [one.entity, one]),
);

/** As the subject describes its fields; one that it does not describe by what the material says. */
function correctable({ group, difference, fields }: Item): EditableField[] {
  if (group === 'gone' || group === 'unmentioned') return [];
  const { entity } = difference.draft;
  const words = fieldsOf(entity);
  return fields.flatMap(({ field, after }): EditableField[] => {
    if (!words[field] || words[field].isInner || field === 'withdrawnOn') return [];
    const described = EDITABLE.get(entity)?.fields.find(({ name }) => name === field);
    if (described) return [described];
    const kind = kindOf(entity, field, after);
    return kind ? [{ name: field, kind }] : [];
  });
}

function kindOf(entity: string, field: string, after: unknown): EditableField['kind'] | null {
  const column = getEntity(entity).columns[field];
  if (!column || (field.endsWith('Id') && field !== 'solutionId')) return null;
  if (field === 'solutionId') return 'solution';
  if (fieldsOf(entity)[field]?.isDate) return 'date';
  if ((column.enumValues ?? []).length > 0) return 'choice';
  if (typeof after === 'boolean') return 'yes-no';
  if (typeof after === 'number') return 'number';
  if (typeof after === 'string') return 'long-text';
  const isWords = Array.isArray(after) && after.every((one) => typeof one === 'string');
  return isWords ? 'words' : null;
}

function afterOf({ fields }: Item, name: string): unknown {
  return fields.find(({ field }) => field === name)?.after;
}

function inputName({ name }: EditableField): string {
  return `ret-${name}`;
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
