/** What a person sent: read once, checked whole, given back as typed when something is wrong with it. */
import type { z } from 'zod';

/** The values of a form as they were typed, by field; several where a field may be repeated. */
export type Typed = Record<string, string | string[]>;

export interface Fault {
  /** Name of the field; '' where it is about the form as a whole. */
  field: string;
  /** One Danish sentence: what is wrong and what to do. */
  text: string;
}

export type FormRead<T> =
  | { isValid: true; values: T; typed: Typed }
  | { isValid: false; faults: Fault[]; typed: Typed };

/** Longer than anything a field of the portal is for; what a route may receive in all is limited before. */
const LONGEST_KEPT = 80_000;
const TOO_LONG = `Teksten er for lang. Portalen tager højst ${LONGEST_KEPT.toLocaleString('da-DK')} tegn ad gangen: slet det, der ikke skal bruges.`;

/** Reads a form by its schema. Fields that the schema does not name are left out and reach nothing. */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): FormRead<z.output<S>> {
  const typed = typedOf(body);
  const tooLong = fieldsTooLong(body);
  // What is cut would be taken for the whole: a list without its end.
  if (tooLong.length > 0) return { isValid: false, faults: tooLong, typed };
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { isValid: true, values: parsed.data, typed };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    field: String(path[0] ?? ''),
    text: message,
  }));
  return { isValid: false, faults: firstOfEach(faults), typed };
}

function fieldsTooLong(body: unknown): Fault[] {
  const length = (value: unknown) => (typeof value === 'string' ? value.length : 0);
  return Object.entries(body ?? {})
    .filter(([, value]) => [value].flat().some((one) => length(one) > LONGEST_KEPT))
    .map(([field]) => ({ field, text: TOO_LONG }));
}

/** The text fields of a body; a file is not among them. */
export function typedOf(body: unknown): Typed {
  if (body === null || typeof body !== 'object') return {};
  const pairs = Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[name, clean(value)]];
    if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === 'string').map(clean)]];
    // A multipart body carries each field as an object with its value.
    const inner = (value as { value?: unknown } | null)?.value;
    return typeof inner === 'string' ? [[name, clean(inner)]] : [];
  });
  return Object.assign(Object.create(null), Object.fromEntries(pairs)) as Typed;
}

/** Marks that turn the direction of what stands around them, and spaces without width: a name made of them is no name. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Letters as one sign each, line ends as everywhere, nothing that cannot be stored or printed. */
function clean(text: string): string {
  return text
    .slice(0, LONGEST_KEPT)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(UNSEEN, '');
}

/** One sentence a field: the first says what to do first. */
function firstOfEach(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.field, fault])).values()].toReversed();
}
