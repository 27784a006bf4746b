import type { FastifyInstance, FastifyReply } from 'fastify';
import { findMunicipality, listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { beginSeeingAs, endSeeingAs } from './actions.ts';
import { seeAsForm } from './forms.ts';

const PATH = '/redaktion/se-som';
const TITLE = 'Se som en kommune';

export function addSeeingAsRoutes(app: FastifyInstance, { db }: PortalGround): void {
  app.get(PATH, { config: { access: 'staff' } }, (request, reply) => {
    const { kommune } = request.query as Record<string, unknown>;
    return showChoice(reply, db, typeof kommune === 'string' ? kommune : '', []);
  });

  app.post(PATH, { config: { access: 'staff' } }, (request, reply) => {
    const form = readForm(seeAsForm, request.body);
    if (!form.isValid) return showChoice(reply.code(422), db, '', form.faults);
    const found = findMunicipality(db, form.values.kommune);
    const unknown = { field: 'kommune', text: 'Kommunen findes ikke. Vælg den på listen.' };
    if (!found || !request.principal) return showChoice(reply.code(422), db, '', [unknown]);
    beginSeeingAs(db, request.doer(), request.principal.sessionRef, found.id);
    return reply.redirect(`/kommuner/${found.slug}`, 303);
  });

  // Whoever sees as a municipality is no editor meanwhile.
  app.post(`${PATH}/slut`, { config: { access: 'signed-in', whileSeeingAs: true } }, (request, reply) => {
    const { principal, own } = request;
    if (!principal?.seeingAs || !principal.municipalityId) return reply.redirect('/', 303);
    endSeeingAs(db, request.doer(), principal.sessionRef, principal.municipalityId);
    return reply.redirect(own ? `/kommuner/${own.slug}` : '/', 303);
  });
}

function showChoice(reply: FastifyReply, db: Db, chosen: string, faults: Fault[]): Promise<FastifyReply> {
  const options = listMunicipalities(db).map(({ slug, name }) => ({
    value: slug,
    text: name,
    isSelected: slug === chosen,
  }));
  return reply.page(
    'seeing-as/choose',
    { options, faults, fault: faults[0]?.text ?? '' },
    {
      title: TITLE,
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: TITLE }],
      forWork: true,
      source: null,
      robots: 'noindex',
    },
  );
}
