/**
 * Svar fra kommunerne: everything that municipalities have told KOMBIT, in one list.
 *
 * Who: the clerk who confirms signatures that municipalities have told, one press each, whichever agreement they are
 * of; and the project leader who wants to know who has said "not for us", and why. What next: the municipality's answer,
 * its contacts, or the grid where the signature is set to something else.
 */
import type { Overview } from '#src/web/feature.ts';
import { receivedAnswerRoutes } from './routes.ts';

export const receivedAnswers: Overview = { name: 'received-answers', routes: receivedAnswerRoutes };
