/**
 * Søg. Somebody remembers a word ("R75", "telefonnumre", "Aarhus") and wants the page; they write aa for å and ae for
 * æ, and forget dashes. From the result they go straight to the fact.
 */
import type { Overview } from '#src/web/feature.ts';
import { addSearchRoutes } from './routes.ts';

export const search: Overview = { name: 'search', routes: addSearchRoutes };
