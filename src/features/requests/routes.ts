import type { FastifyInstance } from 'fastify';
import { findSolution } from '#src/core/solutions/queries.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import { ownStatus } from '#src/web/own-status.ts';
import { requestPage } from './page.ts';
import { findRequest, type Request } from './queries.ts';
import { requestTitle } from './rules.ts';

const HOME = { href: '/', text: 'Forside' };

export function addRequestRoutes(app: FastifyInstance): void {
  // The list of all asks is a filter of the deadlines; whoever shortens an address lands there.
  app.get('/opgaver', { config: { access: 'read' } }, (request, reply) =>
    reply.redirect(request.reading.href('/frister?type=opgave&status=alle')),
  );

  for (const format of ['csv', 'xlsx']) {
    app.get(`/opgaver.${format}`, { config: { access: 'read' } }, (request, reply) =>
      reply.redirect(request.reading.href(`/frister.${format}?type=opgave&status=alle`)),
    );
  }

  app.get<{ Params: { slug: string } }>(
    '/opgaver/:slug',
    { config: { access: 'read' } },
    (request, reply) => {
      const { db } = request.reading;
      const found = findRequest(db, request.params.slug);
      if (!found) throw new NotFoundError('Opgaven');
      const solution = found.solutionId ? findSolution(db, found.solutionId) : undefined;
      const page = requestPage(request.reading, found);
      const own = found.informationOnly ? null : ownStatus(request, `request/${found.id}`);
      return reply.page(
        'requests/request',
        { ...page, own },
        {
          title: requestTitle(found),
          active: solution ? 'solutions' : 'deadlines',
          onSubpage: true,
          breadcrumb: [HOME, ...parentsOf(solution), { text: requestTitle(found) }],
          ...(page.contacts.length > 0 ? { robots: 'noindex' } : {}),
          ...sourceOf(found),
          editHref: `/redaktion/oplysninger/opgaver/${encodeURIComponent(found.id)}`,
          record: `request/${found.id}`,
        },
      );
    },
  );
}

function parentsOf(solution: { id: string; name: string } | undefined) {
  if (!solution) return [{ href: '/frister', text: 'Frister' }];
  return [
    { href: '/loesninger', text: 'Løsninger' },
    { href: `/loesninger/${solution.id}`, text: solution.name },
  ];
}

function sourceOf({ meetingId, slide }: Request) {
  return meetingId === null ? {} : { source: { meetingId, slide } };
}
