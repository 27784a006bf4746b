import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidInputError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { missingQuery } from './forms.ts';
import { missingPage, missingSheet, PATH } from './page.ts';

export function addMissingRoles(app: FastifyInstance, { db }: PortalGround): void {
  const pageOf = ({ query }: FastifyRequest) => {
    const read = readForm(missingQuery, query);
    const { rolle: role = '', loesning: solutionId = '' } = read.isValid ? read.values : {};
    const isAll = read.isValid && role === '' && solutionId === '';
    const page = read.isValid ? missingPage(db, isAll ? null : { role, solutionId }) : null;
    if (!page) throw new InvalidInputError('Rollen findes ikke. Vælg en rolle i listen.');
    return page;
  };

  app.get(PATH, { config: { access: 'staff' } }, (request, reply) =>
    reply.page('contacts/missing', pageOf(request), {
      title: 'Roller uden en person',
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: 'Kontakter' }],
      staff: 'contacts',
      forWork: true,
      robots: 'noindex',
      source: null,
    }),
  );

  addExport(app, PATH, (request) => missingSheet(pageOf(request)), { access: 'staff' });
}
