/**
 * Frister: every date that a programme leader must know, from all subjects, in one list.
 *
 * Who: somebody who looks for a date ("hvad skal vi nå før jul?") or for everything about one solution or one
 * municipality. What next: the task, agreement or event itself, or the slide that says so.
 *
 * The composition lives here, and the other overviews read it through this file.
 */
import type { Overview } from '#src/web/feature.ts';
import { deadlineRoutes } from './routes.ts';

export { asItem, deadlineItem, deadlineResources } from './api.ts';
export { collisionView } from './collision-view.ts';
export { type Deadline, listDeadlines, listWithdrawnDeadlines, recordKeyOf } from './compose.ts';
export { filterDeadlines, lacksMunicipality } from './filter.ts';
export { filterQuery, municipalityIn, readFilter } from './forms.ts';
export { deadlinesSeenBy, ownDeadlines, withAnswers } from './own.ts';
export { audienceWords, GROUP_ID, groupViews, KIND_WORD, noteInShort, rowOf, titleOf } from './rows.ts';
export { collisions, concerns, groupByDate, isAsk, isOpen, isSettled, isToDo, liesAhead } from './rules.ts';
export { deadlineColumns } from './sheet.ts';

export const deadlines: Overview = { name: 'deadlines', routes: deadlineRoutes };
