import type { FastifyInstance, FastifyReply } from 'fastify';
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';

export interface ChosenMunicipality {
  code: string;
  /** "København" */
  name: string;
  /** "Københavns Kommune" */
  officialName: string;
  slug: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The municipality the reader last chose on the front page; a wish, never a right. */
    chosen: ChosenMunicipality | null;
    /** The municipality that the signed-in person is of: from the session, never from the request. */
    own: ChosenMunicipality | null;
  }
}

const COOKIE = 'kommune';
const ONE_YEAR_S = 365 * 24 * 3600;

/** Somebody of a municipality reads as that municipality; others as the one they chose. */
export function addChosenMunicipality(app: FastifyInstance, db: Db): void {
  app.decorateRequest('chosen', null);
  app.decorateRequest('own', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.plain) return;
    reply.header('vary', 'Cookie');
    const own = request.principal?.municipalityId;
    const slug = request.cookies[COOKIE];
    if (own) request.own = municipalityWith(db, ({ id }) => id === own) ?? null;
    if (request.own) request.chosen = request.own;
    else if (slug) request.chosen = findMunicipality(db, slug) ?? null;
  });
}

export function findMunicipality(db: Db, slug: string): ChosenMunicipality | undefined {
  return municipalityWith(db, (one) => one.slug === slug);
}

function municipalityWith(db: Db, is: (one: Municipality) => boolean): ChosenMunicipality | undefined {
  const found = listMunicipalities(db).find(is);
  return found && { code: found.id, name: found.name, officialName: found.officialName, slug: found.slug };
}

/** Remembers the choice for a year, or forgets it (null). Readable by the server alone. */
export function rememberChoice(reply: FastifyReply, slug: string | null, secure: boolean): void {
  if (slug === null) reply.clearCookie(COOKIE, { path: '/' });
  else
    reply.setCookie(COOKIE, slug, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: ONE_YEAR_S });
}
