/**
 * The weekly mail to the municipalities' people: whether it is switched on, each week's round, who got what, and who
 * wants none. Rows are the work of `src/overviews/digest`; nothing here is journalled, the access log tells who did what.
 */
import { index, integer, sql, sqliteTable, text, uniqueIndex } from '#src/db/drizzle.ts';
import { account } from './accounts.ts';
import { flag, json, oneOf } from './columns.ts';
import { mail } from './mail.ts';

/** Reminders of a date, in the order in which they come; each is told once for a date. */
export const STAGES = ['first', 'repeat', 'late', 'last'] as const;
export type Stage = (typeof STAGES)[number];

/** What a mail told of one ask: what the next mail compares with. */
export interface Told {
  title: string;
  /** First and last possible day and how exact they are, to compare; `words` is what was written. */
  date: string;
  /** "frist", "udsendes" */
  label: string;
  words: string;
  status: string;
  /** The last reminder of this date, or null. */
  stage: Stage | null;
}

/** Each switching on or off is a row; the newest holds. No row at all: off. */
export const digestSwitch = sqliteTable('digest_switch', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  isOn: flag('is_on').notNull(),
  /** Instants, UTC, ISO. */
  at: text('at').notNull(),
  actor: text('actor').notNull(),
});

export const ROUND_STATES = ['open', 'done', 'skipped'] as const;

/** A week's mails. `open`: being queued, and gone on with after a crash. */
export const digestRound = sqliteTable(
  'digest_round',
  {
    /** "2025-W48" */
    week: text('week').primaryKey(),
    state: text('state', { enum: ROUND_STATES }).notNull(),
    at: text('at').notNull(),
    /** Account id, or `system` when the time had come. */
    actor: text('actor').notNull(),
  },
  (t) => [oneOf('digest_round', t.state, ROUND_STATES)],
);

/** One mail to one person in one week, written in the transaction that queues it. */
export const digestMail = sqliteTable(
  'digest_mail',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    week: text('week').notNull(),
    mailId: integer('mail_id')
      .notNull()
      .unique()
      .references(() => mail.id),
    /** SHA-256 of what stands in the mail's address for saying no more. */
    tokenHash: text('token_hash').notNull().unique(),
    /** By the key of the ask; null once a later mail has told everything anew. */
    told: json<Record<string, Told>>('told'),
    /** It was stopped before it left: it has told nothing. */
    cancelledAt: text('cancelled_at'),
  },
  (t) => [
    uniqueIndex('digest_mail_one_a_week').on(t.accountId, t.week).where(sql`${t.cancelledAt} is null`),
    index('digest_mail_week').on(t.week),
  ],
);

/** Who has said no more; the row goes when they say yes again. */
export const digestOptOut = sqliteTable('digest_opt_out', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => account.id),
  at: text('at').notNull(),
});
