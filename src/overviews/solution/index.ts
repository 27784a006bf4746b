/**
 * Løsninger: everything about one system or theme in one place.
 *
 * Who: a system owner or programme leader with a name in mind ("what about SAPA?"), or somebody who was sent here by a
 * colleague. Which question: what are we asked to do, by when, what is new, whom do we write to? What next: the task,
 * the agreement or the event; or the slide that says so. The list answers the same at a glance: which solutions have
 * something open, and what comes first.
 */
import type { Overview } from '#src/web/feature.ts';
import { addSolutionRoutes } from './routes.ts';

export { deadlinesOf } from './rules.ts';

export const solution: Overview = { name: 'solution', routes: addSolutionRoutes };
