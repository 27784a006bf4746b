/** K98. */
import { z } from 'zod';
import { fuzzyDateSchema, record } from '#src/core/snapshot/record.ts';

export const governanceRecords = {
  k98_steps: z.array(
    z.strictObject({ ...record, title: z.string(), details: z.array(z.string()), date: fuzzyDateSchema }),
  ),
  k98_seats: z.array(
    z.strictObject({
      ...record,
      body: z.string(),
      seat: z.string(),
      /** Number of seats; null when the slide leaves it open. */
      count: z.number().int().nullable(),
      minimum: z.boolean(),
      optional: z.boolean(),
      appointed: z.array(z.string()),
      /** Of columns that say so. */
      geography: z.string().optional(),
      role: z.string().optional(),
      status: z.string().optional(),
    }),
  ),
  k98_chairs: z.array(z.strictObject({ ...record, body: z.string(), chair: z.string() })),
  k98_criteria: z.array(z.strictObject({ ...record, title: z.string() })),
  k98_application_fields: z.array(z.strictObject({ ...record, title: z.string(), optional: z.boolean() })),
  k98_flow: z.array(z.strictObject({ ...record, level: z.string().nullable(), text: z.string() })),
  annual_wheel: z.array(
    z.strictObject({
      ...record,
      activity: z.string(),
      level: z.string().nullable(),
      months: z.tuple([z.number().int(), z.number().int()]).nullable(),
      draft: z.boolean(),
    }),
  ),
};
