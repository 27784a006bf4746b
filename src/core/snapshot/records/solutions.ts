/** SAPA, VALG, DUBU and the other solutions. */
import { z } from 'zod';
import { fuzzyDateSchema, prose, record } from '#src/core/snapshot/record.ts';

export const solutionsRecords = {
  sapa_steps: z.array(
    z.strictObject({ ...record, number: z.number().int(), step: z.string(), klik: z.string() }),
  ),
  sapa_accesses: z.array(
    z.strictObject({
      ...record,
      /** Indkomst, Årsopgørelse, Forskudsopgørelse, Personkontroloplysninger (R75). */
      name: z.string(),
      /** `indkomstsnitflade` (UFST sends the agreement) or `dupla` (the municipality makes it); null when not read. */
      channel: z.enum(['indkomstsnitflade', 'dupla']).nullable(),
      levels: z.array(z.string()),
      /** Number of purposes, with the words; null when not told. */
      purposes_stated: z.number().int().nullable(),
      expected: fuzzyDateSchema.nullable(),
      purposes: z.array(z.strictObject({ name: z.string(), fate: z.enum(['lapses', 'stays', 'open']) })),
    }),
  ),
  /** A statement that another one on the same slide replaces: closing of Ekstranet and SF Tele. */
  supersedings: z.array(
    z.strictObject({
      ...record,
      subject: z.string(),
      before: fuzzyDateSchema,
      after: z.strictObject({ raw: z.string(), date: fuzzyDateSchema }),
      exempt: z.array(z.string()),
    }),
  ),
  /** VALG and other figures: name, value as number, unit, date it was counted. Values without their day stand in one `unassigned` list. */
  figures: z.array(
    z.strictObject({
      ...record,
      target: z.string(),
      name: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      as_of: fuzzyDateSchema.nullable(),
      unassigned: z.array(z.number()),
    }),
  ),
  /** Steps ahead that are no KLIK task and no event, e.g. VALG "Næste skridt". */
  next_steps: z.array(
    z.strictObject({
      ...record,
      target: z.string(),
      title: z.string(),
      details: z.array(z.string()),
      date: fuzzyDateSchema,
    }),
  ),
  /** Contract ends, options and similar dates of a solution: DUBU. */
  contract_dates: z.array(
    z.strictObject({
      ...record,
      target: z.string(),
      what: z.enum(['expiry-said', 'expiry', 'option']),
      date: fuzzyDateSchema,
    }),
  ),
  /** Headlines and short facts of a solution, e.g. the 15 of the SAPA news page, names of courses. */
  news: z.array(
    z.strictObject({ ...record, target: z.string(), title: z.string(), date: fuzzyDateSchema.nullable() }),
  ),
  /** Every other sentence: bullets, quotes, the DUBU clause. `kind` says which, `target` the subject (`valg/went-well`, `dubu/clause`). */
  statements: z.array(
    z.strictObject({
      ...record,
      ...prose,
      kind: z.enum(['bullet', 'quote', 'clause', 'note', 'lead']),
      target: z.string(),
      date: fuzzyDateSchema.nullable(),
    }),
  ),
};
