import type { FastifyRequest } from 'fastify';

type Refused = 'access-refused' | 'form-refused' | 'upload-refused' | 'rate-limited';

/**
 * Tells the access log what somebody signed in was refused. Of strangers only who asks too much is told: reading without
 * being signed in is no attempt at anything.
 */
export function logRefused(request: FastifyRequest, event: Refused, reason?: string): void {
  if (!request.principal && event !== 'rate-limited') return;
  const objectId = request.routeOptions.url ?? '';
  const about = { event, outcome: 'refused', objectType: 'route', objectId } as const;
  try {
    request.logAccess({ ...about, ...(reason === undefined ? {} : { reason }) });
  } catch (error) {
    // Refused it is all the same, and the answer says why.
    request.log.error({ err: error }, 'a refusal is not in the access log');
  }
}
