import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ForbiddenError } from '#src/shared/errors.ts';
import { logRefused } from './log-refused.ts';
import { isRead } from './require-access.ts';

/**
 * Forms come from the portal's own pages: what a browser says was sent from elsewhere is refused before it is read.
 * Beside the token of each form, not instead of it.
 */
export function requireSameOrigin(app: FastifyInstance, portalUrl: string): void {
  app.addHook('onRequest', async (request) => {
    if (isRead(request) || request.routeOptions.config.withoutToken || isFromHere(request, portalUrl)) return;
    logRefused(request, 'form-refused', 'origin');
    throw new ForbiddenError('Formularen blev sendt fra en anden side. Åbn portalen, og udfyld den dér.');
  });
}

function isFromHere({ headers }: FastifyRequest, portalUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === new URL(portalUrl).origin) return true;
  // A local start answers by every name of the machine: localhost, 127.0.0.1.
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
