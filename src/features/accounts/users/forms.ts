import { z } from 'zod';
import { knownRoles } from '#src/core/access/rights.ts';
import { formKey, madeFrom, mailAddress, personName } from '#src/features/accounts/forms.ts';
import { isRole } from '#src/shared/role-names.ts';

/** A box that is ticked once comes as a text, several as a list, none as nothing. */
const ticked = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(100)).max(100),
);

/** A person and what they may. What goes together is `whyNotRights`. */
export const userForm = z.object({
  navn: personName,
  mail: mailAddress,
  roller: ticked.transform(knownRoles),
  kommune: z
    .string()
    .regex(/^(\d{4})?$/, 'Vælg en kommune på listen.')
    .default('')
    .transform((code) => code || null),
  loesninger: ticked,
  _noegle: formKey,
});

export const changeForm = userForm.extend({ version: madeFrom });

export const deedForm = z.object({ _noegle: formKey });

export const forgetForm = z.object({
  bekraeft: z.literal('ja', 'Sæt kryds ved, at personen skal anonymiseres. Det kan ikke fortrydes.'),
});

export const sessionForm = z.object({ session: z.string().regex(/^[\w-]{1,40}$/, 'Vælg en session.') });

const wordOrNothing = z
  .string()
  .optional()
  .transform((word) => word || undefined);

/** Filters of the list, by the words of the address. */
export const filterForm = z.object({
  kommune: wordOrNothing,
  rolle: wordOrNothing.refine(
    (word) => word === undefined || isRole(word),
    'Rollen findes ikke. Vælg en på listen.',
  ),
  status: z
    .enum(['aktiv', 'aldrig', 'lukket', 'anonymiseret', ''], 'Status findes ikke. Vælg en på listen.')
    .optional(),
});
