import type { FastifyInstance } from 'fastify';
import { getMeeting } from '#src/core/sources/queries.ts';
import { meetingName } from '#src/overviews/meeting/index.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { changesFeed } from './feed.ts';
import { changesPage } from './page.ts';
import { changesSheet } from './sheet.ts';

const HOME = { href: '/', text: 'Forside' };
const MEETINGS = { href: '/moeder', text: 'Møder' };

export function changesRoutes(app: FastifyInstance, { config }: PortalGround): void {
  app.get<{ Params: { meeting: string } }>(
    '/moeder/:meeting/aendringer',
    { config: { access: 'read' } },
    (request, reply) => {
      const found = getMeeting(request.reading.db, request.params.meeting);
      const page = changesPage(request.reading, found);
      return reply.page('changes/meeting', page, {
        title: page.heading,
        active: 'meetings',
        onSubpage: true,
        breadcrumb: [
          HOME,
          MEETINGS,
          { href: `/moeder/${found.id}`, text: meetingName(found.id) },
          { text: 'Ændringer' },
        ],
      });
    },
  );

  addExport<{ Params: { meeting: string } }>(app, '/moeder/:meeting/aendringer', ({ reading, params }) =>
    changesSheet(changesPage(reading, getMeeting(reading.db, params.meeting))),
  );

  app.get('/aendringer.atom', { config: { access: 'read' } }, (request, reply) =>
    reply.type('application/atom+xml; charset=utf-8').send(changesFeed(request.reading, config.portalUrl)),
  );
}
