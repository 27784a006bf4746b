/**
 * Redaktion > Frister og opgaver. A KOMBIT editor comes here because a deadline was moved, a name was wrong, somebody
 * has answered what a slide left open, or a new ask must be on everybody's list today. The editor finds the record,
 * says what is right and how that is known, sees how a date is read before it is saved, and can take it back. Nothing
 * published disappears: beside what was corrected the pages show what the material says.
 *
 * One machine for every kind of record: each subject describes what of it can be edited (`Feature.editable`).
 */
import type { Overview } from '#src/web/feature.ts';
import { addFactRoutes } from './routes.ts';

export const facts: Overview = { name: 'facts', routes: addFactRoutes };
