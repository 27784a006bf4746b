import { z } from 'zod';
import { addDays } from '#src/shared/calendar-day.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';

const LONGEST_REMARK = 1000;
const OLDEST_DAYS = 10 * 366;
const TOO_OLD = 'Datoen ligger mere end ti år tilbage. Ret årstallet.';
const LONGEST_NOTE = 4000;

const key = z
  .string()
  .max(200)
  .regex(/^[a-z_-]+\/[^\s]+$/, 'Vælg en opgave på listen.');
const revision = z
  .string()
  .regex(/^\d{1,15}$/, 'Siden er for gammel. Åbn den igen.')
  .transform(Number);
const formKey = z.string().max(100).default('');
const back = z.string().max(300).default('');

function prose(longest: number, what: string) {
  return z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(longest, `${what} er for lang. Skriv højst ${longest} tegn.`));
}

export const askQuery = z.object({ opgave: key });

/** One of the buttons in a list: what was pressed is the ask, and what the row was made from: "17 task/rolle-4". */
const pressed = z
  .string()
  .max(220)
  .regex(/^\d{1,15} [a-z_-]+\/[^\s]+$/, 'Vælg en opgave på listen.')
  .transform((text) => {
    const [seen = '', ask = ''] = text.split(' ');
    return { revision: Number(seen), key: ask };
  })
  .optional();
export const pressedForm = z.object({ loest: pressed, aaben: pressed, tilbage: back, _noegle: formKey });

export const ANSWERS = ['loest', 'i-gang', 'ikke-relevant', 'aaben'] as const;

/** `today` is ISO: nothing is done on a day to come. */
export function answerForm(today: string) {
  return z
    .object({
      opgave: key,
      grundlag: revision,
      svar: z.enum(ANSWERS, 'Vælg, hvordan det står til.'),
      dato: z
        .string()
        .default('')
        .transform((typed, context) => {
          if (typed.trim() === '') return today;
          const read = parseTypedDay(typed);
          const isTooOld = 'day' in read && read.day < addDays(today, -OLDEST_DAYS);
          if ('day' in read && read.day <= today && !isTooOld) return read.day;
          const outside = isTooOld ? TOO_OLD : 'Datoen ligger efter i dag. Skriv den dag, det blev gjort.';
          context.addIssue({ code: 'custom', message: 'day' in read ? outside : read.reason });
          return z.NEVER;
        }),
      bemaerkning: prose(LONGEST_REMARK, 'Bemærkningen'),
      tilbage: back,
      _noegle: formKey,
    })
    .refine(({ svar, bemaerkning }) => svar !== 'ikke-relevant' || bemaerkning !== '', {
      path: ['bemaerkning'],
      message: 'Skriv, hvorfor opgaven ikke er relevant for jer.',
    });
}
export type AnswerForm = z.output<ReturnType<typeof answerForm>>;

export const assignForm = z.object({
  opgave: key,
  grundlag: revision,
  hvem: z.string().max(40).default(''),
  _noegle: formKey,
});

export const noteForm = z.object({
  opgave: key,
  grundlag: revision,
  note: prose(LONGEST_NOTE, 'Noten'),
  _noegle: formKey,
});

export const correctQuery = z.object({ spoergsmaal: z.string().max(100) });

/** What KOMBIT sends who corrects the answer of a municipality. */
export const correctForm = z.object({
  spoergsmaal: z.string().max(100),
  svar: z.string('Vælg det rigtige svar.').min(1, 'Vælg det rigtige svar.').max(100),
  begrundelse: prose(LONGEST_REMARK, 'Begrundelsen').pipe(
    z.string().min(1, 'Skriv, hvorfor svaret rettes. Kommunen kan læse det.'),
  ),
  grundlag: revision,
  _noegle: formKey,
});

export const setForm = z.object({
  spoergsmaal: z.string().max(100),
  svar: z.string('Vælg et svar.').max(100),
  grundlag: revision,
  _noegle: formKey,
});
