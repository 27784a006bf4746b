import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addExport } from '#src/web/export.ts';
import { filterDeadlines } from './filter.ts';
import { readFilter } from './forms.ts';
import { deadlinesSeenBy } from './own.ts';
import { deadlinesPage } from './page.ts';
import { deadlineSheet } from './sheet.ts';

export function deadlineRoutes(app: FastifyInstance): void {
  app.get('/frister', { config: { access: 'read' } }, (request, reply) => {
    return reply.page('deadlines/list', pageOf(request), {
      title: 'Frister',
      active: 'deadlines',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'Frister' }],
    });
  });
  addExport(app, '/frister', (request) => deadlineSheet(pageOf(request)));
}

function pageOf(request: Pick<FastifyRequest, 'reading' | 'query' | 'chosen' | 'principal'>) {
  const { reading, query, chosen } = request;
  const filter = readFilter(query, reading.db, chosen?.slug);
  const deadlines = deadlinesSeenBy(request, filter.municipality?.id ?? null);
  return deadlinesPage(filterDeadlines(deadlines, filter, reading), filter, reading);
}
