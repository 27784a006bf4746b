/**
 * Opgaver uden KLIK-opgave: what a meeting asks of the municipalities without a task in KLIK, from "Opgaven:" of a
 * theme to a line hidden in a slide. A programme leader meets one in the list of deadlines or on a solution's page,
 * asks "what exactly, by when, and where does it say so?", and goes on to the solution or passes the address on to
 * the person who does it.
 */
import type { Feature } from '#src/web/feature.ts';
import { editableRequests } from './editable.ts';
import { interpretRequests } from './interpret.ts';
import { describeRequest, requestDeadlines, requestEntries, requestSections } from './offers.ts';
import { addRequestRoutes } from './routes.ts';

export const requests: Feature = {
  name: 'requests',
  interpret: interpretRequests,
  routes: addRequestRoutes,
  deadlines: requestDeadlines,
  searchEntries: requestEntries,
  describe: describeRequest,
  solutionSections: requestSections,
  editable: editableRequests,
};
