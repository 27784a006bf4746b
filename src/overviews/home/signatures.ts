import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { shortDay } from '#src/shared/day-wording.ts';
import { isPassed, relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
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
  /** "Odense", with its status; null without a municipality. */
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
  const codes = listMunicipalities(reading.db).map((one) => one.id);
  return deadlines.flatMap((deadline) => {
    const { countedOn, date } = deadline;
    if (countedOn === null || !deadline.kinds.includes('agreement')) return [];
    const statuses = codes.map(deadline.statusOf);
    const signed = statuses.filter((status) => status === 'signed').length;
    const total = statuses.filter((status) => status !== 'not-relevant').length;
    const relative = isPassed(date, reading.today) ? 'passeret' : relativeWords(date, reading.today);
    const due = date.from === null && date.to === null ? 'ikke oplyst' : `${wordsOf(date)}, ${relative}`;
    return [
      {
        href: deadline.href,
        title: deadline.title,
        signed,
        total,
        bar: progressBar(signed, total, 'underskrevet'),
        own: municipality && {
          name: municipality.name,
          status: statusBadge(deadline.statusOf(municipality.id)),
        },
        when: `Frist ${due}. Opgjort ${shortDay(countedOn)}.`,
        chips: chipsOf(...deadline.sources),
      },
    ];
  });
}
