import type { Feature } from '#src/web/feature.ts';
import { milestoneResources } from './api.ts';
import { editableSts } from './editable.ts';
import { interpretSts } from './interpret.ts';
import { describeSts, milestoneDeadlines, searchSts, stsSections } from './offers.ts';
import { addStsRoutes } from './routes.ts';

/**
 * The re-tender of the support systems. Infrastructure people and programme leaders come with "when does what change
 * for us, and do we have to do anything?"; they leave with the dates that are known, the ones that are not, and whom
 * to ask. Next: the agreement and the tasks of the shared infrastructure.
 */
export const sts: Feature = {
  name: 'sts',
  interpret: interpretSts,
  routes: addStsRoutes,
  deadlines: milestoneDeadlines,
  searchEntries: searchSts,
  describe: describeSts,
  solutionSections: stsSections,
  api: milestoneResources,
  editable: editableSts,
};
