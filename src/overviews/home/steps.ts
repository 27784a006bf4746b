import { type Deadline, titleOf } from '#src/overviews/deadlines/index.ts';
import { dayInShort } from '#src/shared/danish-calendar.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { NextStep } from '#src/web/parts.ts';
import { nearestAhead, nearestMissing } from './rules.ts';

/** At most two: the nearest date, and the nearest ask that is counted as missing for the municipality. */
export function nextSteps(
  open: readonly Deadline[],
  code: string | null,
  today: string,
  names: ReadonlyMap<string, string>,
): NextStep[] {
  const step = (deadline: Deadline, why: string) => ({
    why,
    title: titleOf(deadline, names),
    href: deadline.href,
  });
  const missing = nearestMissing(open, code);
  const nearest = nearestAhead(
    open.filter((one) => one !== missing),
    today,
  );
  const steps: NextStep[] = [];
  if (nearest) steps.push(step(nearest, `${nextWords(nearest)}, ${dateWords(nearest, today)}`));
  if (missing) steps.push(step(missing, missingWords(missing, today)));
  return steps;
}

/** "Næste frist", "Næste tilmeldingsfrist"; a date that is told by a verb is just a date. */
function nextWords({ dateLabel }: Deadline): string {
  return dateLabel.endsWith('frist') ? `Næste ${dateLabel}` : `Næste dato (${dateLabel})`;
}

function missingWords(deadline: Deadline, today: string): string {
  const counted = deadline.countedOn ? dayInShort(deadline.countedOn) : '';
  return isPassed(deadline.date, today)
    ? `Manglede hos jer, da KOMBIT opgjorde ${counted}; fristen ${wordsOf(deadline.date)} er passeret`
    : `Mangler hos jer (opgjort ${counted}), frist ${dateWords(deadline, today)}`;
}

function dateWords({ date }: Deadline, today: string): string {
  const relative = relativeWords(date, today);
  return relative === '' ? wordsOf(date).toLocaleLowerCase('da') : `${wordsOf(date)}, ${relative}`;
}
