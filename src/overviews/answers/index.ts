/**
 * Svar: what a municipality says to what it is asked, and what it does with it: solved, not for us, on it, who has it,
 * a note, a mail to send on.
 *
 * Who: a programme leader after the meeting, with a dozen asks and as many colleagues who do them. What next: the next
 * ask on the municipality's page, or the mail program with the mail that stands ready.
 */
import type { Overview } from '#src/web/feature.ts';
import { answerRoutes } from './routes.ts';

export { type QuestionView, questionViews } from './applicability.ts';

export const answers: Overview = { name: 'answers', routes: answerRoutes };
