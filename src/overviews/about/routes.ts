import type { FastifyInstance } from 'fastify';
import { loadGlossary } from '#src/core/glossary/glossary.ts';
import { version } from '#src/version.ts';
import { addExport } from '#src/web/export.ts';
import { glossaryPage } from './glossary-page.ts';
import { glossarySheet } from './glossary-sheet.ts';
import { privacyPage } from './privacy-page.ts';
import { sourcesPage } from './sources-page.ts';

const { entries } = loadGlossary();

export function addAboutRoutes(app: FastifyInstance): void {
  app.get('/ordliste', { config: { access: 'read' } }, (request, reply) =>
    reply.page('glossary/list', glossaryPage(request.reading, entries), titled('Ordliste')),
  );
  addExport(app, '/ordliste', ({ reading }) => glossarySheet(glossaryPage(reading, entries)));
  app.get('/data-og-kilder', { config: { access: 'read' } }, (request, reply) =>
    reply.page('about/sources', sourcesPage(request.reading), titled('Data og kilder')),
  );
  // Whoever may not read the portal must still learn how it treats them.
  app.get('/privatliv', { config: { access: 'open' } }, (request, reply) =>
    reply.page('about/privacy', privacyPage(request.reading), titled('Privatliv')),
  );
  app.get('/was', { config: { access: 'open' } }, (_request, reply) =>
    reply.page('about/accessibility', { version }, titled('Tilgængelighedserklæring')),
  );
}

function titled(title: string) {
  return { title, breadcrumb: [{ href: '/', text: 'Forside' }, { text: title }] };
}
