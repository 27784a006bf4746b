import { z } from 'zod';
import { formKey, madeFrom, newPassword, personName } from '#src/features/accounts/forms.ts';

export const nameForm = z.object({ navn: personName, version: madeFrom, _noegle: formKey });

export const passwordForm = z.object({
  adgangskode_nu: z.string().max(1000).default(''),
  adgangskode: newPassword,
  _noegle: formKey,
});

/** Whether ugens mail comes. */
export const mailForm = z.object({
  mail: z.enum(['til', 'fra'], { error: 'Vælg, om I vil have ugens mail.' }),
});

/** One session by its public name, or all others. */
export const sessionForm = z.object({ session: z.string().regex(/^[\w-]{1,40}$/, 'Vælg en session.') });
