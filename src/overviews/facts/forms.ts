import { z } from 'zod';
import { parseTypedDay } from '#src/shared/typed-day.ts';

const LONGEST_REASON = 1000;
const TOO_LONG = `Begrundelsen er for lang. Skriv højst ${LONGEST_REASON} tegn.`;

/** The fields that every deed's form carries. */
const common = {
  grundlag: z
    .string()
    .default('')
    .transform((text) => (/^\d{1,15}$/.test(text) ? Number(text) : -1)),
  _noegle: z.string().max(100).default(''),
};

function reason(ask: string) {
  return z.string().trim().default('').pipe(z.string().min(1, ask).max(LONGEST_REASON, TOO_LONG));
}

/** A day as people write it, at the latest today. */
function dayUntil(today: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const read = parseTypedDay(typed);
      const fault =
        'reason' in read
          ? read.reason
          : read.day > today
            ? 'Dagen ligger efter i dag. Skriv den dag, I fik det at vide.'
            : null;
      if (fault === null && 'day' in read) return read.day;
      context.addIssue({ code: 'custom', message: fault ?? '' });
      return z.NEVER;
    });
}

const step = z.enum(['laes', 'gem']).catch('gem');

/** What a person does with the form of a record, beside its fields. */
export function recordForm(today: string) {
  const why = reason('Skriv, hvorfor det ændres, og hvor I ved det fra.');
  return z.discriminatedUnion('maade', [
    z.object({ ...common, handling: step, maade: z.literal('ret'), begrundelse: why }).loose(),
    z
      .object({
        ...common,
        handling: step,
        maade: z.literal('afloes'),
        begrundelse: why,
        'gaelder-fra': dayUntil(today),
      })
      .loose(),
  ]);
}

/** The same of a new record. */
export function newRecordForm(today: string) {
  const why = z.string().trim().max(LONGEST_REASON, TOO_LONG).default('');
  return z.object({ ...common, handling: step, begrundelse: why, 'gaelder-fra': dayUntil(today) }).loose();
}

/** To withdraw a record, or to bring it back. */
export function withdrawForm(today: string) {
  return z.object({
    ...common,
    'gaelder-fra': dayUntil(today),
    begrundelse: reason('Skriv, hvorfor, og hvor I ved det fra.'),
  });
}

/** Two records that are one. */
export const mergeForm = z.object({
  ...common,
  som: z.enum(['samme', 'dublet'], 'Vælg, om det er samme opgave to steder eller den samme post to gange.'),
  anden: z.string().max(300).default('').pipe(z.string().min(1, 'Vælg den anden fra listen.')),
  begrundelse: reason('Skriv, hvordan I ved, at det er det samme.'),
});

/** Who belongs to a group. */
export function membersForm(today: string) {
  return z.object({
    ...common,
    medlem: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((value) => [value].flat()),
    kendt: z.enum(['ja', 'nej'], 'Vælg, om alle medlemmer er oplyst.'),
    'gaelder-fra': dayUntil(today),
    begrundelse: reason('Skriv, hvor I ved det fra.'),
  });
}

/** What somebody found out about a remark. */
export const remarkForm = z.object({
  ...common,
  afklaring: reason('Skriv, hvad svaret er, og hvem der har givet det.'),
});

/** What the list shows; an unknown value is as none. */
export const listFilter = z.object({
  type: z.string().max(60).catch('').default(''),
  loesning: z.string().max(60).catch('').default(''),
  moede: z.string().max(20).catch('').default(''),
  vis: z.enum(['', 'bemaerkning', 'rettet', 'udgaaet']).catch('').default(''),
  q: z.string().trim().max(200).catch('').default(''),
});
export type ListFilter = z.output<typeof listFilter>;
