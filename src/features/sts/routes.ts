import type { FastifyInstance } from 'fastify';
import { type Reading, sourcesOf } from '#src/core/offers/offers.ts';
import { readTheme } from '#src/core/sources/theme.ts';
import { addExport } from '#src/web/export.ts';
import { STS_TITLE, stsPage } from './page.ts';
import { readSts } from './queries.ts';
import { STS_SOLUTION } from './rules.ts';
import { planSheet } from './sheet.ts';

export function addStsRoutes(app: FastifyInstance): void {
  app.get('/sts', { config: { access: 'read' } }, (request, reply) => {
    const { facts, theme, page } = readPage(request.reading);
    return reply.page('sts/sts', page, {
      title: STS_TITLE,
      active: 'sts',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'STS-genudbud' }],
      robots: 'noindex',
      source: [...theme.requests, ...facts.milestones].flatMap(sourcesOf)[0],
    });
  });
  addExport(app, '/sts', ({ reading }) => planSheet(readPage(reading).page));
}

function readPage({ db, today }: Reading) {
  const facts = readSts(db);
  const theme = readTheme(db, [STS_SOLUTION], 'sts/');
  return { facts, theme, page: stsPage(facts, theme, today) };
}
