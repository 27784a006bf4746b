import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { type AccessRule, mayUse } from '#src/core/access/roles.ts';
import { ForbiddenError, SignInNeededError } from '#src/shared/errors.ts';
import { logRefused } from './log-refused.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with the rule it declares. */
    accessRules: { method: string; url: string; rule: AccessRule }[];
    /** The pattern of a path that may open something, or undefined: also of one that was cut or asked in another way. */
    secretPattern: (path: string) => string | undefined;
  }
  interface FastifyContextConfig {
    /** Who may use the route, `src/core/access/roles.ts`. */
    access?: AccessRule;
    /** Answers without a page and without the database: files, the health of the portal. */
    plain?: true;
    /** May be used while KOMBIT staff look at a municipality's page as it sees it; everything else only reads then. */
    whileSeeingAs?: true;
    /** The address itself opens something: logs and links tell the pattern of the route instead. */
    secretPath?: true;
    /** Sent by mail programs themselves, which have no form (RFC 8058): its secret address alone says who may. */
    withoutToken?: true;
  }
}

/** A route that does not say who may use it stops the start: nothing is open by forgetting. */
export function requireAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  const secretPatterns = new Set<string>();
  app.addHook('onRoute', (route) => {
    routes.push(route);
    if (route.config?.secretPath) secretPatterns.add(route.url);
  });
  app.decorate('secretPattern', (path) =>
    [...secretPatterns].find((pattern) => path.toLowerCase().startsWith(pattern.replace(/[:*].*/, ''))),
  );
  app.decorate('accessRules', {
    getter: () =>
      routes.flatMap(({ method, url, config }) =>
        [method].flat().map((one) => ({ method: one, url, rule: config?.access ?? 'open' })),
      ),
  });
  // Looked at when all are there: a plugin's own routes are told their access by a hook that runs after this one.
  app.addHook('onReady', async () => {
    const silent = routes
      .filter((route) => !route.config?.access)
      .map((route) => `${route.method} ${route.url}`);
    if (silent.length > 0) throw new Error(`These routes do not say who may use them: ${silent.join(', ')}`);
  });
}

/** Refuses before a body is read. @param readersSignIn the setting READ_ACCESS is `signed-in` */
export function enforceAccess(app: FastifyInstance, readersSignIn: boolean): void {
  app.addHook('onRequest', async (request) => {
    const { config } = request.routeOptions;
    const rule = config.access ?? 'open';
    const { principal } = request;
    if (!mayUse(rule, principal, readersSignIn)) {
      // A form is read first, so that what was typed can be kept; a file is not.
      if (!principal && !isRead(request) && isForm(request)) return;
      logRefused(request, 'access-refused', rule);
      throw principal ? new ForbiddenError(whyNot(rule, principal.seeingAs)) : new SignInNeededError();
    }
    if (isRead(request)) return;
    if (principal?.seeingAs && !config.whileSeeingAs) {
      logRefused(request, 'access-refused', 'seeing-as');
      throw new ForbiddenError(
        'I ser siden, som kommunen ser den, og kan ikke ændre noget. Hold op med at se som kommunen først.',
      );
    }
    if (request.reading.isPast) {
      throw new ForbiddenError(
        'I ser portalen, som den så ud en tidligere dag. Gå til i dag for at ændre noget.',
      );
    }
  });
  app.addHook('preHandler', async (request) => {
    const rule = request.routeOptions.config.access ?? 'open';
    if (!mayUse(rule, request.principal, readersSignIn)) throw new SignInNeededError();
  });
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

export function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function whyNot(rule: AccessRule, seeingAs: boolean): string {
  if (seeingAs) return 'I ser portalen som en kommune. Hold op med det for at komme til redaktionen igen.';
  if (rule === 'admin') return 'Siden er for administratorer. Spørg en administrator, hvis I skal bruge den.';
  if (rule === 'staff') return 'Siden er for KOMBITs redaktører.';
  return 'Siden er for kommunernes egne folk.';
}
