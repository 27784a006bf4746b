/** The re-tender of the support systems. */
import { integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, fuzzyDate, journalled, json } from './columns.ts';

const named = () => ({ ...journalled(), position: integer('position').notNull() });

export const stsMilestone = sqliteTable(
  'sts_milestone',
  { ...named(), title: text('title').notNull(), date: fuzzyDate('date').notNull() },
  (t) => checks('sts_milestone', t, [t.date]),
);

/** A bar of the plan; `date` has precision `none` when the text gives none. */
export const stsPhase = sqliteTable(
  'sts_phase',
  { ...named(), title: text('title').notNull(), date: fuzzyDate('date').notNull() },
  (t) => checks('sts_phase', t, [t.date]),
);

/** `isSts` null: which of the names the picture marks as support systems is not known. */
export const stsComponent = sqliteTable(
  'sts_component',
  { ...named(), name: text('name').notNull(), isSts: integer('is_sts', { mode: 'boolean' }) },
  (t) => checks('sts_component', t),
);

export const stsLayer = sqliteTable(
  'sts_layer',
  { ...named(), layer: text('layer').notNull(), contract: text('contract') },
  (t) => checks('sts_layer', t),
);

export const stsTransitionStep = sqliteTable(
  'sts_transition_step',
  {
    ...named(),
    step: text('step').notNull(),
    supplier: text('supplier'),
    label: text('label'),
    cells: json<string[]>('cells').notNull(),
  },
  (t) => checks('sts_transition_step', t, [t.cells]),
);

export const stsGoal = sqliteTable(
  'sts_goal',
  { ...named(), number: integer('number').notNull(), title: text('title').notNull() },
  (t) => checks('sts_goal', t),
);

export const stsChainStep = sqliteTable(
  'sts_chain_step',
  { ...named(), title: text('title').notNull() },
  (t) => checks('sts_chain_step', t),
);
