/** What the pages across features ask of the agreements: one municipality's standing, and where signing stands. */
import type { Reading, SourceRef, Status } from '#src/core/offers/offers.ts';
import { namedAgreements } from './named.ts';
import { type Agreement, listSignaturesOf } from './queries.ts';
import { type AgreementGroup, groupOf } from './rules.ts';
import { tallies } from './tally.ts';
import { headingOf } from './wording.ts';

export interface AgreementStanding {
  key: string;
  title: string;
  href: string;
  solutionId: string;
  group: AgreementGroup;
  sent: Agreement['sent'];
  deadline: Agreement['deadline'];
  status: Status;
  /** ISO; null when nobody said. */
  signedOn: string | null;
  /** ISO day of the count the status rests on; null when nobody has counted. */
  countedOn: string | null;
  source: SourceRef | null;
}

/** All agreements as they stand for one municipality (four-digit code), the nearest deadline first. */
export function standingsOf({ db, today }: Reading, municipalityId: string): AgreementStanding[] {
  const signatures = new Map(listSignaturesOf(db, municipalityId).map((one) => [one.agreementId, one]));
  return namedAgreements(db).map(({ agreement, solution }) => {
    const signature = signatures.get(agreement.id);
    return {
      key: `agreement/${agreement.id}`,
      title: headingOf(agreement, solution),
      href: `/aftaler/${agreement.id}`,
      solutionId: agreement.solutionId,
      group: groupOf(agreement, today),
      sent: agreement.sent,
      deadline: agreement.deadline,
      status: signature?.status ?? 'not-counted',
      signedOn: signature?.signedOn ?? null,
      countedOn: signature?.countedOn ?? null,
      source: sourceOf(signature ?? agreement),
    };
  });
}

export interface SignatureSummary {
  title: string;
  href: string;
  signed: number;
  missing: number;
  total: number;
  /** ISO day of the last count. */
  countedOn: string | null;
  deadline: Agreement['deadline'];
  /** The slide of the last count. */
  source: SourceRef | null;
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
      missing: tally.status.missing,
      total: tally.total,
      countedOn: tally.countedOn,
      deadline: agreement.deadline,
      source: sourceOf(tally.counts.at(-1) ?? agreement),
    };
  });
}

function sourceOf({
  meetingId,
  slide,
}: {
  meetingId: string | null;
  slide: number | null;
}): SourceRef | null {
  return meetingId ? { meetingId, slide } : null;
}
