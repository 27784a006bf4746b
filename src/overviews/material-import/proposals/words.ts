/** What proposals are called on screen. */
import { monthName } from '#src/shared/danish-calendar.ts';
import { importContent } from './content.ts';
import type { ProposalRow } from './store.ts';

/** "Programledermøde december 2025", "Nyt grunddata", "Præsentation". */
export function proposalName(row: ProposalRow): string {
  if (row.kind === 'seed') return 'Nyt grunddata';
  const id = row.meetingDay?.slice(0, 7) ?? importContent(row)?.snapshot.meeting.id;
  return id ? `Programledermøde ${monthName(Number(id.slice(5, 7)))} ${id.slice(0, 4)}` : 'Præsentation';
}

/** What names the proposal in its address; readable addresses are those of the meetings themselves. */
export function proposalPath({ id }: Pick<ProposalRow, 'id'>): string {
  return `/redaktion/indlaes/${id}`;
}
