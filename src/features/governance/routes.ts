import type { FastifyInstance } from 'fastify';
import { sourcesOf } from '#src/core/offers/offers.ts';
import { addExport } from '#src/web/export.ts';
import { councilPage, hasNames, k98Page } from './page.ts';
import { getCouncil, listProcessSteps, listSeats, listWheel } from './queries.ts';
import { councilSheet, processSheet, seatSheet, wheelSheet } from './sheets.ts';
import { wheelView } from './wheel-view.ts';

const HOME = { href: '/', text: 'Forside' };
const K98 = { href: '/k98', text: 'K98' };

export function addGovernanceRoutes(app: FastifyInstance): void {
  app.get('/k98', { config: { access: 'read' } }, (request, reply) => {
    const page = k98Page(request.reading, request.chosen?.code ?? null);
    return reply.page('governance/k98', page, {
      title: 'K98-aftalen',
      active: 'k98',
      breadcrumb: [HOME, { text: 'K98' }],
      robots: 'noindex',
      source: listProcessSteps(request.reading.db).flatMap(sourcesOf)[0],
    });
  });

  addExport(
    app,
    '/k98/bemanding',
    ({ reading }) => {
      const { process } = k98Page(reading, null);
      return processSheet(process.steps, process.sources);
    },
    { page: '/k98#bemanding' },
  );
  addExport(
    app,
    '/k98/pladser',
    ({ reading, chosen }) => seatSheet(k98Page(reading, chosen?.code ?? null).councils),
    { page: '/k98#raad' },
  );

  app.get('/k98/aarshjul', { config: { access: 'read' } }, (request, reply) => {
    const { db, today } = request.reading;
    const rows = listWheel(db);
    return reply.page(
      'governance/wheel',
      { wheel: wheelView(rows, today) },
      {
        title: 'Årshjul for K98',
        active: 'k98',
        onSubpage: true,
        breadcrumb: [HOME, K98, { text: 'Årshjul' }],
        source: rows.flatMap(sourcesOf)[0],
      },
    );
  });

  addExport(app, '/k98/aarshjul', ({ reading: { db, today } }) =>
    wheelSheet(wheelView(listWheel(db), today)),
  );

  app.get<{ Params: { slug: string } }>(
    '/k98/raad/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const { reading, chosen } = request;
      const council = getCouncil(reading.db, request.params.slug);
      return reply.page('governance/council', councilPage(reading, council, chosen?.code ?? null), {
        title: council.name,
        active: 'k98',
        onSubpage: true,
        breadcrumb: [HOME, K98, { text: council.name }],
        ...(hasNames(council, listSeats(reading.db)) ? { robots: 'noindex' } : {}),
        source: sourcesOf(council)[0],
        record: `council/${council.id}`,
      });
    },
  );
  addExport<{ Params: { slug: string } }>(app, '/k98/raad/:slug', ({ reading, chosen, params }) => {
    const page = councilPage(reading, getCouncil(reading.db, params.slug), chosen?.code ?? null);
    return councilSheet(page.council, page.rows);
  });
}
