import type { SourceRef } from '#src/core/offers/offers.ts';
import type { SourceChip } from './parts.ts';
import { sourceChip } from './source-chip.ts';

/** Chips of a row or record: its own meeting and slide, then further ones, each once. None for reference data. */
export function chipsOf(
  ...sources: ({ meetingId: string | null; slide: number | null } | null)[]
): SourceChip[] {
  const refs = sources.filter(
    (one): one is SourceRef & { slide: number } =>
      one !== null && one.meetingId !== null && one.slide !== null,
  );
  return [
    ...new Map(
      refs.map((one) => [`${one.meetingId}/${one.slide}`, sourceChip(one.meetingId, one.slide)]),
    ).values(),
  ];
}
