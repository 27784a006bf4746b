import { sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, flag, fuzzyDate, journalled } from './columns.ts';
import { solution } from './solutions.ts';

/** An ask without a KLIK task: "Opgaven:" of a theme, or one that stands hidden in a slide. */
export const request = sqliteTable(
  'request',
  {
    ...journalled(),
    solutionId: text('solution_id').references(() => solution.id),
    text: text('text'),
    /** Short title in the portal's own words; null until an editor wrote it. */
    title: text('title'),
    wording: text('wording'),
    deadline: fuzzyDate('deadline'),
    /** "Til orientering": nothing to do. */
    informationOnly: flag('information_only').notNull(),
    /** The slide itself calls it "Opgaven". */
    stated: flag('stated').notNull(),
  },
  (t) => checks('request', t, [t.deadline]),
);
