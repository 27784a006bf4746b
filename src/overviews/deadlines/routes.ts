import type { FastifyInstance } from 'fastify';
import { listDeadlines } from './compose.ts';
import { filterDeadlines } from './filter.ts';
import { readFilter } from './forms.ts';
import { deadlinesPage } from './page.ts';

export function deadlineRoutes(app: FastifyInstance): void {
  app.get('/frister', { config: { access: 'read' } }, (request, reply) => {
    const { reading } = request;
    const filter = readFilter(request.query, reading.db, request.chosen?.slug);
    const deadlines = filterDeadlines(listDeadlines(reading), filter, reading);
    return reply.page('deadlines/list', deadlinesPage(deadlines, filter, reading), {
      title: 'Frister',
      active: 'deadlines',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'Frister' }],
    });
  });
}
