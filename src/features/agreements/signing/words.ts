/** The statuses of the grid in the words of addresses, forms and buttons. */
import type { SetStatus } from './save.ts';

/** What staff set, in the order of the buttons. `key`: the letter that does it, null for the quiet one. */
export const SETTABLE = [
  { value: 'underskrevet', status: 'signed', key: 'U' },
  { value: 'behandling', status: 'in-progress', key: 'B' },
  { value: 'mangler', status: 'missing', key: 'M' },
  { value: 'ikke-relevant', status: 'not-relevant', key: 'I' },
  { value: 'ikke-opgjort', status: 'not-counted', key: null },
] as const satisfies readonly { value: string; status: SetStatus; key: string | null }[];

/** `?vis=`, in the order of the filters; `isQuiet`: shown where there is something behind it. */
export const SHOWN = [
  { value: 'mangler', status: 'missing', text: 'Mangler', isQuiet: false },
  { value: 'underskrevet', status: 'signed', text: 'Underskrevet', isQuiet: false },
  { value: 'behandling', status: 'in-progress', text: 'Under behandling', isQuiet: false },
  { value: 'meldt', status: 'claimed', text: 'Meldt af kommunen', isQuiet: true },
  { value: 'ikke-relevant', status: 'not-relevant', text: 'Ikke relevant', isQuiet: true },
  { value: 'ikke-opgjort', status: 'not-counted', text: 'Ikke opgjort', isQuiet: true },
] as const satisfies readonly { value: string; status: SetStatus; text: string; isQuiet: boolean }[];

export type SetValue = (typeof SETTABLE)[number]['value'];

const WORDS: Record<SetStatus, string> = {
  signed: 'Underskrevet',
  'in-progress': 'Under behandling',
  missing: 'Mangler',
  claimed: 'Meldt af kommunen',
  'not-relevant': 'Ikke relevant',
  'not-counted': 'Ikke opgjort',
};

export function statusWord(status: SetStatus): string {
  return WORDS[status];
}

export function statusSet(value: SetValue): SetStatus {
  return SETTABLE.find((one) => one.value === value)?.status ?? 'not-counted';
}

const MOST_NAMED = 3;
const namesInRow = new Intl.ListFormat('da', { type: 'conjunction' });

/** "Odense" and "Assens og Odense", but "17 kommuner". */
export function municipalitiesInWords(names: readonly string[]): string {
  return names.length <= MOST_NAMED ? namesInRow.format(names) : `${names.length} kommuner`;
}
