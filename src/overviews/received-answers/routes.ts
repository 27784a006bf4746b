import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidInputError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { shownQuery } from './forms.ts';
import { PATH, receivedPage, SHOWN_ROWS } from './page.ts';
import { receivedSheet } from './sheet.ts';

export function receivedAnswerRoutes(app: FastifyInstance, { db }: PortalGround): void {
  /** What stands now, whatever day the portal is shown as of: it is there to be worked on. */
  const pageOf = ({ reading: { realToday }, query }: FastifyRequest, most: number) => {
    const read = readForm(shownQuery, query);
    if (!read.isValid) throw new InvalidInputError(read.faults[0]?.text ?? '');
    return receivedPage({ db, today: realToday }, read.values.vis, most);
  };

  app.get(PATH, { config: { access: 'staff' } }, (request, reply) =>
    reply.page('received-answers/list', pageOf(request, SHOWN_ROWS), {
      title: 'Svar fra kommunerne',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'Svar' }],
      staff: 'answers',
      forWork: true,
      robots: 'noindex',
      source: null,
    }),
  );

  addExport(app, PATH, (request) => receivedSheet(pageOf(request, Number.POSITIVE_INFINITY)), {
    access: 'staff',
  });
}
