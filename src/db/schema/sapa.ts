/** Tax data in SAPA. */
import { integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, fuzzyDate, journalled, json, oneOf } from './columns.ts';

const placed = () => ({ ...journalled(), position: integer('position').notNull() });

export const PURPOSE_FATES = ['lapses', 'stays', 'open'] as const;

export const sapaStep = sqliteTable(
  'sapa_step',
  {
    ...placed(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    klik: text('klik').notNull(),
  },
  (t) => checks('sapa_step', t),
);

export const sapaAccess = sqliteTable(
  'sapa_access',
  {
    ...placed(),
    name: text('name').notNull(),
    /** Who makes the agreement: `indkomstsnitflade` = UFST sends it, `dupla` = the municipality makes it. */
    channel: text('channel', { enum: ['indkomstsnitflade', 'dupla'] }),
    levels: json<string[]>('levels').notNull(),
    purposesStated: integer('purposes_stated'),
    expected: fuzzyDate('expected'),
  },
  (t) => checks('sapa_access', t, [t.levels, t.expected]),
);

export const sapaPurpose = sqliteTable(
  'sapa_purpose',
  {
    ...placed(),
    accessId: text('access_id')
      .notNull()
      .references(() => sapaAccess.id),
    name: text('name').notNull(),
    fate: text('fate', { enum: PURPOSE_FATES }).notNull(),
  },
  (t) => [...checks('sapa_purpose', t), oneOf('sapa_purpose', t.fate, PURPOSE_FATES)],
);

/** A date that another statement on the same slide replaces; both stay readable. */
export const superseding = sqliteTable(
  'superseding',
  {
    ...placed(),
    subject: text('subject').notNull(),
    before: fuzzyDate('before').notNull(),
    afterRaw: text('after_raw').notNull(),
    after: fuzzyDate('after').notNull(),
    exempt: json<string[]>('exempt').notNull(),
  },
  (t) => checks('superseding', t, [t.before, t.after, t.exempt]),
);
