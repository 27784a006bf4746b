import { integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, journalled, json } from './columns.ts';

/** The 98 municipalities; `id` is the four-digit code. Source: seeds/reference/municipalities.json. */
export const municipality = sqliteTable(
  'municipality',
  {
    ...journalled(),
    name: text('name').notNull(),
    officialName: text('official_name').notNull(),
    slug: text('slug').notNull().unique(),
    variants: json<string[]>('variants').notNull(),
    region: text('region').notNull(),
    regionFrom2027: text('region_from_2027').notNull(),
    kkr: text('kkr').notNull(),
    sizeClass: text('size_class').notNull(),
    /** Rounded, about `populationYear`: only for size classes. */
    populationApprox: integer('population_approx').notNull(),
    populationYear: integer('population_year').notNull(),
    cvr: text('cvr').notNull().unique(),
    stsUuid: text('sts_uuid').notNull(),
  },
  (t) => checks('municipality', t, [t.variants]),
);
