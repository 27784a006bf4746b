/** What a person says instead of the material, field by field: which fields can be put right, and how they are read. */
import { fieldsOf } from '#src/core/fields/fields.ts';
import { getEntity } from '#src/core/journal/entities.ts';
import type { Db } from '#src/db/client.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { parseFuzzyDate, whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import type { Fault, Typed } from '#src/web/forms.ts';
import type { Item } from './items.ts';

export interface CorrectionField {
  /** Name of the form's field. */
  name: string;
  field: string;
  label: string;
  hint: string;
  value: string;
  /** Null: typed text. */
  options: { value: string; text: string; isSelected: boolean }[] | null;
  fault: string;
}

const LONGEST = 2000;

/** The fields of an item that a person can put right here; lists and references are rejected or edited afterwards. */
export function correctionFields(
  db: Db,
  { difference, fields, group }: Item,
  kept: Readonly<Record<string, unknown>>,
): CorrectionField[] {
  if (group === 'gone') return [];
  const { entity } = difference.draft;
  const { columns } = getEntity(entity);
  return fields.flatMap(({ field, after }): CorrectionField[] => {
    const words = fieldsOf(entity)[field];
    if (!words || words.isInner || field === 'withdrawnOn') return [];
    const value = field in kept ? kept[field] : after;
    const common = { name: `ret-${field}`, field, label: words.label, fault: '' };
    if (words.isDate) {
      const raw = (value as FuzzyDate | null)?.raw ?? '';
      return [
        {
          ...common,
          hint: 'Som det skal stå, fx 15.12.2025, ultimo januar eller Uafklaret.',
          value: raw,
          options: null,
        },
      ];
    }
    const choices = columns[field]?.enumValues ?? [];
    if (choices.length > 0) {
      const options = choices.map((one) => ({
        value: one,
        text: words.words(one, db),
        isSelected: one === value,
      }));
      return [{ ...common, hint: '', value: String(value ?? ''), options }];
    }
    const isReference = field.endsWith('Id');
    if (isReference || (typeof value !== 'string' && typeof value !== 'number')) return [];
    return [{ ...common, hint: '', value: String(value), options: null }];
  });
}

/** Reads what was typed. @returns the values that differ from the material's, by field, or what is wrong */
export function readCorrections(
  shown: readonly CorrectionField[],
  item: Item,
  typed: Typed,
  meetingDay: string,
): { corrections: Record<string, unknown> } | { faults: Fault[] } {
  const corrections: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const { name, field, label, options } of shown) {
    const after = item.fields.find((one) => one.field === field)?.after;
    const text = String(typed[name] ?? '').trim();
    const read = readValue(
      text,
      after,
      fieldsOf(item.difference.draft.entity)[field]?.isDate ?? false,
      meetingDay,
    );
    if (text.length > LONGEST)
      faults.push({ field: name, text: `${label} er for lang. Skriv højst ${LONGEST} tegn.` });
    else if (options && !options.some(({ value }) => value === text))
      faults.push({ field: name, text: `Vælg ${label.toLocaleLowerCase('da')}.` });
    else if ('fault' in read) faults.push({ field: name, text: `${label}: ${read.fault}` });
    else if (JSON.stringify(read.value) !== JSON.stringify(after)) corrections[field] = read.value;
  }
  return faults.length > 0 ? { faults } : { corrections };
}

function readValue(
  text: string,
  after: unknown,
  isDate: boolean,
  meetingDay: string,
): { value: unknown } | { fault: string } {
  if (isDate) {
    if ((after as FuzzyDate | null)?.raw === text) return { value: after };
    if (whyUnreadable(text, { meetingDay }) !== null)
      return { fault: 'Datoen kan ikke læses. Skriv den fx som 15.12.2025, ultimo januar eller Uafklaret.' };
    return { value: parseFuzzyDate(text, { meetingDay }) };
  }
  if (typeof after === 'number') {
    const number = Number(text.replace(',', '.'));
    return text === '' || Number.isNaN(number) ? { fault: 'Skriv et tal.' } : { value: number };
  }
  return text === '' ? { fault: 'Skriv en tekst, eller afvis ændringen.' } : { value: text };
}
