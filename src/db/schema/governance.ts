/** K98: councils, how they are staffed, the yearly wheel. */
import { integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, flag, fuzzyDate, journalled, json } from './columns.ts';
import { municipality } from './municipalities.ts';

const placed = () => ({ ...journalled(), position: integer('position').notNull() });

export const council = sqliteTable(
  'council',
  { ...placed(), name: text('name').notNull(), chair: text('chair') },
  (t) => checks('council', t),
);

/** A kind of seat; `count` null when the material leaves the number open. */
export const seat = sqliteTable(
  'seat',
  {
    ...placed(),
    councilId: text('council_id')
      .notNull()
      .references(() => council.id),
    title: text('title').notNull(),
    count: integer('count'),
    minimum: flag('minimum').notNull(),
    optional: flag('optional').notNull(),
    appointed: json<string[]>('appointed').notNull(),
    /** Municipality of an appointed person, once known. */
    municipalityId: text('municipality_id').references(() => municipality.id),
  },
  (t) => checks('seat', t, [t.appointed]),
);

export const seatCriterion = sqliteTable(
  'seat_criterion',
  { ...placed(), title: text('title').notNull() },
  (t) => checks('seat_criterion', t),
);

export const applicationField = sqliteTable(
  'application_field',
  { ...placed(), title: text('title').notNull(), optional: flag('optional').notNull() },
  (t) => checks('application_field', t),
);

export const processStep = sqliteTable(
  'process_step',
  {
    ...placed(),
    title: text('title').notNull(),
    details: json<string[]>('details').notNull(),
    date: fuzzyDate('date').notNull(),
  },
  (t) => checks('process_step', t, [t.details, t.date]),
);

export const flowStep = sqliteTable(
  'flow_step',
  { ...placed(), level: text('level'), title: text('title').notNull() },
  (t) => checks('flow_step', t),
);

/** An activity of the wheel; level and months null until somebody confirms where it stands. */
export const wheelEntry = sqliteTable(
  'wheel_entry',
  {
    ...placed(),
    activity: text('activity').notNull(),
    level: text('level'),
    fromMonth: integer('from_month'),
    toMonth: integer('to_month'),
    draft: flag('draft').notNull(),
  },
  (t) => checks('wheel_entry', t),
);
