import type { FastifyInstance } from 'fastify';
import { sourcesOf } from '#src/core/offers/offers.ts';
import { readTheme } from '#src/core/sources/theme.ts';
import { STS_TITLE, stsPage } from './page.ts';
import { readSts } from './queries.ts';
import { STS_SOLUTION } from './rules.ts';

export function addStsRoutes(app: FastifyInstance): void {
  app.get('/sts', { config: { access: 'read' } }, (request, reply) => {
    const { db, today } = request.reading;
    const facts = readSts(db);
    const theme = readTheme(db, [STS_SOLUTION], 'sts/');
    return reply.page('sts/sts', stsPage(facts, theme, today), {
      title: STS_TITLE,
      active: 'sts',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'STS-genudbud' }],
      robots: 'noindex',
      source: [...theme.requests, ...facts.milestones].flatMap(sourcesOf)[0],
    });
  });
}
