/** From the cookie to who somebody is. The cookie's value is random and opens a row on the server; nothing is in it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '#src/core/access/roles.ts';
import { findPrincipal } from '#src/core/access/sessions.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { type AccessEntry, type Actor, logAccess } from '#src/core/access-log/record.ts';
import type { Clock } from '#src/core/clock/clock.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { typedOf } from './forms.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for a reader without an account. */
    principal: Principal | null;
    /** Instant of the request. */
    now: Date;
    /** Who does what the request asks for, for the logs; `formKey` of the form that was sent, null where there is none. */
    doer: (formKey?: string | null) => Doer;
    /** Writes into the access log what this request did or was refused. Never a secret, search text or body. */
    logAccess: (entry: AccessEntry) => void;
  }
  interface FastifyReply {
    /** Gives the browser a new session, or ends the one it has (null). */
    setSession: (id: string | null) => FastifyReply;
  }
}

interface SessionGround {
  db: Db;
  clock: Clock;
  /** The portal's public address is https: the cookie goes nowhere else. */
  https: boolean;
}

export function addSession(app: FastifyInstance, { db, clock, https }: SessionGround): void {
  const cookie = https ? '__Host-portal' : 'portal';
  app.decorateRequest('principal', null);
  app.decorateRequest('now', null as unknown as Date);
  app.decorateRequest('doer', function (this: FastifyRequest, formKey: string | null = null): Doer {
    return { ...actorOfRequest(this), now: this.now, formKey: formKey && keyOf(formKey, this.body) };
  });
  app.decorateRequest('logAccess', function (this: FastifyRequest, entry: AccessEntry) {
    // A limit may stop a request before anything else has looked at it.
    logAccess(db, actorOfRequest(this), entry, this.now ?? clock.now());
  });
  app.decorateReply('setSession', function (this: FastifyReply, id: string | null) {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
    return id === null ? this.clearCookie(cookie, options) : this.setCookie(cookie, id, options);
  });
  app.addHook('onRequest', async (request) => {
    request.now = clock.now();
    if (request.routeOptions.config.plain) return;
    const id = request.cookies[cookie];
    if (id) request.principal = findPrincipal(db, id, request.now);
  });
  // What a signed-in person sees is kept by no browser and no proxy.
  app.addHook('onSend', async (request, reply) => {
    if (request.principal !== null) reply.header('cache-control', 'no-store');
  });
}

/** The same page sent again with something else in it, as the back button allows, is another form. */
function keyOf(formKey: string, body: unknown): string {
  const { _csrf, ...content } = typedOf(body);
  return sha256(`${formKey}/${JSON.stringify(content)}`);
}

export function actorOfRequest(request: FastifyRequest): Actor {
  const { principal, id: requestId, ip: address } = request;
  if (!principal) return { actor: 'anonym', roles: [], municipalityId: null, requestId, address };
  const { accountId, roles, municipalityId, sessionRef } = principal;
  return { actor: accountId, roles, municipalityId, sessionRef, requestId, address };
}
