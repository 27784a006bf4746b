import { index, integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { checks, fuzzyDate, journalled, json, oneOf } from './columns.ts';
import { municipality } from './municipalities.ts';
import { solution } from './solutions.ts';

export const AGREEMENT_TYPES = [
  'tilslutningsaftale',
  'databehandleraftale',
  'dataudvekslingsaftale',
  'anden',
] as const;

/** Words of interface.md. `not-counted` is the absence of a row, never a row. */
export const SIGNATURE_STATUSES = ['signed', 'missing', 'in-progress', 'claimed', 'not-relevant'] as const;

export const agreement = sqliteTable(
  'agreement',
  {
    ...journalled(),
    solutionId: text('solution_id')
      .notNull()
      .references(() => solution.id),
    type: text('type', { enum: AGREEMENT_TYPES }).notNull(),
    /** Agreement cell as published, e.g. "Databehandleraftale bilag A - ny skabelon". */
    title: text('title').notNull(),
    /** Solution cell as published, e.g. "FKI -SP". */
    solutionRaw: text('solution_raw').notNull(),
    /** What people call it, in the portal's words, e.g. "Tilslutningsaftale, tre begrebs- og datastandarder". */
    name: text('name'),
    aliases: json<string[]>('aliases').notNull(),
    sent: fuzzyDate('sent').notNull(),
    deadline: fuzzyDate('deadline').notNull(),
    recipientsRaw: text('recipients_raw').notNull(),
    /** Normalised roles, e.g. "systemansvarlige", "programledere". */
    recipientRoles: json<string[]>('recipient_roles').notNull(),
    extra: json<Record<string, string>>('extra').notNull(),
  },
  (t) => [
    ...checks('agreement', t, [t.aliases, t.sent, t.deadline, t.recipientRoles, t.extra]),
    oneOf('agreement', t.type, AGREEMENT_TYPES),
  ],
);

/** What another slide tells of an agreement beside its table row; `areas` must take part in the decision. */
export const agreementDetail = sqliteTable(
  'agreement_detail',
  {
    ...journalled(),
    agreementId: text('agreement_id')
      .notNull()
      .references(() => agreement.id),
    /** The name on that slide. */
    name: text('name').notNull(),
    deadline: fuzzyDate('deadline'),
    signedStated: integer('signed_stated'),
    areas: json<{ area: string; topic: string }[]>('areas').notNull(),
  },
  (t) => checks('agreement_detail', t, [t.deadline, t.areas]),
);

/** One count of one agreement: `id` is `<agreement>/<day>`. */
export const signatureCount = sqliteTable(
  'signature_count',
  {
    ...journalled(),
    agreementId: text('agreement_id')
      .notNull()
      .references(() => agreement.id),
    countedOn: text('counted_on').notNull(),
    listed: text('listed', { enum: ['missing', 'signed', 'both'] }).notNull(),
    statedCount: integer('stated_count'),
    listedCount: integer('listed_count').notNull(),
    signed: integer('signed').notNull(),
    missing: integer('missing').notNull(),
    /** Which list was worked out as the rest of the 98; null when both were given. */
    inferred: text('inferred', { enum: ['signed', 'missing'] }),
  },
  (t) => [...checks('signature_count', t), oneOf('signature_count', t.listed, ['missing', 'signed', 'both'])],
);

/** Status of one municipality for one agreement: `id` is `<agreement>/<code>`. */
export const signature = sqliteTable(
  'signature',
  {
    ...journalled(),
    agreementId: text('agreement_id')
      .notNull()
      .references(() => agreement.id),
    municipalityId: text('municipality_id')
      .notNull()
      .references(() => municipality.id),
    status: text('status', { enum: SIGNATURE_STATUSES }).notNull(),
    /** Day of signing; null when nobody said. */
    signedOn: text('signed_on'),
    countedOn: text('counted_on'),
    note: text('note'),
  },
  (t) => [
    ...checks('signature', t),
    oneOf('signature', t.status, SIGNATURE_STATUSES),
    index('signature_municipality').on(t.municipalityId),
    index('signature_agreement').on(t.agreementId),
  ],
);
