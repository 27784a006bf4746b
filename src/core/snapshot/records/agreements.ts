/** Agreements and who has signed. */
import { z } from 'zod';
import { fuzzyDateSchema, record } from '#src/core/snapshot/record.ts';

export const agreementsRecords = {
  agreements: z.array(
    z.strictObject({
      ...record,
      solution: z.string(),
      agreement: z.string(),
      sent: fuzzyDateSchema,
      recipients: z.string(),
      deadline: fuzzyDateSchema,
      extra: z.record(z.string(), z.string()).optional(),
    }),
  ),
  signatures: z.array(
    z.strictObject({
      ...record,
      /** The words by which the slide names the agreement. */
      agreement: z.string(),
      as_of: fuzzyDateSchema,
      listed: z.enum(['missing', 'signed', 'both']),
      stated_count: z.number().int().nullable(),
      listed_count: z.number().int(),
      /** Short names of Statistics Denmark, in municipality-code order. */
      missing: z.array(z.string()),
      signed: z.array(z.string()),
      /** Which of the two lists was worked out as the rest of the 98. */
      inferred: z.enum(['signed', 'missing']).nullable(),
      /** The slide's own number is not that of its names. */
      count_mismatch: z.literal(true).optional(),
      /** As written; none of the 98. */
      unknown_names: z.array(z.string()).optional(),
      /** On both lists. */
      conflicts: z.array(z.string()).optional(),
    }),
  ),
  /** What a slide tells of an agreement beside its table row: other names, deadline, areas of work, signed so far. */
  agreement_details: z.array(
    z.strictObject({
      ...record,
      /** Name as on the slide, e.g. "3xbegrebs- og datastandarder". */
      agreement: z.string(),
      deadline: fuzzyDateSchema.nullable(),
      signed_stated: z.number().int().nullable(),
      areas: z.array(z.strictObject({ area: z.string(), topic: z.string() })),
    }),
  ),
};
