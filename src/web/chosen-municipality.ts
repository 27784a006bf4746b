import cookie from '@fastify/cookie';
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
  }
}

const COOKIE = 'kommune';
const ONE_YEAR_S = 365 * 24 * 3600;

export async function addChosenMunicipality(app: FastifyInstance, db: Db): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('chosen', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.plain) return;
    reply.header('vary', 'Cookie');
    const slug = request.cookies[COOKIE];
    if (slug) request.chosen = findMunicipality(db, slug) ?? null;
  });
}

export function findMunicipality(db: Db, slug: string): ChosenMunicipality | undefined {
  return db
    .select({
      code: municipality.id,
      name: municipality.name,
      officialName: municipality.officialName,
      slug: municipality.slug,
    })
    .from(municipality)
    .where(eq(municipality.slug, slug))
    .get();
}

/** Remembers the choice for a year, or forgets it (null). Readable by the server alone. */
export function rememberChoice(reply: FastifyReply, slug: string | null, secure: boolean): void {
  if (slug === null) reply.clearCookie(COOKIE, { path: '/' });
  else
    reply.setCookie(COOKIE, slug, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: ONE_YEAR_S });
}
