import { z } from 'zod';
import { parseTypedDay } from '#src/shared/typed-day.ts';

/** A municipality's own list is 98 lines; a slide's text with everything around it a few hundred. */
export const MOST_LINES = 1000;
/** More pieces than this nobody decides one by one: it is not a list of municipalities. */
export const MOST_UNSURE = 200;

/** A day as people write it, at the latest today. */
export function typedDay(today: string, after: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const read = parseTypedDay(typed);
      if ('reason' in read) {
        context.addIssue({ code: 'custom', message: read.reason });
        return z.NEVER;
      }
      if (read.day > today) {
        context.addIssue({ code: 'custom', message: `Datoen ligger efter i dag. ${after}` });
        return z.NEVER;
      }
      return read.day;
    });
}

/** The form of a pasted list; the same when it is read and when it is saved. */
export function pasteForm(today: string) {
  return z
    .object({
      tekst: z
        .string()
        .default('')
        .refine((text) => text.trim() !== '', 'Indsæt listen fra mailen, regnearket eller sliden.')
        .refine(
          (text) => text.split('\n').length <= MOST_LINES,
          `Teksten har flere end ${MOST_LINES.toLocaleString('da-DK')} linjer. Der er 98 kommuner: indsæt kun listen.`,
        ),
      liste: z.enum(
        ['mangler', 'underskrevet'],
        'Vælg, om listen viser dem, der mangler, eller dem, der har underskrevet.',
      ),
      opgjort: typedDay(today, 'Skriv den dag, listen blev opgjort.'),
      resten: z.enum(['saettes', 'uaendret']).default('saettes'),
      trin: z.enum(['tolk', 'gem']).default('tolk'),
      grundlag: z.string().max(40).default(''),
      _noegle: z.string().max(100).default(''),
    })
    .loose();
}

/** Decisions on unsure pieces: the fields `valg-0`, `valg-1` ... */
export function decisionsOf(typed: Readonly<Record<string, string | string[]>>): Record<string, string> {
  const pairs = Object.entries(typed).flatMap(([name, value]): [string, string][] => {
    const index = /^valg-(\d{1,4})$/.exec(name)?.[1];
    return index !== undefined && typeof value === 'string' ? [[index, value]] : [];
  });
  return Object.fromEntries(pairs);
}
