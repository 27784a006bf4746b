/**
 * What a municipality says itself about what it is asked. A journalled row with `ownerId` is that municipality's own
 * matter: seen by it and by KOMBIT, and left out by everything that reads the journal for everybody
 * (`src/core/journal/history.ts`). Notes and people are in no journal at all, so that they can be erased.
 */
import { check, index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from '#src/db/drizzle.ts';
import { account } from './accounts.ts';
import { checks, flag, journalled, oneOf } from './columns.ts';
import { municipality } from './municipalities.ts';
import { municipalitySet, solution } from './solutions.ts';

export const ANSWER_STATUSES = ['done', 'in-progress', 'not-relevant'] as const;

const owned = () => ({
  ...journalled(),
  ownerId: text('owner_id')
    .notNull()
    .references(() => municipality.id),
});

/** How it stands with one ask: `id` is `<code>/<ask>`. No answer is the absence of a row. */
export const answer = sqliteTable(
  'answer',
  {
    ...owned(),
    /** Key of the ask as in its deadline: `task/<id>`, `agreement/<id>`, `request/<id>` ... */
    ask: text('ask').notNull(),
    status: text('status', { enum: ANSWER_STATUSES }).notNull(),
    /** Day on which it was done, ISO; null for the other statuses. */
    doneOn: text('done_on'),
    /** Remark; for `not-relevant` the reason. */
    remark: text('remark'),
  },
  (t) => [
    ...checks('answer', t),
    oneOf('answer', t.status, ANSWER_STATUSES),
    uniqueIndex('answer_owner_ask').on(t.ownerId, t.ask),
  ],
);

/** Whether a municipality belongs to a named set such as EG: `id` is `<code>/<set>`. Asked once and remembered. */
export const setAnswer = sqliteTable(
  'set_answer',
  {
    ...owned(),
    setId: text('set_id')
      .notNull()
      .references(() => municipalitySet.id),
    belongs: flag('belongs').notNull(),
  },
  (t) => [...checks('set_answer', t), uniqueIndex('set_answer_owner_set').on(t.ownerId, t.setId)],
);

/** Who in the municipality has an ask: `id` is `<code>/<ask>`. Names a contact by its id, never a person. */
export const assignment = sqliteTable(
  'assignment',
  {
    ...owned(),
    ask: text('ask').notNull(),
    /** A `municipal_contact`; one that was erased is nobody. */
    contactId: text('contact_id').notNull(),
  },
  (t) => [...checks('assignment', t), uniqueIndex('assignment_owner_ask').on(t.ownerId, t.ask)],
);

/** A municipality's note to itself about an ask; KOMBIT does not see it. */
export const ownNote = sqliteTable(
  'own_note',
  {
    ownerId: text('owner_id')
      .notNull()
      .references(() => municipality.id),
    ask: text('ask').notNull(),
    text: text('text').notNull(),
    /** Rises with every change: what a form was made from. */
    version: integer('version').notNull(),
    changedAt: text('changed_at').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => account.id),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.ask] })],
);

export const CONTACT_ROLES = [
  'programme-leader',
  'system-owner',
  'infrastructure',
  'legal',
  'mailbox',
  'other',
] as const;

/** A role in a municipality and who has it. Nobody yet: name and mail are empty. */
export const municipalContact = sqliteTable(
  'municipal_contact',
  {
    /** Random. The row stays when another person takes over, and what the role has goes along. */
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => municipality.id),
    role: text('role', { enum: CONTACT_ROLES }).notNull(),
    /** Null: for everything. */
    solutionId: text('solution_id').references(() => solution.id),
    name: text('name').notNull(),
    /** As typed; one line. */
    email: text('email').notNull(),
    phone: text('phone').notNull(),
    /** Day on which the municipality last said that it is right, ISO. */
    confirmedOn: text('confirmed_on').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [
    oneOf('municipal_contact', t.role, CONTACT_ROLES),
    check(
      'municipal_contact_one_line',
      sql`${t.name} || ${t.email} || ${t.phone} not like '%' || char(10) || '%'`,
    ),
    index('municipal_contact_owner').on(t.ownerId),
  ],
);
