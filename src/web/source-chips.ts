import type { SourceRef } from '#src/core/offers/offers.ts';
import type { SourceChip } from './parts.ts';
import { sourceChip } from './source-chip.ts';

/** A row that knows its meeting and slide; both are null for reference data. */
export type Sourced = { meetingId: string | null; slide: number | null } | null;

/** Chips of a row or record: its own meeting and slide, then further ones, each once. None for reference data. */
export function chipsOf(...rows: Sourced[]): SourceChip[] {
  return sourcesOf(...rows).map(({ meetingId, slide }) => sourceChip(meetingId, slide));
}

/** Where rows stand in the material, each slide once, in the order given. None for reference data. */
export function sourcesOf(...rows: Sourced[]): (SourceRef & { slide: number })[] {
  const found = new Map<string, SourceRef & { slide: number }>();
  for (const row of rows) {
    if (!row || row.meetingId === null || row.slide === null) continue;
    const { meetingId, slide } = row;
    const key = `${meetingId}/${slide}`;
    if (!found.has(key)) found.set(key, { meetingId, slide });
  }
  return [...found.values()];
}
