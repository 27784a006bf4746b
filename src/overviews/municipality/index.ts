/**
 * Kommuner: the 98 in a list, and everything about one of them on a page of its own.
 *
 * Who: a programme leader who wants all that concerns the own municipality in one place, before a meeting with the
 * boss; or somebody who looks for who has signed. What next: the task or agreement, or the municipality's deadlines.
 */
import type { Overview } from '#src/web/feature.ts';
import { municipalityRoutes } from './routes.ts';

export { municipalityOverviewResources } from './api.ts';
export { byTime, openAsks } from './rules.ts';

export const municipality: Overview = { name: 'municipality', routes: municipalityRoutes };
