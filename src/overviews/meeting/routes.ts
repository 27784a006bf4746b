import type { FastifyInstance } from 'fastify';
import { isStaff } from '#src/core/access/roles.ts';
import { getMeeting, listMeetings, slideAsRead } from '#src/core/sources/queries.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { meetingListPage, meetingName, meetingPage } from './page.ts';
import { meetingSheet, slideSheet } from './sheets.ts';
import { slidePage } from './slide-page.ts';

const HOME = { href: '/', text: 'Forside' };
const MEETINGS = { href: '/moeder', text: 'Møder' };

export function addMeetingRoutes(app: FastifyInstance, { db }: PortalGround): void {
  app.get('/moeder', { config: { access: 'read' } }, (request, reply) => {
    const data = meetingListPage(request.reading, listMeetings(request.reading.db));
    return reply.page('meeting/list', data, {
      title: 'Møder',
      active: 'meetings',
      breadcrumb: [HOME, { text: 'Møder' }],
    });
  });

  addExport(app, '/moeder', ({ reading }) =>
    meetingSheet(meetingListPage(reading, listMeetings(reading.db))),
  );

  app.get<{ Params: { meeting: string } }>(
    '/moeder/:meeting',
    { config: { access: 'read' } },
    (request, reply) => {
      const found = getMeeting(request.reading.db, request.params.meeting);
      const name = meetingName(found.id);
      return reply.page('meeting/meeting', meetingPage(request.reading, found), {
        title: name,
        active: 'meetings',
        onSubpage: true,
        breadcrumb: [HOME, MEETINGS, { text: name }],
        robots: 'noindex',
        record: `meeting/${found.id}`,
      });
    },
  );

  addExport<{ Params: { meeting: string } }>(app, '/moeder/:meeting', ({ reading, params }) =>
    slideSheet(meetingPage(reading, getMeeting(reading.db, params.meeting))),
  );

  app.get<{ Params: { meeting: string; slide: string } }>(
    '/moeder/:meeting/slide/:slide',
    { config: { access: 'read' } },
    (request, reply) => {
      const found = getMeeting(request.reading.db, request.params.meeting);
      const number = /^[1-9]\d{0,3}$/.test(request.params.slide) ? Number(request.params.slide) : 0;
      const data = slidePage(request.reading, found, number);
      if (!data) throw new NotFoundError('Sliden');
      // The words are those of the file, whatever day is shown; the file itself is for staff.
      const asRead = slideAsRead(db, found.id, number);
      const files = isStaff(request.principal) ? (asRead?.files ?? []) : [];
      const view = { ...data, lines: asRead?.lines ?? [], files };
      return reply.page('meeting/slide', view, {
        title: data.heading,
        active: 'meetings',
        onSubpage: true,
        breadcrumb: [
          HOME,
          MEETINGS,
          { href: `/moeder/${found.id}`, text: meetingName(found.id) },
          { text: `Slide ${number}` },
        ],
        source: { meetingId: found.id, slide: number },
        robots: 'noindex',
      });
    },
  );
}
