/** What the records of every subject share: dates, source, confidence, prose. */
import { z } from 'zod';
import { PRECISIONS } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { isWebAddress } from '#src/shared/web-address.ts';

export const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What stands behind a link on the pages. */
export const webAddress = z.string().refine(isWebAddress, 'not a web address');

export const fuzzyDateSchema = z.strictObject({
  raw: z.string(),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  precision: z.enum(PRECISIONS),
  state: z.enum(['sent', 'planned', 'unclear']).optional(),
  yearInferred: z.boolean(),
  uncertain: z.literal(true).optional(),
  confidence: z.literal('low').optional(),
});

/** Common to every record: slide counts from 1 over the merged sources. */
export const record = {
  slide: z.number().int().positive(),
  confidence: z.enum(['high', 'medium', 'low']),
};

/**
 * Prose keeps its text while it is being read; in the seeds only the hash stands (`text` absent).
 * `sha256` is of the normalised text, so that the same sentence read again is the same record.
 */
export const prose = { text: z.string().optional(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };
