/** What a municipality is asked to do or come to. */
import { z } from 'zod';
import { fuzzyDateSchema, prose, record, webAddress } from '#src/core/snapshot/record.ts';

export const tasksAndAsksRecords = {
  klik_tasks: z.array(
    z.strictObject({
      ...record,
      project: z.string(),
      title: z.string(),
      /** "(arbejdstitel)" or "Arbejdstitel:" stood in the title. */
      working_title: z.boolean(),
      start: fuzzyDateSchema,
      end: fuzzyDateSchema,
      /** Of a column that says so. */
      responsible: z.string().optional(),
      status: z.string().optional(),
      /** Cells of columns the reader does not know, by their heading. */
      extra: z.record(z.string(), z.string()).optional(),
    }),
  ),
  /** Notes laid over a table. `tasks`: the titles they may belong to; more than one with `uncertain: true` = not known which. */
  callouts: z.array(
    z.strictObject({
      ...record,
      ...prose,
      tasks: z.array(z.string()),
      /** Solution and agreement of the row it points at, over a table of agreements. */
      agreement: z.string().optional(),
      uncertain: z.boolean(),
      date: fuzzyDateSchema.nullable(),
    }),
  ),
  /** "Opgaven:" of a theme and other asks without a KLIK task (domain.md M-07, M-08). `target` is the subject: `sts`, `valg`, `k98`, `dubu`, `sapa` ... */
  requests: z.array(
    z.strictObject({
      ...record,
      ...prose,
      target: z.string(),
      /** "Til orientering": nothing to do. */
      information_only: z.boolean(),
      /** True for a line that begins with "Opgaven:". */
      stated: z.boolean(),
      deadline: fuzzyDateSchema.nullable(),
    }),
  ),
  events: z.array(
    z.strictObject({
      ...record,
      title: z.string(),
      target: z.string(),
      date: fuzzyDateSchema,
      time: z.string().nullable(),
      place: z.string().nullable(),
      audience: z.string().nullable(),
      signup_deadline: fuzzyDateSchema.nullable(),
      url: webAddress.nullable(),
      /** Day the material itself gives for its announcement. */
      announced: fuzzyDateSchema.nullable(),
    }),
  ),
};
