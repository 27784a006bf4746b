import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorName } from '#src/core/access/accounts.ts';
import type { Clock } from '#src/core/clock/clock.ts';
import type { Standings } from '#src/core/journal/standing.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';
import { withStand } from './with-stand.ts';

/** What a request reads: the database as of its day, that day, and addresses that carry the day along. */
export interface RequestReading extends Reading {
  /** True when an earlier day than today is shown. */
  isPast: boolean;
  /** The calendar's today, whatever day is shown. */
  realToday: string;
  /** Adds `?stand=` to a path of the portal while an earlier day is shown. */
  href: (path: string) => string;
  /** Who did something, for people: by today's name, whatever day is shown. */
  nameOf: (actor: string) => string;
}

declare module 'fastify' {
  interface FastifyRequest {
    reading: RequestReading;
  }
}

interface Ground {
  db: Db;
  standings: Standings;
  clock: Clock;
}

/** Gives every request its `reading`, from `?stand=`; a day that cannot be shown is told in Danish (422). */
export function addReading(app: FastifyInstance, ground: Ground): void {
  app.decorateRequest('reading', null as unknown as RequestReading);
  app.addHook('onRequest', async (request) => {
    // First what needs no database, so that the page that tells of an error has something to stand on.
    const realToday = ground.clock.today();
    const nameOf = (actor: string) => actorName(ground.db, actor);
    request.reading = {
      db: ground.db,
      today: realToday,
      realToday,
      isPast: false,
      href: (path) => path,
      nameOf,
    };
    if (request.routeOptions.config.plain) return;
    request.reading = readingOf(ground, standDay(request, realToday), realToday);
  });
}

function readingOf({ db, standings }: Ground, day: string, realToday: string): RequestReading {
  const isPast = day < realToday;
  const href = (path: string) => (isPast ? withStand(path, day) : path);
  const nameOf = (actor: string) => actorName(db, actor);
  return { db: standings.at(day), today: day, realToday, isPast, href, nameOf };
}

function standDay(request: FastifyRequest, today: string): string {
  const asked = (request.query as Record<string, unknown>).stand;
  if (asked === undefined || asked === '') return today;
  if (typeof asked !== 'string')
    throw new InvalidInputError('Adressen har flere datoer. Vælg én dato for, hvornår portalen skal vises.');
  const typed = parseTypedDay(asked);
  if ('reason' in typed) throw new InvalidInputError(typed.reason);
  if (typed.day > today) {
    throw new InvalidInputError('Datoen ligger efter i dag. Vælg i dag eller en tidligere dato.');
  }
  return typed.day;
}
