/** What is said of an answer, and where it is given. */
import type { Answer } from '#src/core/answers/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';

/** The page of one ask for one municipality. */
export function answerHref(slug: string, { key }: Pick<Deadline, 'key'>): string {
  return `/kommuner/${slug}/svar?opgave=${encodeURIComponent(key)}`;
}

/** "Løst 24. november 2025. Sendt til Økonomi."; '' where nothing is said beside the status. */
export function statusLine(answer: Pick<Answer, 'doneOn' | 'remark'> | undefined): string {
  if (!answer) return '';
  const { doneOn, remark } = answer;
  return [doneOn ? `${dayInSentence(doneOn)}.` : '', remark ?? ''].filter((one) => one !== '').join(' ');
}

/** An agreement is signed, everything else solved. */
export function asksForSignature({ kinds }: Pick<Deadline, 'kinds'>): boolean {
  return kinds.includes('agreement');
}
