/**
 * Ændringer: what is new, changed, done or withdrawn between two meetings, and what was corrected since.
 *
 * Who: a programme leader after a meeting ("what is different from last month?") or before one; a colleague who follows
 * the feed and does not open the portal otherwise. What next: the task or agreement itself, or the slide.
 *
 * The front page and a municipality's page show the part that concerns them, by `changesPanel`.
 */
import type { Overview } from '#src/web/feature.ts';
import { changesRoutes } from './routes.ts';

export { changeViews } from './compose.ts';
export { type ChangesPanel, changesPanel } from './panel.ts';
export { listChanges } from './queries.ts';
export { isStanding, NOW } from './rules.ts';
export { latestWindow } from './windows.ts';

export const changes: Overview = { name: 'changes', routes: changesRoutes };
