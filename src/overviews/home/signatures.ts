import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { type SignatureSummary, signatureSummary } from '#src/features/agreements/index.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { dayInShort } from '#src/shared/danish-calendar.ts';
import { dateGroup } from '#src/shared/fuzzy-date/order.ts';
import { relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { SourceChip, StatusBadge } from '#src/web/parts.ts';
import { progressBar } from '#src/web/pictures/progress-bar.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';

/** An agreement that KOMBIT has counted, as the panel prints it. */
export interface SignatureView {
  href: string;
  title: string;
  signed: number;
  total: number;
  bar: string;
  /** The chosen municipality with its status; null without one. */
  own: { name: string; status: StatusBadge } | null;
  /** "Frist man. 15. dec. 2025, om 21 dage. Opgjort 20. nov. 2025." */
  when: string;
  chips: SourceChip[];
}

export function signatureViews(
  deadlines: readonly Deadline[],
  municipality: Municipality | null,
  reading: Reading,
): SignatureView[] {
  const ownStatus = (href: string) =>
    (municipality && deadlines.find((one) => one.href === href)?.statusOf(municipality.id)) ?? 'not-counted';
  return signatureSummary(reading).map((summary) => {
    const { href, title, signed, total, sources } = summary;
    return {
      href,
      title,
      signed,
      total,
      bar: progressBar(signed, total, 'underskrevet'),
      own: municipality && { name: municipality.name, status: statusBadge(ownStatus(href)) },
      when: whenWords(summary, reading.today),
      chips: chipsOf(...sources),
    };
  });
}

function whenWords({ deadline, countedOn }: SignatureSummary, today: string): string {
  const counted = countedOn ? ` Opgjort ${dayInShort(countedOn)}.` : '';
  switch (dateGroup(deadline, today)) {
    case 'undated':
      return `Frist ${wordsOf(deadline).toLocaleLowerCase('da')}.${counted}`;
    case 'passed':
      return `Fristen var ${wordsOf(deadline)}.${counted}`;
    default:
      return `Frist ${wordsOf(deadline)}, ${relativeWords(deadline, today)}.${counted}`;
  }
}
