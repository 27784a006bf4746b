/**
 * Seeing as a municipality. Somebody in a municipality rings: "our page says we are missing". KOMBIT's editor opens the
 * page as the municipality sees it, reads it with them, and stops. Nothing can be changed meanwhile, and both ends of it
 * are in the access log.
 */
import type { Feature } from '#src/web/feature.ts';
import { addSeeingAsRoutes } from './routes.ts';

export const seeingAs: Feature = { name: 'seeing-as', routes: addSeeingAsRoutes };
