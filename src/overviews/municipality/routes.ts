import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isStaff, maySeeAnswers } from '#src/core/access/roles.ts';
import { getMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import { listDeadlines } from '#src/overviews/deadlines/index.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readKkr, welcomeIn } from './forms.ts';
import { municipalityListPage } from './list-page.ts';
import { ownPage } from './own-page.ts';
import { municipalityPage } from './page.ts';
import { municipalityListSheet, municipalitySheet, ownSheet } from './sheets.ts';

const HOME = { href: '/', text: 'Forside' };

export function municipalityRoutes(app: FastifyInstance, { config: { portalUrl } }: PortalGround): void {
  app.get('/kommuner', { config: { access: 'read' } }, (request, reply) => {
    return reply.page('municipality/list', listOf(request), {
      title: 'Kommuner',
      active: 'municipalities',
      breadcrumb: [HOME, { text: 'Kommuner' }],
    });
  });

  addExport(app, '/kommuner', (request) => municipalityListSheet(listOf(request)));

  app.get<{ Params: { slug: string } }>(
    '/kommuner/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const found = getMunicipality(request.reading.db, request.params.slug);
      const isSeen = maySeeAnswers(request.principal, found.id);
      const page = isSeen ? ownPage(request, found) : pageOf(request, found);
      return reply.page(
        isSeen ? 'municipality/own' : 'municipality/municipality',
        {
          ...page,
          calendarOrigin: portalUrl,
          forStaff: isStaff(request.principal),
          done: welcomeIn(request.query),
        },
        {
          title: found.officialName,
          active: 'municipalities',
          onSubpage: true,
          breadcrumb: [HOME, { href: '/kommuner', text: 'Kommuner' }, { text: found.name }],
          // Names of people stand on it, and work is done there.
          ...(isSeen ? { robots: 'noindex', forWork: true as const } : {}),
        },
      );
    },
  );
  addExport<{ Params: { slug: string } }>(app, '/kommuner/:slug', (request) => {
    const found = getMunicipality(request.reading.db, request.params.slug);
    return maySeeAnswers(request.principal, found.id)
      ? ownSheet(ownPage(request, found))
      : municipalitySheet(pageOf(request, found));
  });
}

type Asked = Pick<FastifyRequest, 'reading' | 'chosen' | 'query'>;

function listOf({ reading, chosen, query }: Asked) {
  const kkr = readKkr(query, reading.db);
  return municipalityListPage(listDeadlines(reading), kkr, chosen?.code ?? null, reading);
}

function pageOf({ reading, chosen }: Asked, found: Municipality) {
  return municipalityPage(listDeadlines(reading), found, chosen?.code ?? null, reading);
}
