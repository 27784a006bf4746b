/** What the material is and where words stand in it: meetings, slides, contacts, links, remarks, sentences. */
import { integer, sqliteTable, text, uniqueIndex } from '#src/db/drizzle.ts';
import { checks, flag, fuzzyDate, journalled, json, oneOf, webAddress } from './columns.ts';
import { solution } from './solutions.ts';

export const DATE_BASES = ['printed', 'given', 'inferred', 'unknown'] as const;

/** `id` is `2025-11`. */
export const meeting = sqliteTable(
  'meeting',
  {
    ...journalled(),
    title: text('title').notNull(),
    date: fuzzyDate('date').notNull(),
    dateBasis: text('date_basis', { enum: DATE_BASES }).notNull(),
    /** Why the date is believed, one Danish sentence, when it is inferred. */
    dateReason: text('date_reason'),
    nextMeetingOn: text('next_meeting_on'),
    /** Day and slide that `nextMeetingOn` comes from. */
    nextMeetingSlide: integer('next_meeting_slide'),
    statusAreas: json<string[]>('status_areas').notNull(),
    /** Public addresses of slides and recording, null when the material does not state them. */
    slidesUrl: webAddress('slides_url'),
    recordingUrl: webAddress('recording_url'),
  },
  (t) => [...checks('meeting', t, [t.date, t.statusAreas]), oneOf('meeting', t.dateBasis, DATE_BASES)],
);

export const agendaItem = sqliteTable(
  'agenda_item',
  { ...journalled(), number: integer('number').notNull(), title: text('title').notNull() },
  (t) => checks('agenda_item', t),
);

/** `id` is `2025-11/4`; `slide` is the number within the meeting. */
export const slide = sqliteTable(
  'slide',
  {
    ...journalled(),
    title: text('title').notNull(),
    section: text('section').notNull(),
    kind: text('kind').notNull(),
    sources: json<('text' | 'ocr')[]>('sources').notNull(),
  },
  (t) => [...checks('slide', t, [t.sources]), uniqueIndex('slide_number').on(t.meetingId, t.slide)],
);

export const contact = sqliteTable(
  'contact',
  {
    ...journalled(),
    name: text('name').notNull(),
    roles: json<string[]>('roles').notNull(),
    email: text('email').notNull(),
    solutionId: text('solution_id').references(() => solution.id),
    slides: json<number[]>('slides').notNull(),
  },
  (t) => checks('contact', t, [t.roles, t.slides]),
);

export const link = sqliteTable(
  'link',
  {
    ...journalled(),
    text: text('text').notNull(),
    url: webAddress('url').notNull(),
    solutionId: text('solution_id').references(() => solution.id),
  },
  (t) => checks('link', t),
);

/** Something odd in the source: kept as published, said beside the fact, resolved by a person. */
export const remark = sqliteTable(
  'remark',
  {
    ...journalled(),
    code: text('code').notNull(),
    /** The words it is about, as read. */
    words: text('words').notNull(),
    /** One Danish sentence. */
    reason: text('reason').notNull(),
    /** The record it is about, e.g. entity `agreement`, id `ksd-databehandleraftale`; null for the slide as such. */
    entity: text('entity'),
    objectId: text('object_id'),
    /** True when readers of the page should see it; false for what only an editor needs (a check that held). */
    shown: flag('shown').notNull(),
    resolution: text('resolution'),
  },
  (t) => checks('remark', t),
);

/**
 * A sentence of the material: `text` as read from an uploaded deck (absent from the seeds), `wording` in the
 * portal's own words by an editor. `id` begins with the SHA-256 of the normalised text.
 */
export const STATEMENT_KINDS = ['bullet', 'quote', 'clause', 'note', 'lead'] as const;
export const statement = sqliteTable(
  'statement',
  {
    ...journalled(),
    kind: text('kind', { enum: STATEMENT_KINDS }).notNull(),
    /** Subject, e.g. `valg/went-well`, `dubu/clause`. */
    target: text('target').notNull(),
    solutionId: text('solution_id').references(() => solution.id),
    date: fuzzyDate('date'),
    text: text('text'),
    wording: text('wording'),
    /** Order on the slide. */
    position: integer('position').notNull(),
  },
  (t) => [...checks('statement', t, [t.date]), oneOf('statement', t.kind, STATEMENT_KINDS)],
);

/** Two records that are one ask (a KLIK task and the agreement it asks to sign): shown once with two source chips. */
export const sameAsk = sqliteTable(
  'same_ask',
  {
    ...journalled(),
    /** `task/<id>`, `agreement/<id>`, `request/<id>`, `event/<id>`: the one that is shown. */
    shown: text('shown').notNull(),
    folded: text('folded').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [...checks('same_ask', t), uniqueIndex('same_ask_folded').on(t.folded)],
);
