/** Addresses by which a person's calendar program reads the portal without signing in. Nothing here is in the journal. */
import { check, index, sql, sqliteTable, text } from '#src/db/drizzle.ts';
import { account } from './accounts.ts';
import { municipality } from './municipalities.ts';
import { solution } from './solutions.ts';

/** Of one municipality or of one solution. */
export const calendarToken = sqliteTable(
  'calendar_token',
  {
    /** Short public name, for lists and the log; opens nothing. */
    ref: text('ref').primaryKey(),
    /** SHA-256 of what the address ends in. */
    tokenHash: text('token_hash').notNull().unique(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    municipalityId: text('municipality_id').references(() => municipality.id),
    solutionId: text('solution_id').references(() => solution.id),
    createdAt: text('created_at').notNull(),
    /** Latest day on which a calendar program read it, ISO; null for never. */
    usedOn: text('used_on'),
    /** Null while it works. */
    revokedAt: text('revoked_at'),
  },
  (t) => [
    index('calendar_token_account').on(t.accountId),
    check('calendar_token_scope', sql`(${t.municipalityId} is null) <> (${t.solutionId} is null)`),
  ],
);
