import type { SQL } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { municipality } from '#src/db/schema/municipalities.ts';

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
    if (own) request.own = municipalityWhere(db, eq(municipality.id, own)) ?? null;
    if (request.own) request.chosen = request.own;
    else if (slug) request.chosen = findMunicipality(db, slug) ?? null;
  });
}

export function findMunicipality(db: Db, slug: string): ChosenMunicipality | undefined {
  return municipalityWhere(db, eq(municipality.slug, slug));
}

function municipalityWhere(db: Db, condition: SQL): ChosenMunicipality | undefined {
  return db
    .select({
      code: municipality.id,
      name: municipality.name,
      officialName: municipality.officialName,
      slug: municipality.slug,
    })
    .from(municipality)
    .where(condition)
    .get();
}

/** Remembers the choice for a year, or forgets it (null). Readable by the server alone. */
export function rememberChoice(reply: FastifyReply, slug: string | null, secure: boolean): void {
  if (slug === null) reply.clearCookie(COOKIE, { path: '/' });
  else
    reply.setCookie(COOKIE, slug, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: ONE_YEAR_S });
}
