import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasUnsubscribed, setSubscribed } from '#src/core/mail/subscription.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { doneOf } from './done.ts';
import { UNSUBSCRIBE_PATH } from './queue.ts';
import { getSubscriber } from './unsubscribe.ts';

type OfToken = { Params: { token: string } };

/** Mail programs send their one click as a form of several parts (RFC 8058); there is no file in it. */
const PARTS = { bytes: 0, files: 0 };

/** Mail programs and their scanners open every address, so opening it does nothing: a button or the program's own does. */
export function unsubscribeRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const config = { access: 'open', secretPath: true, withoutToken: true, whileSeeingAs: true } as const;
  const path = `${UNSUBSCRIBE_PATH}/:token`;

  const show = (request: FastifyRequest<OfToken>, reply: FastifyReply) => {
    const { token } = request.params;
    const { id, email } = getSubscriber(db, token);
    const page = {
      email,
      action: `${UNSUBSCRIBE_PATH}/${token}`,
      hasUnsubscribed: hasUnsubscribed(db, id),
      done: doneOf(request.query),
    };
    return reply.page('digest/unsubscribe', page, {
      title: 'Ugentlig mail',
      breadcrumb: [],
      robots: 'noindex',
      source: null,
      forWork: true,
    });
  };

  app.get<OfToken>(path, { config }, show);

  app.post<OfToken>(path, { config: { ...config, upload: PARTS } }, (request, reply) => {
    setSubscribed(db, request.doer(), getSubscriber(db, request.params.token).id, false);
    // A mail program takes a redirect for a failure.
    if (isOneClick(request.body)) return show(request, reply);
    return reply.redirect(`${UNSUBSCRIBE_PATH}/${request.params.token}`, 303);
  });

  app.post<OfToken>(`${path}/tilmeld`, { config }, (request, reply) => {
    setSubscribed(db, request.doer(), getSubscriber(db, request.params.token).id, true);
    return reply.redirect(`${UNSUBSCRIBE_PATH}/${request.params.token}?udfoert=tilmeldt`, 303);
  });
}

function isOneClick(body: unknown): boolean {
  return (body as Record<string, unknown> | undefined)?.['List-Unsubscribe'] === 'One-Click';
}
