import csrfProtection from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRead } from './require-access.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** A token for one page's forms. Sets a cookie at first use, so that pages without forms set none. */
    formToken: () => string;
  }
}

/** Every request that is not a read, save where a route says otherwise, carries the token of a form made for the same browser and the same session. */
export async function addCsrf(app: FastifyInstance, secret: string, https: boolean): Promise<void> {
  await app.register(csrfProtection, {
    cookieKey: https ? '__Host-formular' : 'formular',
    cookieOpts: { path: '/', sameSite: 'lax', httpOnly: true, secure: https },
    csrfOpts: { hmacKey: secret },
    getUserInfo: sessionOf,
    getToken: tokenOf,
  });
  const made = new WeakMap<FastifyReply, string>();
  app.decorateReply('formToken', function (this: FastifyReply) {
    // One a page: each new one would set another cookie, and only the last form would hold.
    const token = made.get(this) ?? this.generateCsrf({ userInfo: sessionOf(this.request) });
    made.set(this, token);
    return token;
  });
  // After the body has been read, also a multipart one.
  app.addHook('preHandler', (request, reply, done) => {
    if (isRead(request) || request.routeOptions.config.withoutToken) done();
    else app.csrfProtection(request, reply, done);
  });
}

function sessionOf(request: FastifyRequest): string {
  return request.principal?.sessionRef ?? 'anonym';
}

function tokenOf({ body }: FastifyRequest): string {
  const sent = (body as Record<string, unknown> | undefined)?._csrf;
  const value = typeof sent === 'object' && sent !== null ? (sent as { value?: unknown }).value : sent;
  return typeof value === 'string' ? value : '';
}
