import { z } from 'zod';
import { CONTACT_ROLES } from '#src/db/schema/answers.ts';
import { readMailAddress } from '#src/shared/mail-address.ts';
import { oneLine } from '#src/shared/one-line.ts';

const LONGEST_NAME = 120;

export const SAME_PERSON = 'Vælg en anden end den, der stopper.';

const formKey = z.string().max(100).default('');
const id = z.string().max(40, 'Vælg en kontakt på listen.').default('');
const version = z
  .string()
  .regex(/^\d{1,6}$/, 'Siden er for gammel. Åbn den igen.')
  .transform(Number);

const name = z
  .string()
  .default('')
  .transform(oneLine)
  .pipe(z.string().max(LONGEST_NAME, `Navnet er for langt. Skriv højst ${LONGEST_NAME} tegn.`));
const email = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return '';
    const read = readMailAddress(typed);
    if ('address' in read) return read.address;
    context.addIssue({ code: 'custom', message: read.fault });
    return z.NEVER;
  });
const phone = z
  .string()
  .default('')
  .transform(oneLine)
  .pipe(z.string().regex(/^[+\d ()-]{0,30}$/, 'Skriv telefonnummeret med tal, fx 12 34 56 78.'));

export const contactQuery = z.object({
  kontakt: id,
  rolle: z.enum(CONTACT_ROLES).optional().catch(undefined),
  loesning: z.string().max(100).default(''),
});

/** @param solutionIds those there are */
export function contactForm(solutionIds: ReadonlySet<string>) {
  return z
    .object({
      kontakt: id,
      grundlag: version,
      rolle: z.enum(CONTACT_ROLES, 'Vælg en rolle.'),
      loesning: z
        .string()
        .default('')
        .refine((one) => one === '' || solutionIds.has(one), 'Vælg en løsning på listen.')
        .transform((one) => one || null),
      navn: name,
      mail: email,
      telefon: phone,
      _noegle: formKey,
    })
    .refine(({ rolle, loesning }) => rolle !== 'system-owner' || loesning !== null, {
      path: ['loesning'],
      message: 'Vælg den løsning, personen er systemansvarlig for.',
    });
}

export const oneForm = z.object({ kontakt: id, grundlag: version, _noegle: formKey });
export const confirmForm = z.object({ kontakt: id, _noegle: formKey });

export const handOverForm = z
  .object({
    fra: z.string({ error: 'Vælg, hvem der stopper.' }).min(1, 'Vælg, hvem der stopper.').max(40),
    til: id,
    /** What the page was made from: `contactsStanding`. */
    grundlag: z.string().max(100).default(''),
    navn: name,
    mail: email,
    telefon: phone,
    _noegle: formKey,
  })
  .refine(({ til, navn, mail }) => til !== '' || navn !== '' || mail !== '', {
    path: ['til'],
    message: 'Vælg, hvem der overtager, eller skriv en ny persons navn.',
  })
  .refine(({ til, navn, mail, telefon }) => til === '' || (navn === '' && mail === '' && telefon === ''), {
    path: ['til'],
    message: 'Vælg enten en person på listen, eller skriv en ny person. Slet det, der ikke skal bruges.',
  })
  .refine(({ fra, til }) => til !== fra, { path: ['til'], message: SAME_PERSON });
