import { headOf } from '#src/core/journal/remembered.ts';
import { withdrawnKeys, withWithdrawn } from '#src/core/journal/withdrawn.ts';
import type { DeadlineKind, DeadlineOffer, Reading, Status } from '#src/core/offers/offers.ts';
import { findMunicipalitySet } from '#src/core/solutions/queries.ts';
import { listSameAsks, type SameAsk } from '#src/core/sources/queries.ts';
import { features } from '#src/features/index.ts';
import { compareDates, type DateGroup, dateGroups } from '#src/shared/fuzzy-date/order.ts';
import type { Feature } from '#src/web/feature.ts';
import { listSetMembers } from './queries.ts';

/** One date somebody must know, whichever features tell of it. */
export interface Deadline extends FoldedOffer {
  /** Whom it concerns; null: all 98. */
  audience: Audience | null;
  /** Where it lies as seen from the day that is shown. */
  group: DateGroup;
}

/** An offer with those that are the same ask folded into it. */
export interface FoldedOffer extends DeadlineOffer {
  /** Its own kind, then those of the records folded into it: a KLIK task that asks to sign an agreement is both. */
  kinds: DeadlineKind[];
  /** Its own key, then theirs. */
  keys: string[];
  solutionIds: string[];
}

export interface Audience {
  /** "EG-kommuner" */
  name: string;
  /** Codes; null when nobody has said who they are. Then it is shown to all. */
  members: ReadonlySet<string> | null;
}

const composed = new WeakMap<object, { standing: string; deadlines: readonly Deadline[] }>();

/**
 * Everything that the features offer, each ask once, the earliest first. Kept until the journal grows or another day
 * is shown: every page across features reads it, and it is the same for all readers.
 */
export function listDeadlines(reading: Reading): readonly Deadline[] {
  const { db, today } = reading;
  const standing = `${headOf(db)}:${today}`;
  const kept = composed.get(db.$client);
  if (kept?.standing === standing) return kept.deadlines;
  const deadlines = composeDeadlines(reading, features);
  composed.set(db.$client, { standing, deadlines });
  return deadlines;
}

/** What was withdrawn, as it last stood: for a calendar that has shown it. */
export function listWithdrawnDeadlines(reading: Reading): Deadline[] {
  const db = withWithdrawn(reading.db);
  if (db === reading.db) return [];
  const withdrawn = withdrawnKeys(reading.db);
  return listDeadlines({ ...reading, db }).filter((one) => withdrawn.has(recordKeyOf(one)));
}

/** The record that a date belongs to, `task/<id>`: an event has two rows, its day and its last day to sign up. */
export function recordKeyOf({ key }: Pick<DeadlineOffer, 'key'>): string {
  return key.replace(/^event-signup\//, 'event/');
}

export function composeDeadlines(reading: Reading, subjects: readonly Feature[]): Deadline[] {
  const offers = subjects.flatMap((subject) => subject.deadlines?.(reading) ?? []);
  const groupOf = dateGroups(reading.today);
  return foldSameAsks(offers, listSameAsks(reading.db))
    .map((offer) => ({
      ...offer,
      audience: audienceOf(reading, offer.appliesToId),
      group: groupOf(offer.date),
    }))
    .sort((a, b) => compareDates(a.date, b.date));
}

/**
 * Records that are one ask become one row: the shown one keeps its words and takes over the other's sources, kinds
 * and, where it has no count of its own, its count. A record whose partner does not stand on the day is left alone.
 */
export function foldSameAsks(offers: readonly DeadlineOffer[], asks: readonly SameAsk[]): FoldedOffer[] {
  const byKey = new Map(offers.map((offer) => [offer.key, unfolded(offer)]));
  const partnerOf = new Map(asks.filter((ask) => byKey.has(ask.shown)).map((ask) => [ask.folded, ask.shown]));
  for (const key of [...byKey.keys()]) {
    const folded = byKey.get(key);
    const shown = byKey.get(shownKey(key, partnerOf));
    if (!folded || !shown || folded === shown) continue;
    byKey.delete(key);
    byKey.set(shown.key, joined(shown, folded));
  }
  return [...byKey.values()];
}

/** Pairs may form a chain; one that runs in a circle is not followed round. */
function shownKey(key: string, partnerOf: ReadonlyMap<string, string>): string {
  const seen = new Set([key]);
  let at = key;
  for (let next = partnerOf.get(at); next !== undefined; next = partnerOf.get(at)) {
    if (seen.has(next)) return key;
    seen.add(next);
    at = next;
  }
  return at;
}

function unfolded(offer: DeadlineOffer): FoldedOffer {
  const solutionIds = offer.solutionId === null ? [] : [offer.solutionId];
  return { ...offer, kinds: [offer.kind], keys: [offer.key], solutionIds };
}

function joined(shown: FoldedOffer, folded: FoldedOffer): FoldedOffer {
  return {
    ...shown,
    guidance: shown.guidance ?? folded.guidance,
    kinds: [...new Set([...shown.kinds, ...folded.kinds])],
    keys: [...shown.keys, ...folded.keys],
    solutionIds: [...new Set([...shown.solutionIds, ...folded.solutionIds])],
    sources: [...shown.sources, ...folded.sources],
    tellsOf: [...shown.tellsOf, ...folded.tellsOf],
    countedOn: shown.countedOn ?? folded.countedOn,
    statusOf: firstCounted(shown.statusOf, folded.statusOf),
  };
}

function firstCounted(
  own: DeadlineOffer['statusOf'],
  other: DeadlineOffer['statusOf'],
): DeadlineOffer['statusOf'] {
  return (code): Status => {
    const status = own(code);
    return status === 'not-counted' ? other(code) : status;
  };
}

function audienceOf({ db }: Reading, setId: string | null): Audience | null {
  const set = setId === null ? undefined : findMunicipalitySet(db, setId);
  if (!set) return null;
  return { name: set.name, members: set.membersKnown ? new Set(listSetMembers(db, set.id)) : null };
}
