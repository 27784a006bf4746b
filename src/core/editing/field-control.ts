/** How a field of a form is filled in: the control, its hint, and what a list offers. */
import { fieldOf } from '#src/core/fields/fields.ts';
import { getEntity } from '#src/core/journal/entities.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { listMunicipalitySets, listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { monthName } from '#src/shared/danish-calendar.ts';
import type { EditableField } from './editable.ts';
import { isChosen } from './typed-value.ts';

export interface FieldOption {
  value: string;
  text: string;
  isSelected: boolean;
}

/** Typed on one line or several, or chosen from a list. */
export function controlOf({ kind }: EditableField): 'line' | 'lines' | 'list' {
  if (isChosen(kind)) return 'list';
  return kind === 'long-text' || kind === 'words' ? 'lines' : 'line';
}

const DATE_HINT = 'Fx 15. december 2025, medio dec., uge 3, 1. kvartal 2026, løbende eller uafklaret.';

export function hintOf({ kind, hint }: EditableField): string {
  if (hint) return hint;
  if (kind === 'date') return DATE_HINT;
  return kind === 'link' ? 'Begynder med https://' : '';
}

/** What a field that is chosen from a list offers. */
export function fieldOptions(db: Db, entity: string, field: EditableField, chosen: string): FieldOption[] {
  const words = (value: unknown) => fieldOf(entity, field.name).words(value, db);
  const listed: Record<string, () => { value: string; text: string }[]> = {
    choice: () => (columnOf(entity, field).enumValues ?? []).map((value) => ({ value, text: words(value) })),
    'yes-no': () => [
      { value: 'nej', text: words(false) },
      { value: 'ja', text: words(true) },
    ],
    month: () => Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), text: monthName(at + 1) })),
    solution: () => listSolutions(db).map(({ id, name }) => ({ value: id, text: name })),
    municipality: () => listMunicipalities(db).map(({ id, name }) => ({ value: id, text: name })),
    'municipality-set': () => listMunicipalitySets(db).map(({ id, name }) => ({ value: id, text: name })),
  };
  const options = listed[field.kind]?.() ?? [];
  const mayBeEmpty = !(field.kind === 'yes-no' && columnOf(entity, field).notNull);
  const empty = { value: '', text: field.kind === 'municipality-set' ? 'Alle 98 kommuner' : 'Ikke oplyst' };
  const all = [...(mayBeEmpty ? [empty] : []), ...options];
  // What stands stays chosen, also where the list does not offer it any more.
  if (chosen && !all.some(({ value }) => value === chosen)) all.push({ value: chosen, text: words(chosen) });
  return all.map((one) => ({ ...one, isSelected: one.value === chosen }));
}

function columnOf(entity: string, { name }: EditableField) {
  const column = getEntity(entity).columns[name];
  if (!column) throw new Error(`${entity} has no column "${name}"`);
  return column;
}
