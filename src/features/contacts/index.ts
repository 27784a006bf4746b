/**
 * People in roles of a municipality: who is programme leader, who answers for SAPA, where mail for everybody goes. A
 * programme leader keeps the list and gives all of a leaver's roles and asks to somebody else in one go; KOMBIT's staff
 * look up whom to write to, and both sides see which role nobody has.
 *
 * Personal data: only for the municipality's own people and KOMBIT, in no journal, erased when it is removed.
 */
import type { Feature } from '#src/web/feature.ts';
import { addMissingRoles } from './missing/routes.ts';
import { contactRoutes } from './routes.ts';

export { isFilled, missingRolesOf } from './rules.ts';

export const contacts: Feature = {
  name: 'contacts',
  routes: (app, ground) => {
    contactRoutes(app, ground);
    addMissingRoles(app, ground);
  },
};
