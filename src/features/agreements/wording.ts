/** What the pages, the search and the API say of an agreement in words. */
import { dayInShort } from '#src/shared/danish-calendar.ts';
import { dateGroup } from '#src/shared/fuzzy-date/order.ts';
import { type DateForm, fuzzyDateView, relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, StatusBadge } from '#src/web/parts.ts';
import { whenBadge } from '#src/web/status-badge.ts';
import type { Agreement } from './queries.ts';
import { type AgreementGroup, dispatchDoubt, hasDate } from './rules.ts';

export const GROUP_HEADINGS: Record<AgreementGroup, string> = {
  open: 'Åben for underskrift',
  passed: 'Frist passeret',
  underway: 'På vej',
  unclear: 'Uafklaret',
};

/** What people call it, else the title as published: "Databehandleraftale – ny skabelon". */
export function nameOf({ name, title }: Pick<Agreement, 'name' | 'title'>): string {
  return name ?? title.replaceAll(' - ', ' – ');
}

/** The name where nothing else says which solution it is of. One that people have names for is known by its own. */
export function headingOf(agreement: Agreement, solution: string): string {
  const name = nameOf(agreement);
  return agreement.aliases.length > 0 ? name : `${solution}: ${name}`;
}

/** "Frist 15. dec. 2025, om 21 dage", "Frist passeret 25. sept. 2025", "Frist uafklaret" */
export function deadlineBadge({ deadline }: Pick<Agreement, 'deadline'>, today: string): StatusBadge {
  const group = dateGroup(deadline, today);
  if (group === 'undated') return whenBadge(group, `Frist ${wordsOf(deadline).toLocaleLowerCase('da')}`);
  if (group === 'passed') return whenBadge(group, `Frist passeret ${dayInShort(deadline.to ?? '')}`);
  const words = deadline.precision === 'day' && deadline.to ? dayInShort(deadline.to) : wordsOf(deadline);
  return whenBadge(group, `Frist ${words}, ${relativeWords(deadline, today)}`);
}

/** The dispatch in a column of its own. A deadline without any dispatch is odd enough to be said in full. */
export function dispatchView(agreement: Agreement, today: string, form: DateForm): FuzzyDateView {
  const view = fuzzyDateView(agreement.sent, form);
  return dispatchDoubt(agreement, today) === 'not-stated'
    ? { ...view, text: 'Udsendelse ikke oplyst' }
    : view;
}

/** "Udsendt 27.10.–2.11.2025", "Udsendes 1.–10. dec. 2025", "Udsendelse ikke oplyst" */
export function dispatchWords(agreement: Agreement, today: string, form: DateForm): string {
  const { sent } = agreement;
  const words = wordsOf(sent, form);
  if (sent.state === 'sent') return `Udsendt ${words}`;
  if (!hasDate(sent)) return `Udsendelse ${words.toLocaleLowerCase('da')}`;
  const doubt = dispatchDoubt(agreement, today);
  return doubt === 'not-confirmed' ? `Skulle sendes ${words}` : `Udsendes ${words}`;
}

/** Why the dispatch is not certain; '' when it is. */
export function dispatchNote(agreement: Agreement, today: string): string {
  return dispatchDoubt(agreement, today) === 'not-confirmed'
    ? 'Materialet siger ikke, om aftalen er sendt.'
    : '';
}
