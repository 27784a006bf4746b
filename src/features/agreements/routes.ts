import type { FastifyInstance } from 'fastify';
import { isStaff } from '#src/core/access/roles.ts';
import { agreementPage } from './agreement-page.ts';
import { agreementListPage } from './page.ts';
import { getAgreement } from './queries.ts';

const HOME = { href: '/', text: 'Forside' };

export function addAgreementRoutes(app: FastifyInstance): void {
  app.get('/aftaler', { config: { access: 'read' } }, (request, reply) =>
    reply.page('agreements/list', agreementListPage(request.reading), {
      title: 'Aftaler',
      active: 'agreements',
      breadcrumb: [HOME, { text: 'Aftaler' }],
    }),
  );

  app.get<{ Params: { slug: string } }>(
    '/aftaler/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const agreement = getAgreement(request.reading.db, request.params.slug);
      const page = agreementPage(request.reading, agreement, request.chosen, isStaff(request.principal));
      return reply.page('agreements/agreement', page, {
        title: page.heading,
        active: 'agreements',
        onSubpage: true,
        breadcrumb: [HOME, { href: '/aftaler', text: 'Aftaler' }, { text: page.heading }],
        source: page.mainSource,
      });
    },
  );
}
