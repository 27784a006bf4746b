/**
 * The snapshot: everything one meeting's material says, as plain data. What `portal import --json` prints, what
 * `seeds/meetings/*.json` keep, and what every feature's applier reads. Keys as in interface.md; every record has
 * its slide and how sure the reader is.
 */
import { z } from 'zod';
import { PRECISIONS } from '#src/shared/fuzzy-date/fuzzy-date.ts';

export const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);

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
const record = {
  slide: z.number().int().positive(),
  confidence: z.enum(['high', 'medium', 'low']),
};

/**
 * Prose keeps its text while it is being read; in the seeds only the hash stands (`text` absent).
 * `sha256` is of the normalised text, so that the same sentence read again is the same record.
 */
const prose = { text: z.string().optional(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };

export const snapshotSchema = z.strictObject({
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
    sources: z.array(z.enum(['text', 'ocr'])),
  }),
  slides: z.array(
    z.strictObject({
      number: z.number().int().positive(),
      title: z.string(),
      /** Running head such as "KORT NYT FRA KOMBIT" or "TEMA I"; '' when none. */
      section: z.string(),
      /** What the reader took the slide for, e.g. `klik-tasks`, `agreements`, `signature-list`, `divider`, `text`. */
      kind: z.string(),
      sources: z.array(z.enum(['text', 'ocr'])),
    }),
  ),
  klik_tasks: z.array(
    z.strictObject({
      ...record,
      project: z.string(),
      title: z.string(),
      /** "(arbejdstitel)" or "Arbejdstitel:" stood in the title. */
      working_title: z.boolean(),
      start: fuzzyDateSchema,
      end: fuzzyDateSchema,
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
      uncertain: z.boolean(),
      date: fuzzyDateSchema.nullable(),
    }),
  ),
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
      url: z.string().nullable(),
      /** Day the material itself gives for its announcement. */
      announced: fuzzyDateSchema.nullable(),
    }),
  ),
  links: z.array(z.strictObject({ ...record, text: z.string(), url: z.string() })),
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
});

export type Snapshot = z.infer<typeof snapshotSchema>;
