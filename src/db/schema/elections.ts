/** VALG: figures and what comes next; sentences of the evaluation are statements (sources.ts). */
import { integer, real, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, fuzzyDate, journalled, json } from './columns.ts';

const placed = () => ({ ...journalled(), position: integer('position').notNull() });

export const electionFigure = sqliteTable(
  'election_figure',
  {
    ...placed(),
    name: text('name').notNull(),
    value: real('value'),
    unit: text('unit').notNull(),
    asOf: fuzzyDate('as_of'),
    /** Values the source gives without saying which day each belongs to. */
    unassigned: json<number[]>('unassigned').notNull(),
  },
  (t) => checks('election_figure', t, [t.asOf, t.unassigned]),
);

export const electionStep = sqliteTable(
  'election_step',
  {
    ...placed(),
    title: text('title').notNull(),
    details: json<string[]>('details').notNull(),
    date: fuzzyDate('date').notNull(),
  },
  (t) => checks('election_step', t, [t.details, t.date]),
);
