/**
 * The read-only API under /api/v1. Its readers are programs of KOMBIT and the municipalities: a list a dashboard shows,
 * a calendar another tool draws. They see what the pages show, by the same filters and the same `?stand=`.
 */
import type { Overview } from '#src/web/feature.ts';
import { addApiRoutes } from './routes.ts';

export const api: Overview = { name: 'api', routes: addApiRoutes };
