/** The re-tender of the support systems. */
import { z } from 'zod';
import { fuzzyDateSchema, record } from '#src/core/snapshot/record.ts';

export const stsRecords = {
  sts_milestones: z.array(z.strictObject({ ...record, title: z.string(), date: fuzzyDateSchema })),
  /** Bars of the plan; `date` has precision `none` when the text gives none. */
  sts_phases: z.array(z.strictObject({ ...record, title: z.string(), date: fuzzyDateSchema })),
  sts_components: z.array(z.strictObject({ ...record, name: z.string() })),
  /** Layers of the delivery and which contract has them, e.g. Applikationsdrift / STS. */
  sts_layers: z.array(z.strictObject({ ...record, layer: z.string(), contract: z.string().nullable() })),
  /** Columns of the transition picture with their cells as read. */
  sts_transition: z.array(
    z.strictObject({
      ...record,
      step: z.string(),
      supplier: z.string().nullable(),
      cells: z.array(z.string()),
      label: z.string().nullable(),
    }),
  ),
  sts_goals: z.array(z.strictObject({ ...record, number: z.number().int(), title: z.string() })),
  /** The agile chain: Forretningsmæssige mål og behov ... Tasks. */
  sts_chain: z.array(z.strictObject({ ...record, title: z.string() })),
};
