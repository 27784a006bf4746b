import type { DeadlineKind, DeadlineOffer, Reading, Status } from '#src/core/offers/offers.ts';
import { findMunicipalitySet } from '#src/core/solutions/queries.ts';
import { listSameAsks, type SameAsk } from '#src/core/sources/queries.ts';
import { features } from '#src/features/index.ts';
import type { Feature } from '#src/web/feature.ts';
import { compareDates } from '#src/web/fuzzy-date-view.ts';
import { listSetMembers } from './queries.ts';

/** One date somebody must know, whichever features tell of it. */
export interface Deadline extends DeadlineOffer {
  /** Its own kind, then those of the records folded into it: a KLIK task that asks to sign an agreement is both. */
  kinds: DeadlineKind[];
  solutionIds: string[];
  /** Whom it concerns; null: all 98. */
  audience: Audience | null;
}

export interface Audience {
  /** "EG-kommuner" */
  name: string;
  /** Codes; null when nobody has said who they are. Then it is shown to all. */
  members: ReadonlySet<string> | null;
}

/** Everything that the features offer, each ask once, the earliest first. */
export function listDeadlines(reading: Reading, subjects: readonly Feature[] = features): Deadline[] {
  const offers = subjects.flatMap((subject) => subject.deadlines?.(reading) ?? []);
  return foldSameAsks(offers, listSameAsks(reading.db))
    .map((deadline) => ({ ...deadline, audience: audienceOf(reading, deadline.appliesToId) }))
    .sort((a, b) => compareDates(a.date, b.date));
}

/**
 * Records that are one ask become one row: the shown one keeps its words and takes over the other's sources, kinds
 * and, where it has no count of its own, its count. A record whose partner does not stand on the day is left alone.
 */
export function foldSameAsks(offers: readonly DeadlineOffer[], asks: readonly SameAsk[]): Deadline[] {
  const byKey = new Map(offers.map((offer) => [offer.key, deadlineOf(offer)]));
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

function deadlineOf(offer: DeadlineOffer): Deadline {
  const solutionIds = offer.solutionId === null ? [] : [offer.solutionId];
  return { ...offer, kinds: [offer.kind], solutionIds, audience: null };
}

function joined(shown: Deadline, folded: Deadline): Deadline {
  return {
    ...shown,
    kinds: [...new Set([...shown.kinds, ...folded.kinds])],
    solutionIds: [...new Set([...shown.solutionIds, ...folded.solutionIds])],
    sources: [...shown.sources, ...folded.sources],
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
