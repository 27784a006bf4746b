import { z } from 'zod';

export const missingQuery = z.object({
  rolle: z.string().max(40).default(''),
  loesning: z.string().max(100).default(''),
});
