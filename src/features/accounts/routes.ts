import type { FastifyInstance } from 'fastify';
import type { PortalGround } from '#src/web/feature.ts';
import { calendarRoutes } from './calendars/routes.ts';
import { choosePasswordRoutes } from './choose-password.ts';
import { externalRoutes } from './external/routes.ts';
import { firstAdminRoutes } from './first-admin.ts';
import { forgottenRoutes } from './forgotten.ts';
import { ownRoutes } from './own/routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { userDeedRoutes } from './users/deed-routes.ts';
import { userRoutes } from './users/routes.ts';

/** Everything about signing in and about who may, in the order in which a person meets it. */
export function accountRoutes(app: FastifyInstance, ground: PortalGround): void {
  firstAdminRoutes(app, ground);
  choosePasswordRoutes(app, ground);
  signInRoutes(app, ground);
  externalRoutes(app, ground);
  forgottenRoutes(app, ground);
  ownRoutes(app, ground);
  calendarRoutes(app, ground);
  userRoutes(app, ground);
  userDeedRoutes(app, ground);
}
