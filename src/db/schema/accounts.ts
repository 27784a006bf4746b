/** People who sign in, and what belongs to their signing in. Not facts of the material: nothing here is in the journal. */
import { check, index, integer, primaryKey, sql, sqliteTable, text } from '#src/db/drizzle.ts';
import type { Role } from '#src/shared/role-names.ts';
import { json, oneOf } from './columns.ts';
import { municipality } from './municipalities.ts';

export const account = sqliteTable(
  'account',
  {
    /** Random; stands in the journal as who did it, and stays when the person is forgotten. */
    id: text('id').primaryKey(),
    /** Lower case. */
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    roles: json<Role[]>('roles').notNull(),
    /** The one municipality that the municipal roles are of; null for KOMBIT's own. */
    municipalityId: text('municipality_id').references(() => municipality.id),
    /** Solutions of a system owner. */
    solutionIds: json<string[]>('solution_ids').notNull(),
    /** Argon2id in PHC form; null until a password is chosen, and for those who sign in elsewhere. */
    passwordHash: text('password_hash'),
    createdAt: text('created_at').notNull(),
    disabledAt: text('disabled_at'),
    /** Rises with every change: what a form about the account was made from. */
    version: integer('version').notNull(),
  },
  (t) => [
    check('account_email_lower', sql`${t.email} = lower(${t.email})`),
    check('account_roles_json', sql`json_valid(${t.roles})`),
    check('account_solutions_json', sql`json_valid(${t.solutionIds})`),
  ],
);

/** Who an identity provider says it is: one account per issuer and subject, never found by mail address alone. */
export const externalIdentity = sqliteTable(
  'external_identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
);

export const SIGN_IN_METHODS = ['password', 'oidc'] as const;

/** Only those who are signed in have one; a reader without an account leaves no row. */
export const session = sqliteTable(
  'session',
  {
    /** SHA-256 of the cookie's value. */
    idHash: text('id_hash').primaryKey(),
    /** Short public name of the session, for the list of sessions and the log. */
    ref: text('ref').notNull().unique(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    method: text('method', { enum: SIGN_IN_METHODS }).notNull(),
    /** Browser and system in a few words, e.g. "Firefox på Windows". */
    device: text('device').notNull(),
    createdAt: text('created_at').notNull(),
    /** To the minute. */
    lastSeenAt: text('last_seen_at').notNull(),
    /** Municipality whose page KOMBIT staff are looking at as it sees it. */
    seeingAs: text('seeing_as').references(() => municipality.id),
  },
  (t) => [index('session_account').on(t.accountId), oneOf('session', t.method, SIGN_IN_METHODS)],
);

export const LINK_PURPOSES = ['first-admin', 'invitation', 'reset'] as const;

/** An address that works once. Only its hash is kept. */
export const oneTimeLink = sqliteTable(
  'one_time_link',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose', { enum: LINK_PURPOSES }).notNull(),
    /** Null for the first admin's, who has no account yet. */
    accountId: text('account_id').references(() => account.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('one_time_link_account').on(t.accountId), oneOf('one_time_link', t.purpose, LINK_PURPOSES)],
);

/** Forms that have been carried out, by the key each was made with: sent again, they show the first result. */
export const formDone = sqliteTable(
  'form_done',
  {
    /** SHA-256 of account and key. */
    keyHash: text('key_hash').primaryKey(),
    /** Where the first answer led. */
    location: text('location').notNull(),
    doneAt: text('done_at').notNull(),
  },
  (t) => [index('form_done_at').on(t.doneAt)],
);
