import type { FastifyInstance } from 'fastify';
import { hasUnsubscribed, setSubscribed } from '#src/core/mail/subscription.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { doneOf } from './done.ts';
import { UNSUBSCRIBE_PATH } from './queue.ts';
import { getSubscriber } from './unsubscribe.ts';

type OfToken = { Params: { token: string } };

/** Mail programs and their scanners open every address, so opening it does nothing: a button or the program's own does. */
export function unsubscribeRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const config = { access: 'open', secretPath: true, withoutToken: true, whileSeeingAs: true } as const;
  const path = `${UNSUBSCRIBE_PATH}/:token`;

  app.get<OfToken>(path, { config }, (request, reply) => {
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
  });

  app.post<OfToken>(path, { config }, (request, reply) => {
    setSubscribed(db, request.doer(), getSubscriber(db, request.params.token).id, false);
    return reply.redirect(`${UNSUBSCRIBE_PATH}/${request.params.token}`, 303);
  });

  app.post<OfToken>(`${path}/tilmeld`, { config }, (request, reply) => {
    setSubscribed(db, request.doer(), getSubscriber(db, request.params.token).id, true);
    return reply.redirect(`${UNSUBSCRIBE_PATH}/${request.params.token}?udfoert=tilmeldt`, 303);
  });
}
