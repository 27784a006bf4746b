import type { FastifyInstance } from 'fastify';
import { getSolution } from '#src/core/solutions/queries.ts';
import { addExport } from '#src/web/export.ts';
import { solutionListPage } from './list-page.ts';
import { solutionPage } from './page.ts';
import { solutionDatesSheet, solutionSheet } from './sheets.ts';

const HOME = { href: '/', text: 'Forside' };

export function addSolutionRoutes(app: FastifyInstance): void {
  app.get('/loesninger', { config: { access: 'read' } }, (request, reply) =>
    reply.page('solution/list', solutionListPage(request.reading), {
      title: 'Løsninger',
      active: 'solutions',
      breadcrumb: [HOME, { text: 'Løsninger' }],
    }),
  );

  addExport(app, '/loesninger', ({ reading }) => solutionSheet(solutionListPage(reading)));

  app.get<{ Params: { slug: string } }>(
    '/loesninger/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const found = getSolution(request.reading.db, request.params.slug);
      const { source, namesPeople, ...data } = solutionPage(request.reading, found, request.chosen);
      return reply.page('solution/solution', data, {
        title: found.name,
        active: 'solutions',
        onSubpage: true,
        breadcrumb: [HOME, { href: '/loesninger', text: 'Løsninger' }, { text: found.name }],
        ...(source ? { source } : {}),
        record: `solution/${found.id}`,
        ...(namesPeople ? { robots: 'noindex' } : {}),
      });
    },
  );
  addExport<{ Params: { slug: string } }>(app, '/loesninger/:slug', ({ reading, chosen, params }) =>
    solutionDatesSheet(solutionPage(reading, getSolution(reading.db, params.slug), chosen)),
  );
}
