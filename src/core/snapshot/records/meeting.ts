/** Meeting, slides, and what the reader says of its own reading. */
import { z } from 'zod';
import { fuzzyDateSchema, record, webAddress } from '#src/core/snapshot/record.ts';

/** What was read: a deck, the text of one, or text recognised in its pictures. */
const fileKind = z.enum(['text', 'ocr', 'pptx', 'pdf']);

export const meetingRecords = {
  /** `2025-11`: year and month of the meeting; null when the material does not tell and nobody said. */
  meeting: z.strictObject({
    id: z.string().nullable(),
    title: z.string(),
    date: fuzzyDateSchema,
    /** Where the date comes from: printed on a slide, given by a person, or inferred from the dates in the material. */
    date_basis: z.enum(['printed', 'given', 'inferred', 'unknown']),
    agenda: z.array(z.strictObject({ ...record, number: z.number().int(), title: z.string() })),
    /** The four areas of "Dagens status" and the like: short headings of a section. */
    status_areas: z.array(z.strictObject({ ...record, title: z.string() })),
    /** Which inputs were read; a missing one is also a warning. */
    sources: z.array(fileKind),
  }),
  slides: z.array(
    z.strictObject({
      number: z.number().int().positive(),
      title: z.string(),
      /** Running head such as "KORT NYT FRA KOMBIT" or "TEMA I"; '' when none. */
      section: z.string(),
      /** What the reader took the slide for, e.g. `klik-tasks`, `agreements`, `signature-list`, `divider`, `text`. */
      kind: z.string(),
      sources: z.array(fileKind),
    }),
  ),
  links: z.array(z.strictObject({ ...record, text: z.string(), url: webAddress })),
  contacts: z.array(
    z.strictObject({
      ...record,
      name: z.string(),
      roles: z.array(z.string()),
      email: z.string(),
      slides: z.array(z.number().int()),
    }),
  ),
  warnings: z.array(
    z.strictObject({
      slide: z.number().int().nullable(),
      /** Stable word for the rule, e.g. `weekend-date`, `recipients-swapped`, `sources-disagree`, `superseded`. */
      code: z.string(),
      /** The words it is about, as read. */
      text: z.string(),
      /** One Danish sentence: what is odd and what was done. */
      reason: z.string(),
      /** Key and title of the record it is about, when there is one. */
      about: z.string().nullable(),
    }),
  ),
  not_understood: z.array(
    z.strictObject({ slide: z.number().int(), text: z.string(), source: z.enum(['text', 'ocr']) }),
  ),
};
