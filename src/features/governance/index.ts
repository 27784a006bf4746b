import type { Feature } from '#src/web/feature.ts';
import { councilResources } from './api.ts';
import { editableGovernance } from './editable.ts';
import { interpretGovernance } from './interpret.ts';
import { describeGovernance, governanceSections, stepDeadlines } from './offers.ts';
import { addGovernanceRoutes } from './routes.ts';
import { searchGovernance } from './search.ts';

/**
 * K98: who decides about the joint solutions, and how the seats are filled. A programme leader comes with "can somebody
 * of ours get a seat, until when, and what do we send?"; the secretariat with "which seats are empty, and what happens
 * when in the year?". Next: the application, one council, the wheel, or a mail to KOMBIT.
 */
export const governance: Feature = {
  name: 'governance',
  interpret: interpretGovernance,
  routes: addGovernanceRoutes,
  deadlines: stepDeadlines,
  searchEntries: searchGovernance,
  describe: describeGovernance,
  solutionSections: governanceSections,
  api: councilResources,
  editable: editableGovernance,
};
