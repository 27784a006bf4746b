/**
 * Indlæs præsentation. Staff come here the day a new deck is out: what does it change, is it read rightly, and can it
 * be published now? They leave by the meeting's page, where what they accepted stands; what they were unsure of, they
 * look up on the slide's words. Newer seeds are decided on the same page.
 */
import type { Overview } from '#src/web/feature.ts';
import { addProposalRoutes } from './proposals/routes.ts';

export const materialImport: Overview = { name: 'material-import', routes: addProposalRoutes };
