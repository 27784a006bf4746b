/**
 * Møder. A programme leader comes here by a source chip ("does the slide really say so?"), before a meeting (when is
 * it, where are slides and recording?) and after one (what were we asked?). From a slide they go on to the fact's own
 * page, or report an error.
 */
import type { Overview } from '#src/web/feature.ts';
import { addMeetingRoutes } from './routes.ts';

export { meetingResources } from './api.ts';
export { describeObject } from './described.ts';
export { meetingName } from './page.ts';

export const meeting: Overview = { name: 'meeting', routes: addMeetingRoutes };
