import type { FastifyInstance, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route. `read`: whoever may read the portal (everybody; a setting may close it). `open`: everybody, always. */
    access?: 'read' | 'open';
    /** Answers without a page and without the database: files, the health of the portal. */
    plain?: true;
  }
}

/** A route that does not say who may use it stops the start: nothing is open by forgetting. */
export function requireAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  // Looked at when all are there: a plugin's own routes are told their access by a hook that runs after this one.
  app.addHook('onReady', async () => {
    const silent = routes
      .filter((route) => !route.config?.access)
      .map((route) => `${route.method} ${route.url}`);
    if (silent.length > 0) throw new Error(`These routes do not say who may use them: ${silent.join(', ')}`);
  });
}
