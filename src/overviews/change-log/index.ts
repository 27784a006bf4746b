/**
 * Ændringslog. An editor comes here with "who set Odense to signed, when, and what stood there before?", with "what did
 * we change last week?", or with a change that was wrong. They find the deed, read it in words, and undo it; or take the
 * list along as a file. It reads the journal, which nothing in the portal can alter.
 */
import type { Overview } from '#src/web/feature.ts';
import { addChangeLogRoutes } from './routes.ts';

export const changeLog: Overview = { name: 'change-log', routes: addChangeLogRoutes };
