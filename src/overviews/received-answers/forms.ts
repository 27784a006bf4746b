import { z } from 'zod';

/** What is shown, as in `?vis=`, in the order of the choices. */
export const SHOWN = ['meldt', 'ikke-relevant', 'loest', 'i-gang'] as const;
export type Shown = (typeof SHOWN)[number];

export const shownQuery = z.object({
  vis: z
    .enum(SHOWN, 'Vælg et af svarene: meldt, ikke-relevant, loest eller i-gang.')
    .or(z.literal('').transform(() => 'meldt' as const))
    .default('meldt'),
});
