/**
 * About the portal: Ordliste, Data og kilder, Tilgængelighedserklæring, Privatliv. Somebody meets an abbreviation,
 * doubts a date, or must know what the portal keeps about them. Each page says what the portal does today, no more.
 */
import type { Overview } from '#src/web/feature.ts';
import { addAboutRoutes } from './routes.ts';

export const about: Overview = { name: 'about', routes: addAboutRoutes };
