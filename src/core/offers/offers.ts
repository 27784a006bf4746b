/**
 * Typed answers that features give and overviews compose, so that the front page, a municipality's page, the search
 * and the API read every subject without knowing any of them.
 */
import type { z } from 'zod';
import type { Db } from '#src/db/client.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

/** What a page reads with: the database as it stands on a day, and that day as "today" of every rule. */
export interface Reading {
  db: Db;
  /** ISO. */
  today: string;
  /** Who did something, for people: by today's name, whatever day is shown. Absent: as the database itself names them. */
  nameOf?: (actor: string) => string;
}

export interface SourceRef {
  meetingId: string;
  /** Null: the meeting as such. */
  slide: number | null;
}

/** interface.md: `type=` klik, aftale, arrangement, milepael, raad, opgave. */
export const DEADLINE_KINDS = ['task', 'agreement', 'event', 'milestone', 'council', 'request'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const STATUSES = [
  'done',
  'signed',
  'missing',
  'in-progress',
  'claimed',
  'not-relevant',
  'not-counted',
] as const;
export type Status = (typeof STATUSES)[number];

/** One date somebody must know. */
export interface DeadlineOffer {
  kind: DeadlineKind;
  /** `task/<id>`: also what `same_ask` refers to. */
  key: string;
  title: string;
  /** What is to be done and why, in the portal's own words: for a page of the ask alone, too long for a list. */
  guidance: string | null;
  href: string;
  solutionId: string | null;
  /** The date it is listed by: the end of a task, the deadline of an agreement, the day of an event. */
  date: FuzzyDate;
  /** What the date is, as a verb phrase: "frist", "starter", "udsendes", "åbner", "afholdes", "tilmeldingsfrist". */
  dateLabel: string;
  /** Start of a task or dispatch of an agreement, when the material has one. */
  start: FuzzyDate | null;
  startLabel: string | null;
  sources: SourceRef[];
  /** Nothing to do: for information. */
  informationOnly: boolean;
  /** Not sent yet, or the title may change: said beside the row. */
  workingTitle: boolean;
  notYetSent: boolean;
  /** Named set it applies to, e.g. `eg`; null: all 98. */
  appliesToId: string | null;
  /** One line that helps: a note in the portal's own words. */
  note: string | null;
  /** Further tables whose rows it tells of, such as notes: it may have changed when one of them has. */
  tellsOf: readonly string[];
  /** Status of each municipality that has one, by code; a code that is absent is not counted. */
  statusOf: (municipalityId: string) => Status;
  /** Day of the count that `statusOf` rests on; null when there is none. */
  countedOn: string | null;
}

/** What most dates are: something to do, for all 98, with no start and no status of any municipality. */
export const PLAIN_DEADLINE = {
  guidance: null,
  start: null,
  startLabel: null,
  informationOnly: false,
  workingTitle: false,
  notYetSent: false,
  appliesToId: null,
  note: null,
  tellsOf: [],
  statusOf: () => 'not-counted',
  countedOn: null,
} as const satisfies Partial<DeadlineOffer>;

/** Where a row of the material stands, as a list; empty for reference data. */
export function sourcesOf(row: { meetingId: string | null; slide: number | null }): SourceRef[] {
  return row.meetingId === null ? [] : [{ meetingId: row.meetingId, slide: row.slide }];
}

/** A record as a line in a list: what came out of a slide, what a journal entry is about. */
export interface Described {
  /** Danish noun: "KLIK-opgave", "Aftale", "Plads". */
  kind: string;
  title: string;
  href: string;
  /** One short line more: the fields that matter, as words. */
  detail?: string;
}

export interface SearchEntry {
  /** Group on the result page: "KLIK-opgaver", "Aftaler", "Kommuner" ... */
  group: string;
  title: string;
  /** Further words to find it by: raw titles, aliases, wording. */
  body: string;
  href: string;
  /** Short line under the title: solution, date as words. */
  context: string;
  source: SourceRef | null;
}

/** A part of a solution's page that a feature draws: `view` is a template under views/, `data` what it prints. */
export interface SolutionSection {
  /** Anchor, e.g. `trin`. */
  id: string;
  heading: string;
  /** Small numbers first. */
  order: number;
  view: string;
  data: object;
}

/** One list of the read-only API. */
export interface ApiResource {
  /** Path below /api/v1/, e.g. `tasks` or `agreements/:slug/signatures`. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  item: z.ZodType;
  /** Items as the API shows them; throws NotFoundError for an unknown slug. `asOf` replaces the reading day where a count has its own. */
  read: (
    reading: Reading,
    params: Record<string, string>,
    query: Record<string, unknown>,
  ) => { data: unknown[]; asOf?: string | null };
}
