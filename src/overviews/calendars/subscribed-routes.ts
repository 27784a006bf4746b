/** What a calendar program reads by an address of its own, also where reading asks for signing in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CalendarToken, findCalendar, noteCalendarRead } from '#src/core/access/calendar-tokens.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type CalendarScope, calendarOf } from './compose.ts';
import { ofOwnMunicipality, ofSolution } from './scopes.ts';

/** Requests a minute from one address; programs of many people may stand behind one. */
const PER_MINUTE = 120;

export function subscribedRoutes(app: FastifyInstance, { db, config: { portalUrl } }: PortalGround): void {
  const rateLimit = { max: PER_MINUTE, timeWindow: 60_000 };
  const config = { access: 'open', secretPath: true, rateLimit } as const;

  // Whatever stands there, so that an address that was cut or pasted wrongly is kept out of the log too.
  app.get<{ Params: { '*': string } }>('/kalender/*', { config }, (request, reply) => {
    reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
    const found = findCalendar(db, tokenIn(request.params['*']));
    if (!found) return tellDead(reply, portalUrl);
    const text = calendarOf(request.reading, scopeOf(request.reading, found.calendar), portalUrl);
    note(request, found);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="kalender.ics"')
      .send(text);
  });

  /** A disk that cannot be written costs the note, never the calendar. */
  function note(
    request: FastifyRequest,
    { calendar, account }: NonNullable<ReturnType<typeof findCalendar>>,
  ) {
    const { id: actor, roles, municipalityId } = account;
    try {
      noteCalendarRead(db, { ...request.doer(), actor, roles, municipalityId }, calendar);
    } catch (error) {
      request.log.warn({ err: error }, 'the reading of a calendar was not noted');
    }
  }
}

/** Empty for an address that is none: no token has that hash. */
function tokenIn(address: string): string {
  return /^([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
}

function scopeOf(reading: Reading, { municipalityId, solutionId }: CalendarToken): CalendarScope {
  if (solutionId !== null) return ofSolution(reading, solutionId);
  const slug = listMunicipalities(reading.db).find(({ id }) => id === municipalityId)?.slug;
  return ofOwnMunicipality(reading, slug ?? '');
}

/** One answer for what is wrong, cut, old or removed, and to programs: no page. */
function tellDead(reply: FastifyReply, portalUrl: string): FastifyReply {
  return reply
    .code(404)
    .type('text/plain; charset=utf-8')
    .send(`Kalenderadressen virker ikke. Log ind på ${portalUrl}/min-konto/kalendere, og hent en ny.\n`);
}
