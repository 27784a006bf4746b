import type { FastifyInstance } from 'fastify';
import { isStaff } from '#src/core/access/roles.ts';
import { getSolution } from '#src/core/solutions/queries.ts';
import { addExport } from '#src/web/export.ts';
import { ownStatus } from '#src/web/own-status.ts';
import { agreementPage } from './agreement-page.ts';
import { agreementListPage } from './page.ts';
import { getAgreement } from './queries.ts';
import { agreementSheet, signatureSheet } from './sheets.ts';
import { signatureRows } from './signatures-view.ts';
import { headingOf } from './wording.ts';

const HOME = { href: '/', text: 'Forside' };

export function addAgreementRoutes(app: FastifyInstance): void {
  app.get('/aftaler', { config: { access: 'read' } }, (request, reply) =>
    reply.page('agreements/list', agreementListPage(request.reading), {
      title: 'Aftaler',
      active: 'agreements',
      breadcrumb: [HOME, { text: 'Aftaler' }],
    }),
  );

  addExport(app, '/aftaler', ({ reading }) => agreementSheet(agreementListPage(reading)));

  app.get<{ Params: { slug: string } }>(
    '/aftaler/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const agreement = getAgreement(request.reading.db, request.params.slug);
      const page = agreementPage(request.reading, agreement, request.chosen, isStaff(request.principal));
      const own = ownStatus(request, `agreement/${agreement.id}`);
      return reply.page(
        'agreements/agreement',
        { ...page, own },
        {
          title: page.heading,
          active: 'agreements',
          onSubpage: true,
          breadcrumb: [HOME, { href: '/aftaler', text: 'Aftaler' }, { text: page.heading }],
          source: page.mainSource,
          editHref: `/redaktion/oplysninger/aftaler/${encodeURIComponent(agreement.id)}`,
          record: `agreement/${agreement.id}`,
        },
      );
    },
  );
  addExport<{ Params: { slug: string } }>(app, '/aftaler/:slug', ({ reading: { db }, params }) => {
    const agreement = getAgreement(db, params.slug);
    const heading = headingOf(agreement, getSolution(db, agreement.solutionId).name);
    return signatureSheet(heading, signatureRows(db, agreement.id));
  });
}
