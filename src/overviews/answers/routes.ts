import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ownMatter } from '#src/core/answers/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { getSeenMunicipality } from '#src/web/own-municipality.ts';
import { getAsk } from './ask.ts';
import { askPage, type Shown } from './ask-page.ts';
import { addCorrectionRoutes } from './correct-routes.ts';
import { addAnswerDeeds } from './deed-routes.ts';
import { askQuery } from './forms.ts';

export function answerRoutes(app: FastifyInstance, ground: PortalGround): void {
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    municipality: Municipality,
    ask: Deadline,
    shown?: Shown,
  ) => {
    const own = ownMatter(request.reading.db, municipality.id);
    const page = askPage(request, municipality, ask, own, ground.config.portalUrl, shown);
    return reply.page('answers/ask', page, {
      title: page.title,
      active: 'municipalities',
      onSubpage: true,
      breadcrumb: [
        { href: '/', text: 'Forside' },
        { href: '/kommuner', text: 'Kommuner' },
        { href: `/kommuner/${municipality.slug}`, text: municipality.name },
        { text: page.title },
      ],
      robots: 'noindex',
      source: null,
      forWork: true,
    });
  };

  app.get<{ Params: { slug: string } }>(
    '/kommuner/:slug/svar',
    { config: { access: 'signed-in' } },
    (request, reply) => {
      const municipality = getSeenMunicipality(ground.db, request);
      const query = readForm(askQuery, request.query);
      if (!query.isValid) throw new InvalidInputError('Vælg en opgave på kommunens side.');
      return show(request, reply, municipality, getAsk(request, municipality.id, query.values.opgave));
    },
  );

  addAnswerDeeds(app, ground, show);
  addCorrectionRoutes(app, ground);
}
