import { sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, flag, fuzzyDate, journalled, json } from './columns.ts';
import { municipalitySet, solution } from './solutions.ts';

export const task = sqliteTable(
  'task',
  {
    ...journalled(),
    solutionId: text('solution_id')
      .notNull()
      .references(() => solution.id),
    /** As published. */
    title: text('title').notNull(),
    workingTitle: flag('working_title').notNull(),
    /** Project cell as published. */
    projectRaw: text('project_raw').notNull(),
    start: fuzzyDate('start').notNull(),
    end: fuzzyDate('end').notNull(),
    /** Null: all 98. */
    appliesToId: text('applies_to_id').references(() => municipalitySet.id),
    extra: json<Record<string, string>>('extra').notNull(),
    /** What the municipality does, in the portal's own words. */
    wording: text('wording'),
  },
  (t) => checks('task', t, [t.start, t.end, t.extra]),
);

/** A note laid over the table. */
export const taskNote = sqliteTable(
  'task_note',
  {
    ...journalled(),
    text: text('text'),
    wording: text('wording'),
    /** True when it is not known which of its tasks it belongs to. */
    uncertain: flag('uncertain').notNull(),
    date: fuzzyDate('date'),
  },
  (t) => checks('task_note', t, [t.date]),
);

export const taskNoteTarget = sqliteTable(
  'task_note_target',
  {
    ...journalled(),
    noteId: text('note_id')
      .notNull()
      .references(() => taskNote.id),
    taskId: text('task_id')
      .notNull()
      .references(() => task.id),
  },
  (t) => checks('task_note_target', t),
);
