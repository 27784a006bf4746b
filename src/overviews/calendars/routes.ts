import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Reading } from '#src/core/offers/offers.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type CalendarScope, calendarOf } from './compose.ts';
import { allDates, ofAsk, ofKey, ofKind, ofMunicipality, ofSolution } from './scopes.ts';
import { subscribedRoutes } from './subscribed-routes.ts';

const READ = { config: { access: 'read' } } as const;

/** An address part that ends in .ics; what is left is an id or slug. */
const SLUG = ':slug(^[a-z0-9-]+).ics';

type Slug = { Params: { slug: string } };

export function calendarRoutes(app: FastifyInstance, ground: PortalGround): void {
  const { portalUrl } = ground.config;
  const send = (reply: FastifyReply, reading: Reading, fileName: string, scope: CalendarScope) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `inline; filename="${fileName}.ics"`)
      .send(calendarOf(reading, scope, portalUrl));

  app.get('/frister.ics', READ, ({ reading, query }, reply) =>
    send(reply, reading, 'frister', allDates(reading, query)),
  );
  app.get<{ Params: { entity: string; slug: string } }>(
    `/frister/:entity(^[a-z_-]+)/${SLUG}`,
    READ,
    ({ reading, params: { entity, slug } }, reply) =>
      send(reply, reading, slug, ofKey(reading, `${entity}/${slug}`)),
  );
  app.get<Slug>('/kommuner/:slug/kalender.ics', READ, ({ reading, params }, reply) =>
    send(reply, reading, params.slug, ofMunicipality(reading, params.slug)),
  );
  app.get<Slug>(`/loesninger/${SLUG}`, READ, ({ reading, params }, reply) =>
    send(reply, reading, params.slug, ofSolution(reading, params.slug)),
  );
  for (const path of ['klik', 'aftaler', 'sts', 'k98'] as const) {
    app.get(`/${path}.ics`, READ, ({ reading }, reply) => send(reply, reading, path, ofKind(reading, path)));
  }
  for (const path of ['klik', 'aftaler', 'opgaver'] as const) {
    app.get<Slug>(`/${path}/${SLUG}`, READ, ({ reading, params }, reply) =>
      send(reply, reading, params.slug, ofAsk(reading, path, params.slug)),
    );
  }
  subscribedRoutes(app, ground);
}
