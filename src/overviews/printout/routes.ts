import type { FastifyInstance } from 'fastify';
import { getMunicipality } from '#src/core/municipalities/queries.ts';
import { getSolution, solutionFamily } from '#src/core/solutions/queries.ts';
import { deadlinesSeenBy } from '#src/overviews/deadlines/index.ts';
import { openAsks } from '#src/overviews/municipality/index.ts';
import { deadlinesOf } from '#src/overviews/solution/index.ts';
import { letter } from './page.ts';

const HOME = { href: '/', text: 'Forside' };
const PRINTOUT = { text: 'Udskrift' };

export function addPrintoutRoutes(app: FastifyInstance): void {
  app.get<{ Params: { slug: string } }>(
    '/kommuner/:slug/udskrift',
    { config: { access: 'read' } },
    (request, reply) => {
      const { reading, params } = request;
      const { id, slug, name, officialName } = getMunicipality(reading.db, params.slug);
      const heading = `Opgaver for ${officialName}`;
      const back = { href: `/kommuner/${slug}`, text: `Tilbage til ${name}` };
      const data = letter(openAsks(deadlinesSeenBy(request, id), id), id, { heading, back }, reading);
      return reply.page('printout/letter', data, {
        title: heading,
        active: 'municipalities',
        onSubpage: true,
        breadcrumb: [
          HOME,
          { href: '/kommuner', text: 'Kommuner' },
          { href: back.href, text: name },
          PRINTOUT,
        ],
        source: null,
        forWork: true,
      });
    },
  );

  app.get<{ Params: { slug: string } }>(
    '/loesninger/:slug/udskrift',
    { config: { access: 'read' } },
    (request, reply) => {
      const { reading, params, chosen } = request;
      const { id, name } = getSolution(reading.db, params.slug);
      const code = chosen?.code ?? null;
      const own = deadlinesOf(deadlinesSeenBy(request, code), solutionFamily(reading.db, id));
      const heading = `Opgaver i ${name}${chosen ? ` for ${chosen.officialName}` : ''}`;
      const back = { href: `/loesninger/${id}`, text: `Tilbage til ${name}` };
      return reply.page('printout/letter', letter(openAsks(own, code), code, { heading, back }, reading), {
        title: heading,
        active: 'solutions',
        onSubpage: true,
        breadcrumb: [
          HOME,
          { href: '/loesninger', text: 'Løsninger' },
          { href: back.href, text: name },
          PRINTOUT,
        ],
        source: null,
        forWork: true,
      });
    },
  );
}
