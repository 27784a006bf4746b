import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { logRefused } from './log-refused.ts';

/** Requests a minute from one address: a town hall sits behind one, and a meeting opens the portal at once. */
const PER_MINUTE = 1200;
const WINDOW_MS = 60_000;
/** Addresses whose excess was told lately. */
const MOST_TOLD = 1000;

/** Keeps one address from taking the portal away from the others. Routes may ask for less by `config.rateLimit`. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: PER_MINUTE,
    timeWindow: WINDOW_MS,
    onExceeded: tellOnce(),
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

/** Whoever sends too much would fill the access log too: an address and route is told of once in a window. */
function tellOnce(): (request: FastifyRequest, key: string) => void {
  const told = new Map<string, number>();
  return (request, key) => {
    const route = request.routeOptions.url ?? '';
    const about = `${key} ${route}`;
    const now = performance.now();
    if (now - (told.get(about) ?? -WINDOW_MS) < WINDOW_MS) return;
    if (told.size >= MOST_TOLD) told.clear();
    told.set(about, now);
    logRefused(request, 'rate-limited');
  };
}
