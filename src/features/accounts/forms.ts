import { z } from 'zod';
import { ownPath } from '#src/web/own-address.ts';

/** Sign-in: nothing is said about a single field, or it would tell who has an account. */
export const signInForm = z.object({
  mail: z.string().max(320).default(''),
  adgangskode: z.string().max(1000).default(''),
  tilbage: z.string().max(2000).default('').transform(ownPath),
  gemt: z.string().default(''),
});
