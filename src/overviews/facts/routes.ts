import type { FastifyInstance } from 'fastify';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { listFilter } from './forms.ts';
import { frameOf } from './frame.ts';
import { listPage } from './list-page.ts';
import { addMemberRoutes } from './members-routes.ts';
import { addMergeRoutes } from './merge-routes.ts';
import { addRecordRoutes } from './record-routes.ts';
import { addRemarkRoutes } from './remark-routes.ts';
import { factSheet } from './sheet.ts';
import { addWithdrawRoutes } from './withdraw-routes.ts';

export function addFactRoutes(app: FastifyInstance, ground: PortalGround): void {
  app.get('/redaktion/oplysninger', { config: { access: 'staff' } }, (request, reply) =>
    reply.page(
      'facts/list',
      listPage(request.reading, listFilter.parse(request.query)),
      frameOf('Frister og opgaver', []),
    ),
  );
  addExport(
    app,
    '/redaktion/oplysninger',
    ({ reading, query }) => factSheet(listPage(reading, listFilter.parse(query))),
    { access: 'staff', followsStand: true },
  );
  for (const add of [addRecordRoutes, addRemarkRoutes, addMemberRoutes, addWithdrawRoutes, addMergeRoutes]) {
    add(app, ground);
  }
}
