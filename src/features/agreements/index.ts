/**
 * Agreements the municipalities sign with KOMBIT, and who has signed. A programme leader comes here to see what can be
 * signed now and what is on its way, opens one to learn until when and by whom, finds the own municipality among
 * those who have signed or not, and takes the deadline to the people who decide.
 */
import type { Feature } from '#src/web/feature.ts';
import { agreementResources } from './api.ts';
import { agreementDeadlines } from './deadlines.ts';
import { editableAgreements } from './editable.ts';
import { interpretAgreements } from './interpret.ts';
import { addFileRoutes } from './lists/file-routes.ts';
import { addPasteRoutes } from './lists/paste-routes.ts';
import { agreementSections, describeAgreement, searchAgreements } from './offers.ts';
import { addAgreementRoutes } from './routes.ts';
import { addSigningRoutes } from './signing/routes.ts';

export { claimChanges, withoutClaim } from './signing/claim.ts';
export { listClaims, type StandingClaim } from './signing/claimed.ts';
export { type SignatureSummary, signatureSummary } from './standings.ts';

export const agreements: Feature = {
  name: 'agreements',
  interpret: interpretAgreements,
  routes: (app, ground) => {
    addAgreementRoutes(app);
    addPasteRoutes(app, ground);
    addFileRoutes(app, ground);
    addSigningRoutes(app, ground);
  },
  deadlines: agreementDeadlines,
  searchEntries: searchAgreements,
  describe: describeAgreement,
  solutionSections: agreementSections,
  api: agreementResources,
  editable: editableAgreements,
};
