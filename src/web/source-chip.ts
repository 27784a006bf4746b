/**
 * The chip that says where a fact stands: "Nov. 2025, slide 4". The same words everywhere, to the same address.
 */
import { monthShortName } from '#src/shared/danish-calendar.ts';
import type { SourceChip } from './parts.ts';

/**
 * `meeting` is `YYYY-MM`. The long form is for boxes of facts, the short one for rows.
 * Slides count from 1 with the agenda as the first.
 */
export function sourceChip(meeting: string, slide: number, form: 'short' | 'long' = 'short'): SourceChip {
  const name = `${monthShortName(Number(meeting.slice(5, 7)))} ${meeting.slice(0, 4)}`;
  const text =
    form === 'long'
      ? `Programledermøde ${name}, slide ${slide}`
      : `${name[0]?.toUpperCase()}${name.slice(1)}, slide ${slide}`;
  return { href: `/moeder/${meeting}/slide/${slide}`, text };
}
