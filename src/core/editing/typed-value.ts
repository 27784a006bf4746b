import { dayInTable } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzyInTable } from '#src/shared/fuzzy-date/wording.ts';
import type { EditableField, FieldKind } from './editable.ts';

/** A value as it stands in a form; read back unchanged, it is the same value. */
export function typedOf({ kind }: EditableField, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (kind) {
    case 'date':
      return typedDate(value as FuzzyDate);
    case 'day':
      return dayInTable(String(value));
    case 'time':
      return String(value).replaceAll(':', '.');
    case 'words':
      return (value as string[]).join('\n');
    case 'yes-no':
      return value ? 'ja' : 'nej';
    default:
      return String(value);
  }
}

/** The words of the source, else the portal's own for the days; '' for an empty cell. */
function typedDate(date: FuzzyDate): string {
  if (date.raw) return date.raw;
  return date.precision === 'none' ? '' : fuzzyInTable(date);
}

/** Kinds that are chosen from a list rather than typed. */
export function isChosen(kind: FieldKind): boolean {
  return ['choice', 'month', 'solution', 'municipality', 'municipality-set', 'yes-no'].includes(kind);
}
