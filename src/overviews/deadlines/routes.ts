import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addExport } from '#src/web/export.ts';
import { listDeadlines } from './compose.ts';
import { filterDeadlines } from './filter.ts';
import { readFilter } from './forms.ts';
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

function pageOf({ reading, query, chosen }: Pick<FastifyRequest, 'reading' | 'query' | 'chosen'>) {
  const filter = readFilter(query, reading.db, chosen?.slug);
  return deadlinesPage(filterDeadlines(listDeadlines(reading), filter, reading), filter, reading);
}
