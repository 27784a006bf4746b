/**
 * Skattedata i SAPA: what a municipality does before its users see tax data, which accesses there are and who makes
 * each agreement, and when the old look-ups close. Opened by a programme leader or SAPA's system owner who asks "what
 * is our next step, and may we still use SF Tele?"; from here they go to the KLIK task or to DUPLA.
 */
import type { Feature } from '#src/web/feature.ts';
import { editableSapa } from './editable.ts';
import { interpretSapa } from './interpret.ts';
import { describeSapa, sapaEntries, sapaSections } from './offers.ts';
import { addSapaRoutes } from './routes.ts';

export { listSupersedings, type Superseding } from './queries.ts';

export const sapa: Feature = {
  name: 'sapa',
  interpret: interpretSapa,
  routes: addSapaRoutes,
  searchEntries: sapaEntries,
  describe: describeSapa,
  solutionSections: sapaSections,
  editable: editableSapa,
};
