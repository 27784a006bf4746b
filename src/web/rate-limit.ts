import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** Requests a minute from one address: a town hall sits behind one, and a meeting opens the portal at once. */
const PER_MINUTE = 1200;

/** Keeps one address from taking the portal away from the others. Routes may ask for less by `config.rateLimit`. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: PER_MINUTE,
    timeWindow: 60_000,
    cache: 20_000,
    // The answer is the portal's own page; the header says when to come back.
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
}
