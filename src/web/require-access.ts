import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route. `read`: whoever may read the portal (everybody; a setting may close it). `open`: everybody, always. */
    access?: 'read' | 'open';
  }
}

/** A route that does not say who may use it stops the start: nothing is open by forgetting. */
export function requireAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`${route.method} ${route.url} does not say who may use it`);
  });
}
