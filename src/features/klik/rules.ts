import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';

/** The marks that say a title may still change: "(arbejdstitel)" after it or "Arbejdstitel:" before it. */
const WORKING_TITLE = /^\s*arbejdstitel:\s*|\s*\(arbejdstitel\)\s*$/gi;

export function titleWithoutMarks(title: string): string {
  return title.replace(WORKING_TITLE, '').trim();
}

/** What makes a task the same in another deck: project and title, whatever the marks, case, spaces and punctuation. */
export function identityOf(project: string, title: string): string {
  return [project, titleWithoutMarks(title)].map(lettersAndDigits).join('|');
}

export const TASK_PHASES = ['current', 'ahead', 'ended', 'undated'] as const;
export type TaskPhase = (typeof TASK_PHASES)[number];

/**
 * Where a task is in its course. It lies ahead only while it certainly has not begun, and has ended only after the
 * last day its end may be: an uncertain start or end never hides a task that may need work today.
 */
export function taskPhase({ start, end }: { start: FuzzyDate; end: FuzzyDate }, today: string): TaskPhase {
  if (isPassed(end, today)) return 'ended';
  if (start.from !== null && start.from > today) return 'ahead';
  return hasDate(start) || hasDate(end) ? 'current' : 'undated';
}

function hasDate({ from, to }: FuzzyDate): boolean {
  return from !== null || to !== null;
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
