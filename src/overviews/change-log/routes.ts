import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { EVERYTHING, logBatchPage } from './batch-page.ts';
import { readLogQuery } from './forms.ts';
import { logListPage } from './list-page.ts';
import { logSheet } from './sheet.ts';

const HOME = { href: '/', text: 'Forside' };
const LOG = { href: '/redaktion/log', text: 'Ændringslog' };
const COMMON = { staff: 'log', forWork: true, source: null, robots: 'noindex' } as const;
const FILE = { access: 'staff', event: 'log-exported' } as const;

export function addChangeLogRoutes(app: FastifyInstance, { db }: PortalGround): void {
  app.get(LOG.href, { config: { access: 'staff' } }, (request, reply) => {
    const page = logListPage(readingOf(db, request), readLogQuery(request.query, db));
    return reply.page('change-log/list', page, {
      title: LOG.text,
      breadcrumb: [HOME, { text: LOG.text }],
      ...COMMON,
    });
  });

  addExport(
    app,
    LOG.href,
    (request) => logSheet(readingOf(db, request), readLogQuery(request.query, db).filter, LOG.text),
    FILE,
  );

  app.get<{ Params: { id: string } }>(
    `${LOG.href}/:id`,
    { config: { access: 'staff' } },
    (request, reply) => {
      const { efter = '' } = request.query as { efter?: string };
      const after = /^\d{1,15}$/.test(efter) ? Number(efter) : 0;
      const page = logBatchPage(readingOf(db, request), request.now, batchIdIn(request.params), after);
      return reply.page('change-log/batch', page, {
        title: page.heading,
        breadcrumb: [HOME, LOG, { text: `Ændring nr. ${page.id}` }],
        ...COMMON,
      });
    },
  );

  addExport<{ Params: { id: string } }>(
    app,
    `${LOG.href}/:id`,
    (request) => {
      const batchId = batchIdIn(request.params);
      return logSheet(readingOf(db, request), { ...EVERYTHING, batchId }, `Ændring nr. ${batchId}`);
    },
    FILE,
  );
}

/** The log is what was recorded, whatever day the portal is shown as of. */
function readingOf(db: Db, { reading }: Pick<FastifyRequest, 'reading'>): Reading {
  return { db, today: reading.realToday };
}

function batchIdIn({ id }: { id: string }): number {
  if (!/^\d{1,15}$/.test(id)) throw new NotFoundError('Ændringen');
  return Number(id);
}
