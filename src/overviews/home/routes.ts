import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#src/config.ts';
import { findMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import { deadlinesSeenBy, municipalityIn } from '#src/overviews/deadlines/index.ts';
import { rememberChoice } from '#src/web/chosen-municipality.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { homePage } from './page.ts';

export function homeRoutes(app: FastifyInstance, { config }: PortalGround): void {
  app.get('/', { config: { access: 'read' } }, (request, reply) => {
    const municipality = choose(request, reply, config);
    const page = homePage(deadlinesSeenBy(request, municipality?.id ?? null), municipality, request.reading);
    return reply.page('home/overview', page, {
      title: page.question,
      active: 'overview',
      breadcrumb: [{ text: 'Forside' }],
    });
  });
}

/** `?kommune=odense` sets the choice, `?kommune=` forgets it, and without it the remembered one counts. */
function choose(request: FastifyRequest, reply: FastifyReply, config: Config): Municipality | null {
  const asked = (request.query as Record<string, unknown>).kommune;
  const { db } = request.reading;
  if (asked === undefined) return (request.chosen && findMunicipality(db, request.chosen.slug)) ?? null;
  const found = asked === '' ? null : municipalityIn(db, String(asked));
  rememberChoice(reply, found?.slug ?? null, config.portalUrl.startsWith('https://'));
  request.chosen = found && {
    code: found.id,
    name: found.name,
    officialName: found.officialName,
    slug: found.slug,
  };
  return found;
}
