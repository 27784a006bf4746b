import { z } from 'zod';

export const seeAsForm = z.object({
  kommune: z.string('Vælg en kommune.').min(1, 'Vælg en kommune.').max(100, 'Vælg en kommune på listen.'),
});
