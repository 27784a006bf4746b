/**
 * Accounts: who may do more than read. A programme leader signs in between two meetings, a clerk at KOMBIT every day.
 * They ask "why was I sent here, and do I get back to what I was doing?" An admin asks who has access, and to what.
 */
import type { Feature } from '#src/web/feature.ts';
import { accountRoutes } from './routes.ts';

export const accounts: Feature = { name: 'accounts', routes: accountRoutes };
