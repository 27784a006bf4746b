import { z } from 'zod';
import { addDays } from '#src/shared/calendar-day.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';
import { SETTABLE, SHOWN } from './words.ts';

/** Signs in the remark of a signature, typed or from a file. */
export const LONGEST_NOTE = 500;
/** Longer ago than anything the portal knows of: a slip in the year. */
const OLDEST_DAYS = 10 * 366;

const FUTURE_COUNT = 'Datoen ligger efter i dag. Skriv den dag, status er opgjort.';
const FUTURE_SIGNING = 'Datoen ligger efter i dag. Skriv den dag, aftalen blev underskrevet.';
const UNREADABLE =
  'Portalen kan ikke se, hvilke kommuner der er valgt. Åbn siden igen, og vælg dem på listen.';
const OTHERS_HAVE_NO_DAY =
  'Kun Underskrevet har en dag for underskrift. Ryd datoen, eller vælg Underskrevet.';
const SIGNED_AFTER_COUNT =
  'Dagen for underskrift ligger efter den dag, status er opgjort. Ret en af de to datoer.';

const shown = z.enum(
  SHOWN.map(({ value }) => value),
  'Vælg et af filtrene over listen.',
);
const search = z.string().max(100, 'Skriv et kortere navn at søge efter.').default('');
const code = z.string().regex(/^\d{4}$/, 'Kommunen findes ikke. Vælg en kommune på listen.');

/** What the grid shows; an address without anything shows all 98. */
export const gridQuery = z.object({
  vis: orNone(shown),
  soeg: search,
  valgt: orNone(z.literal('alle', 'Vælg kommunerne på listen.')),
  /** The row that is open as a form. */
  ret: orNone(code),
  /** The day of the count that was used last. */
  pr: z.string().max(40).default(''),
});
export type GridQuery = z.output<typeof gridQuery>;

/**
 * What is sent from the grid, from one row that is corrected (`ret`), from the button that confirms what a
 * municipality has said (`bekraeft`), and from the page of conflicts.
 * @param codes of the municipalities there are
 */
export function saveForm(today: string, codes: ReadonlySet<string>) {
  const fields = z.object({
    kommune: chosenMunicipalities(codes),
    status: z.enum(
      SETTABLE.map(({ value }) => value),
      'Vælg, hvad kommunerne skal sættes til.',
    ),
    dato: typedDay(today, FUTURE_COUNT),
    underskrevet: orNone(typedDay(today, FUTURE_SIGNING)),
    bemaerkning: z
      .string()
      .default('')
      .transform((text) => text.replace(/\s+/g, ' ').trim())
      .pipe(z.string().max(LONGEST_NOTE, `Bemærkningen er for lang. Skriv højst ${LONGEST_NOTE} tegn.`)),
    ret: orNone(code),
    vis: orNone(shown).catch(undefined),
    soeg: search.catch(''),
    /** Where the button stood that confirms, when that was not the grid. */
    tilbage: z.string().max(300).default(''),
    _noegle: z.string().max(100).default(''),
  });
  const checked = fields.superRefine(({ status, dato, underskrevet }, context) => {
    if (underskrevet === undefined) return;
    const fault =
      status !== 'underskrevet' ? OTHERS_HAVE_NO_DAY : underskrevet > dato ? SIGNED_AFTER_COUNT : null;
    if (fault) context.addIssue({ code: 'custom', path: ['underskrevet'], message: fault });
  });
  return z.preprocess(confirmation, checked);
}

/** To confirm is to set one row to signed, whatever else is chosen on the page. */
function confirmation(body: unknown): unknown {
  const { bekraeft, ...fields } = body as Record<string, unknown>;
  if (bekraeft === undefined) return body;
  return { ...fields, kommune: bekraeft, status: 'underskrevet', underskrevet: '', bemaerkning: '' };
}

/** Each as the clerk saw it: "0461/1234", code and revision. */
function chosenMunicipalities(codes: ReadonlySet<string>) {
  return z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((typed, context) => {
      const list = [typed].flat().flatMap((text) => {
        const [, municipalityId = '', revision = ''] = /^(\d{4})\/(\d{1,15})$/.exec(text) ?? [];
        return codes.has(municipalityId) ? [{ municipalityId, revision: Number(revision) }] : [];
      });
      if (list.length < [typed].flat().length) return refuse(context, UNREADABLE);
      if (list.length === 0) return refuse(context, 'Vælg mindst én kommune på listen.');
      return [...new Map(list.map((one) => [one.municipalityId, one])).values()];
    });
}

function typedDay(today: string, future: string) {
  return z.string('Skriv en dato.').transform((typed, context) => {
    const read = parseTypedDay(typed);
    if ('reason' in read) return refuse(context, read.reason);
    if (read.day > today) return refuse(context, future);
    if (read.day < addDays(today, -OLDEST_DAYS))
      return refuse(context, 'Datoen ligger mere end ti år tilbage. Ret årstallet.');
    return read.day;
  });
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Forms send their empty fields along. */
function orNone<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}
