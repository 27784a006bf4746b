import { z } from 'zod';
import { readMailAddress } from '#src/shared/mail-address.ts';
import { readPersonName } from '#src/shared/person-name.ts';
import { ownPath } from '#src/web/own-address.ts';

/** Sign-in: nothing is said about a single field, or it would tell who has an account. */
export const signInForm = z.object({
  mail: z.string().max(320).default(''),
  adgangskode: z.string().max(1000).default(''),
  tilbage: z.string().max(2000).default('').transform(ownPath),
  gemt: z.string().default(''),
});

export const personName = z
  .string()
  .max(1000, 'Navnet er for langt.')
  .default('')
  .transform((typed, context) => {
    const read = readPersonName(typed);
    if ('name' in read) return read.name;
    context.addIssue({ code: 'custom', message: read.fault });
    return z.NEVER;
  });

export const mailAddress = z
  .string()
  .max(320, 'Mailadressen er for lang.')
  .default('')
  .transform((typed, context) => {
    const read = readMailAddress(typed.trim());
    if ('address' in read) return read.address.toLowerCase();
    context.addIssue({ code: 'custom', message: read.fault });
    return z.NEVER;
  });

/** Looked at by `whyNotPassword`, which knows whose it is. */
export const newPassword = z.string().max(1000, 'Adgangskoden er for lang.').default('');

/** The version of the account that a form was made from. */
export const madeFrom = z
  .string()
  .regex(/^\d{1,9}$/, 'Åbn siden igen, og prøv en gang til.')
  .transform(Number);

export const formKey = z
  .string()
  .max(100)
  .default('')
  .transform((key) => key || null);
