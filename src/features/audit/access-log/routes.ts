import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { ACCESS_LOG_PATH } from './address.ts';
import { type AccessQuery, readAccessQuery } from './forms.ts';
import { accessLogPage } from './page.ts';
import { accessLogSheet } from './sheet.ts';

export function addAccessLogRoutes(app: FastifyInstance, { db }: PortalGround): void {
  app.get(ACCESS_LOG_PATH, { config: { access: 'admin' } }, (request, reply) => {
    const asked = readAccessQuery(request.query);
    const page = accessLogPage(db, request.now, asked);
    tellReading(request, asked, page.rows.length);
    return reply.page('audit/access-log', page, {
      title: 'Adgangslog',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'Adgangslog' }],
      staff: 'access-log',
      forWork: true,
      source: null,
      robots: 'noindex',
    });
  });

  addExport(app, ACCESS_LOG_PATH, (request) => accessLogSheet(db, readAccessQuery(request.query)), {
    access: 'admin',
    event: 'log-exported',
  });
}

/** Whoever watches is watched: what was asked for, and about whom. */
function tellReading(request: FastifyRequest, { chosen, filter }: AccessQuery, rows: number): void {
  const about = filter.person === undefined ? {} : { objectType: 'account', objectId: filter.person };
  request.logAccess({ event: 'log-read', ...about, detail: { rows, filter: chosen } });
}
