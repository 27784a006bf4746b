import type { FastifyInstance } from 'fastify';
import { searchPage } from './page.ts';

/** Longer than any title; the rest of a pasted text would only slow the search down. */
const LONGEST_QUERY = 200;

export function addSearchRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: Record<string, unknown> }>(
    '/soeg',
    { config: { access: 'read' } },
    (request, reply) => {
      const { q } = request.query;
      const query = (typeof q === 'string' ? q : '')
        .normalize('NFC')
        .trim()
        .slice(0, LONGEST_QUERY)
        .toWellFormed();
      return reply.page('search/results', searchPage(request.reading, query), {
        title: query ? `Søgning: ${query}` : 'Søg',
        breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'Søg' }],
        query,
        robots: 'noindex',
      });
    },
  );
}
