import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, flag, journalled, json, oneOf } from './columns.ts';
import { municipality } from './municipalities.ts';

export const SOLUTION_KINDS = ['system', 'theme'] as const;

/** A system or theme with its own page. Source: seeds/reference/solutions.json. */
export const solution = sqliteTable(
  'solution',
  {
    ...journalled(),
    name: text('name').notNull(),
    fullName: text('full_name'),
    kind: text('kind', { enum: SOLUTION_KINDS }).notNull(),
    /** Spellings by which decks name it. */
    aliases: json<string[]>('aliases').notNull(),
    /** The solution under which it is gathered: FKI SP and FKI STS under Fælleskommunal Infrastruktur. */
    parentId: text('parent_id').references((): AnySQLiteColumn => solution.id),
    /** One or two sentences in the portal's own words. */
    summary: text('summary'),
  },
  (t) => [...checks('solution', t, [t.aliases]), oneOf('solution', t.kind, SOLUTION_KINDS)],
);

/** A named set of municipalities that something applies to, e.g. EG; `membersKnown` false until somebody says who. */
export const municipalitySet = sqliteTable(
  'municipality_set',
  {
    ...journalled(),
    name: text('name').notNull(),
    membersKnown: flag('members_known').notNull(),
    note: text('note'),
  },
  (t) => checks('municipality_set', t),
);

export const municipalitySetMember = sqliteTable(
  'municipality_set_member',
  {
    ...journalled(),
    setId: text('set_id')
      .notNull()
      .references(() => municipalitySet.id),
    municipalityId: text('municipality_id')
      .notNull()
      .references(() => municipality.id),
  },
  (t) => checks('municipality_set_member', t),
);
