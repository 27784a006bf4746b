import { z } from 'zod';
import { ownPath } from '#src/web/own-address.ts';

export const undoForm = z.object({
  aendring: z
    .string()
    .regex(/^\d{1,15}$/, 'Vælg en ændring, der kan fortrydes.')
    .transform(Number),
  tilbage: z.string().max(2000).default('').transform(ownPath),
  _noegle: z.string().max(100).default(''),
});
