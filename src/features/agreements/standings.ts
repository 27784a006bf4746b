/** What the pages across features ask of the agreements: where signing stands. */
import { type Reading, type SourceRef, sourcesOf } from '#src/core/offers/offers.ts';
import { namedAgreements } from './named.ts';
import type { Agreement } from './queries.ts';
import { tallies } from './tally.ts';
import { headingOf } from './wording.ts';

export interface SignatureSummary {
  title: string;
  href: string;
  signed: number;
  /** Municipalities the agreement concerns. */
  total: number;
  /** ISO day of the last count; null where only single municipalities are known. */
  countedOn: string | null;
  deadline: Agreement['deadline'];
  /** The slide of the last count. */
  sources: SourceRef[];
}

/** The agreements somebody has counted, the nearest deadline first. */
export function signatureSummary({ db }: Reading): SignatureSummary[] {
  const counted = tallies(db);
  return namedAgreements(db).flatMap(({ agreement, solution }) => {
    const tally = counted.get(agreement.id);
    if (!tally) return [];
    return {
      title: headingOf(agreement, solution),
      href: `/aftaler/${agreement.id}`,
      signed: tally.status.signed,
      total: tally.total,
      countedOn: tally.countedOn,
      deadline: agreement.deadline,
      sources: sourcesOf(tally.counts.at(-1) ?? agreement),
    };
  });
}
