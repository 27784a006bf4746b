import { integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, fuzzyDate, journalled, oneOf, webAddress } from './columns.ts';
import { solution } from './solutions.ts';

export const newsItem = sqliteTable(
  'news_item',
  {
    ...journalled(),
    position: integer('position').notNull(),
    solutionId: text('solution_id').references(() => solution.id),
    title: text('title').notNull(),
    date: fuzzyDate('date'),
    wording: text('wording'),
  },
  (t) => checks('news_item', t, [t.date]),
);

export const event = sqliteTable(
  'event',
  {
    ...journalled(),
    solutionId: text('solution_id').references(() => solution.id),
    title: text('title').notNull(),
    date: fuzzyDate('date').notNull(),
    /** As `09:30-11:00` or `20:30`, Europe/Copenhagen. */
    time: text('time'),
    place: text('place'),
    audience: text('audience'),
    signupDeadline: fuzzyDate('signup_deadline'),
    url: webAddress('url'),
    announced: fuzzyDate('announced'),
  },
  (t) => checks('event', t, [t.date, t.signupDeadline, t.announced]),
);

export const CONTRACT_DATES = ['expiry-said', 'expiry', 'option'] as const;

/** Contract ends and options of a solution, each as said (DUBU). */
export const contractDate = sqliteTable(
  'contract_date',
  {
    ...journalled(),
    solutionId: text('solution_id')
      .notNull()
      .references(() => solution.id),
    what: text('what', { enum: CONTRACT_DATES }).notNull(),
    date: fuzzyDate('date').notNull(),
  },
  (t) => [...checks('contract_date', t, [t.date]), oneOf('contract_date', t.what, CONTRACT_DATES)],
);
