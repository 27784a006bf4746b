/**
 * What waits for a person: newer seeds on a portal in use, decks that were uploaded. Not a business fact: nothing here
 * is journalled, and nothing here is on any reader's page before it is applied.
 */
import { integer, primaryKey, sqliteTable, text } from '#src/db/drizzle.ts';
import { account } from './accounts.ts';
import { json, oneOf } from './columns.ts';

/** `read`: the meeting's day waits for a person. `ready`: compared with what stands. */
export const PROPOSAL_STATES = ['reading', 'failed', 'read', 'ready'] as const;
export const DECISIONS = ['accept', 'reject', 'correct'] as const;

export const proposal = sqliteTable('proposal', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  kind: text('kind', { enum: ['seed', 'import'] }).notNull(),
  /** SHA-256 of the material: the same files sent again are the same proposal. */
  materialHash: text('material_hash').notNull().unique(),
  /** JSON: the differences of newer seeds; what was read of a deck and how it compares. */
  content: text('content').notNull(),
  createdAt: text('created_at').notNull(),
  decidedAt: text('decided_at'),
  decision: text('decision', { enum: ['applied', 'rejected'] }),
  state: text('state', { enum: PROPOSAL_STATES }).notNull().default('ready'),
  /** Why a file could not be read: one or two Danish sentences. */
  refusal: text('refusal'),
  /** ISO day that a person has given. */
  meetingDay: text('meeting_day'),
  createdBy: text('created_by').references(() => account.id),
  /** Grows with every comparison: what a form was made from. */
  comparison: integer('comparison').notNull().default(0),
  /** Grows each time the material is read: what an earlier reading brings is dropped. */
  reading: integer('reading').notNull().default(0),
  batchId: integer('batch_id'),
});

/** What somebody said of one difference. */
export const proposalDecision = sqliteTable(
  'proposal_decision',
  {
    proposalId: integer('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** Names the difference: of its object and field. */
    itemKey: text('item_key').notNull(),
    decision: text('decision', { enum: DECISIONS }).notNull(),
    /** By field, what a person says instead. */
    corrections: json<Record<string, unknown>>('corrections'),
    /** Hash of before and after: which difference it was said of. */
    about: text('about').notNull(),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => account.id),
    decidedAt: text('decided_at').notNull(),
    /** Grows with every change; what a form was made from. */
    version: integer('version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.itemKey] }),
    oneOf('proposal_decision', t.decision, DECISIONS),
  ],
);

/** A file that was sent; its bytes lie in the data folder under its random id. */
export const upload = sqliteTable('upload', {
  id: text('id').primaryKey(),
  proposalId: integer('proposal_id')
    .notNull()
    .references(() => proposal.id),
  /** As the browser said it; for people, never for the disk. */
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
  bytes: integer('bytes').notNull(),
  uploadedBy: text('uploaded_by')
    .notNull()
    .references(() => account.id),
  uploadedAt: text('uploaded_at').notNull(),
});

/** The words of a slide as they were read, of an import that was applied. */
export const slideWords = sqliteTable(
  'slide_words',
  {
    meetingId: text('meeting_id').notNull(),
    slide: integer('slide').notNull(),
    proposalId: integer('proposal_id')
      .notNull()
      .references(() => proposal.id),
    lines: json<string[]>('lines').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.slide] })],
);
