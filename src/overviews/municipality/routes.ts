import type { FastifyInstance } from 'fastify';
import { getMunicipality } from '#src/core/municipalities/queries.ts';
import { listDeadlines } from '#src/overviews/deadlines/index.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readKkr } from './forms.ts';
import { municipalityListPage } from './list-page.ts';
import { municipalityPage } from './page.ts';

const HOME = { href: '/', text: 'Forside' };

export function municipalityRoutes(app: FastifyInstance, { config: { portalUrl } }: PortalGround): void {
  app.get('/kommuner', { config: { access: 'read' } }, (request, reply) => {
    const { reading, chosen } = request;
    const kkr = readKkr(request.query, reading.db);
    const page = municipalityListPage(listDeadlines(reading), kkr, chosen?.code ?? null, reading);
    return reply.page('municipality/list', page, {
      title: 'Kommuner',
      active: 'municipalities',
      breadcrumb: [HOME, { text: 'Kommuner' }],
    });
  });

  app.get<{ Params: { slug: string } }>(
    '/kommuner/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const { reading, chosen } = request;
      const found = getMunicipality(reading.db, request.params.slug);
      const page = municipalityPage(listDeadlines(reading), found, chosen?.code ?? null, reading, portalUrl);
      return reply.page('municipality/municipality', page, {
        title: found.officialName,
        active: 'municipalities',
        onSubpage: true,
        breadcrumb: [HOME, { href: '/kommuner', text: 'Kommuner' }, { text: found.name }],
      });
    },
  );
}
