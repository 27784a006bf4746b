/**
 * Udskrift: what a municipality, or whoever looks after a solution, has left to do, as one letter on paper.
 *
 * Who: a programme leader who brings it to a meeting, hangs it up, or hands it to a colleague who ticks off and signs.
 * What next: the pen. So nothing is folded away, every row has a box, and the paper says as of which day it is and
 * where each line comes from.
 */
import type { Overview } from '#src/web/feature.ts';
import { addPrintoutRoutes } from './routes.ts';

export const printout: Overview = { name: 'printout', routes: addPrintoutRoutes };
