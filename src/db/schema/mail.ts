/**
 * The outbox: every mail the portal sends waits here first, queued in the transaction of the deed that causes it.
 * Rows are the work of `src/core/mail`; nothing here is journalled.
 */
import { check, index, integer, sql, sqliteTable, text } from '#src/db/drizzle.ts';
import { account } from './accounts.ts';
import { flag, oneOf } from './columns.ts';

export const MAIL_STATES = ['queued', 'sending', 'sent', 'refused', 'given-up'] as const;
export const MAIL_EVENTS = ['queued', 'interrupted', 'put-off', 'sent', 'refused', 'given-up'] as const;

export const mail = sqliteTable(
  'mail',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The same in every attempt: whoever gets a mail twice can tell that it is one. With its angle brackets. */
    messageId: text('message_id').notNull().unique(),
    /** A key of MAIL_KINDS in `src/core/mail/kinds.ts`. */
    kind: text('kind').notNull(),
    /** The account it is for; null for an address that has none. */
    accountId: text('account_id').references(() => account.id),
    /** '' once the person is forgotten. */
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    /** Null once erased. */
    text: text('text'),
    html: text('html'),
    unsubscribeUrl: text('unsubscribe_url'),
    /** It carries a one-time link: its text goes as soon as nothing more will be sent. */
    holdsSecret: flag('holds_secret').notNull(),
    state: text('state', { enum: MAIL_STATES }).notNull(),
    /** Attempts begun; also tells the attempt under way from an older one that was cut off. */
    attempts: integer('attempts').notNull(),
    /** Instants, UTC, ISO with milliseconds. */
    queuedAt: text('queued_at').notNull(),
    /** When it is due; of one being sent, when it is taken up again if nothing was heard. Null once settled. */
    nextAttemptAt: text('next_attempt_at'),
    /** After this it is of no use to anybody (a link that has died) and is not sent. */
    usefulUntil: text('useful_until'),
    /** When it was sent, refused or given up. */
    settledAt: text('settled_at'),
  },
  (t) => [
    oneOf('mail', t.state, MAIL_STATES),
    // Both become header lines: a line break in one would let its writer add headers.
    check(
      'mail_one_line',
      sql`${t.subject} || ${t.address} not like '%' || char(10) || '%'
        and ${t.subject} || ${t.address} not like '%' || char(13) || '%'`,
    ),
    check('mail_due', sql`(${t.state} in ('queued', 'sending')) = (${t.nextAttemptAt} is not null)`),
    check('mail_settled', sql`(${t.state} in ('queued', 'sending')) = (${t.settledAt} is null)`),
    check(
      'mail_texts',
      sql`(${t.settledAt} is not null and ${t.text} is null and ${t.html} is null and ${t.unsubscribeUrl} is null)
        or (${t.text} is not null and ${t.html} is not null)`,
    ),
    check('mail_secret', sql`${t.settledAt} is null or ${t.holdsSecret} = 0 or ${t.text} is null`),
    index('mail_next').on(t.nextAttemptAt, t.id),
    index('mail_account').on(t.accountId),
    index('mail_settled_at').on(t.settledAt),
  ],
);

/** What happened to a mail, one line each; never what it says. */
export const mailLog = sqliteTable(
  'mail_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    mailId: integer('mail_id')
      .notNull()
      .references(() => mail.id),
    at: text('at').notNull(),
    event: text('event', { enum: MAIL_EVENTS }).notNull(),
    /** Which attempt; 0 before the first. */
    attempt: integer('attempt').notNull(),
    /** What the server answered, or what is wrong; of a mail with a secret the number alone. */
    answer: text('answer'),
  },
  (t) => [oneOf('mail_log', t.event, MAIL_EVENTS), index('mail_log_mail').on(t.mailId)],
);
