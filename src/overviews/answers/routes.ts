import type { FastifyInstance } from 'fastify';
import { ownMatter } from '#src/core/answers/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { getSeenMunicipality } from '#src/web/own-municipality.ts';
import { findAsk } from './ask.ts';
import { askPage } from './ask-page.ts';
import { addCorrectionRoutes } from './correct-routes.ts';
import { addAnswerDeeds, type Show, type ShowGone } from './deed-routes.ts';
import { askQuery } from './forms.ts';

export function answerRoutes(app: FastifyInstance, ground: PortalGround): void {
  const show: Show = (request, reply, municipality, ask, shown) => {
    const own = ownMatter(request.reading.db, municipality.id);
    const page = askPage(request, municipality, ask, own, ground.config.portalUrl, shown);
    return reply.page('answers/ask', page, frame(municipality, page.title));
  };

  app.get<{ Params: { slug: string } }>(
    '/kommuner/:slug/svar',
    { config: { access: 'signed-in' } },
    (request, reply) => {
      const municipality = getSeenMunicipality(ground.db, request);
      const query = readForm(askQuery, request.query);
      if (!query.isValid) throw new InvalidInputError('Vælg en opgave på kommunens side.');
      const ask = findAsk(request, municipality.id, query.values.opgave);
      return ask ? show(request, reply, municipality, ask) : showGone(reply, municipality);
    },
  );

  addAnswerDeeds(app, ground, { show, showGone });
  addCorrectionRoutes(app, ground);
}

/** The ask was withdrawn, or never there: what was typed about it is shown, to be kept. */
const showGone: ShowGone = (reply, municipality, typed = {}) => {
  const { bemaerkning, note } = typed;
  const text = [bemaerkning, note].find((one) => typeof one === 'string' && one !== '') ?? '';
  const page = { municipalityName: municipality.officialName, back: `/kommuner/${municipality.slug}`, text };
  return reply.code(404).page('answers/gone', page, frame(municipality, 'Opgaven findes ikke længere'));
};

function frame({ slug, name }: Municipality, title: string) {
  return {
    title,
    active: 'municipalities' as const,
    onSubpage: true,
    breadcrumb: [
      { href: '/', text: 'Forside' },
      { href: '/kommuner', text: 'Kommuner' },
      { href: `/kommuner/${slug}`, text: name },
      { text: title },
    ],
    robots: 'noindex',
    source: null,
    forWork: true as const,
  };
}
