/**
 * What was changed, by whom, and how it is taken back. KOMBIT's editors ask "who set Odense to signed, and what stood
 * there before?"; whoever has just saved something wrong wants it undone at once. An admin reads the access log: who
 * signed in, was refused, looked and took away.
 */
import type { Feature } from '#src/web/feature.ts';
import { auditRoutes } from './routes.ts';

export const audit: Feature = { name: 'audit', routes: auditRoutes };
