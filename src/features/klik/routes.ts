import type { FastifyInstance } from 'fastify';
import { sourcesOf } from '#src/core/offers/offers.ts';
import { addExport } from '#src/web/export.ts';
import { ownStatus } from '#src/web/own-status.ts';
import { taskListPage } from './page.ts';
import { getTask } from './queries.ts';
import { titleWithoutMarks } from './rules.ts';
import { taskSheet } from './sheet.ts';
import { taskPage } from './task-page.ts';

const HOME = { href: '/', text: 'Forside' };

export function addKlikRoutes(app: FastifyInstance): void {
  app.get('/klik', { config: { access: 'read' } }, (request, reply) =>
    reply.page('klik/list', taskListPage(request.reading), {
      title: 'KLIK-opgaver',
      active: 'klik',
      breadcrumb: [HOME, { text: 'KLIK-opgaver' }],
    }),
  );

  addExport(app, '/klik', ({ reading }) => taskSheet(taskListPage(reading)));

  app.get<{ Params: { slug: string } }>('/klik/:slug', { config: { access: 'read' } }, (request, reply) => {
    const task = getTask(request.reading.db, request.params.slug);
    const title = titleWithoutMarks(task.title);
    const own = ownStatus(request, `task/${task.id}`);
    return reply.page(
      'klik/task',
      { ...taskPage(request.reading, task), own },
      {
        title,
        active: 'klik',
        onSubpage: true,
        breadcrumb: [HOME, { href: '/klik', text: 'KLIK-opgaver' }, { text: title }],
        source: sourcesOf(task)[0],
        editHref: `/redaktion/oplysninger/klik-opgaver/${encodeURIComponent(task.id)}`,
        record: `task/${task.id}`,
      },
    );
  });
}
