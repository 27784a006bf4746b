import type { FastifyRequest } from 'fastify';
import { maySeeAnswers } from '#src/core/access/roles.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import {
  listContactsOf,
  type MunicipalContact,
  ownerOfContact,
} from '#src/core/municipal-contacts/queries.ts';
import { getMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { NotFoundError } from '#src/shared/errors.ts';

type OfMunicipality = FastifyRequest<{ Params: { slug: string } }>;

/**
 * The municipality of the address, to answer for: only the one that the signed-in person is of.
 * @throws NotFoundError for every other one, and tells the access log
 */
export function getOwnMunicipality(db: Db, request: OfMunicipality): Municipality {
  const asked = getMunicipality(db, request.params.slug);
  if (request.principal?.municipalityId !== asked.id) throw refused(db, request, asked.id);
  return asked;
}

/** The same to look at: KOMBIT's staff may, too. @throws NotFoundError */
export function getSeenMunicipality(db: Db, request: OfMunicipality): Municipality {
  const asked = getMunicipality(db, request.params.slug);
  if (!maySeeAnswers(request.principal, asked.id)) throw refused(db, request, asked.id);
  return asked;
}

/** Its own people may change something now: nobody sees as it, and no earlier day is shown. */
export function mayAnswer({ principal, reading }: FastifyRequest, code: string): boolean {
  return principal?.municipalityId === code && !principal.seeingAs && !reading.isPast;
}

/**
 * A contact of the municipality by its id. Undefined for one that a colleague has erased and for another
 * municipality's alike; the access log is told of the latter.
 */
export function findOwnContact(
  db: Db,
  request: FastifyRequest,
  code: string,
  id: string,
): MunicipalContact | undefined {
  const found = listContactsOf(db, code).find((one) => one.id === id);
  const owner = found ? code : ownerOfContact(db, id);
  if (owner !== undefined && owner !== code) refused(db, request, owner);
  return found;
}

/** What belongs to another municipality is not there, and the attempt is remembered. */
export function refused(db: Db, request: FastifyRequest, objectMunicipalityId?: string): NotFoundError {
  const entry = { event: 'access-refused', outcome: 'refused', reason: 'other-municipality' } as const;
  const about = { objectType: 'route', objectId: request.routeOptions.url ?? '' };
  const whose = objectMunicipalityId === undefined ? {} : { objectMunicipalityId };
  logAccess(db, request.doer(), { ...entry, ...about, ...whose }, request.now);
  return new NotFoundError('Siden');
}
