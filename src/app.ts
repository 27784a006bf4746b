import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from '#src/config.ts';
import { newToken } from '#src/core/access/tokens.ts';
import type { Clock } from '#src/core/clock/clock.ts';
import { loadGlossary } from '#src/core/glossary/glossary.ts';
import { makeStandings } from '#src/core/journal/standing.ts';
import type { Db } from '#src/db/client.ts';
import { schemaNumber } from '#src/db/migrate.ts';
import { features } from '#src/features/index.ts';
import { overviews } from '#src/overviews/index.ts';
import { version } from '#src/version.ts';
import { makeAssetPaths, serveAssets } from '#src/web/assets.ts';
import { makeBanners } from '#src/web/banners.ts';
import { answerBrokenRequest } from '#src/web/broken-request.ts';
import { addChosenMunicipality } from '#src/web/chosen-municipality.ts';
import { addCsrf } from '#src/web/csrf.ts';
import { addErrors } from '#src/web/errors.ts';
import { addHealth } from '#src/web/health.ts';
import { limitFields } from '#src/web/most-fields.ts';
import { ownAddress } from '#src/web/own-address.ts';
import { addPages } from '#src/web/page.ts';
import { addRateLimit } from '#src/web/rate-limit.ts';
import { addReading } from '#src/web/reading.ts';
import { enforceAccess, requireAccess } from '#src/web/require-access.ts';
import { requireSameOrigin } from '#src/web/same-origin.ts';
import { addSecurityHeaders } from '#src/web/security-headers.ts';
import { addSession } from '#src/web/session.ts';
import { addUploads } from '#src/web/uploads.ts';

export interface AppParts {
  config: Config;
  db: Db;
  clock: Clock;
  /** Signs the tokens of forms; one that ends with the process when absent. */
  secret?: string;
  /** Where log lines go; standard output when absent. */
  logStream?: { write: (line: string) => void };
}

/** Bytes of an address and its headers together; no part of an address can be longer. */
const LONGEST_HEAD = 16 * 1024;
const LONGEST_LOGGED_PATH = 500;

/** The whole order of a request on one screen. Does not listen. */
export async function buildApp({
  config,
  db,
  clock,
  logStream,
  secret = newToken(),
}: AppParts): Promise<FastifyInstance> {
  const standings = makeStandings(db);
  const { prefix, asset } = makeAssetPaths();
  const app = Fastify({
    logger: { level: config.logLevel, ...(logStream ? { stream: logStream } : {}), serializers: LOGGED },
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 55_000,
    connectionTimeout: 55_000,
    keepAliveTimeout: 75_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, maxHeaderSize: LONGEST_HEAD },
    clientErrorHandler: answerBrokenRequest,
    rewriteUrl: ({ url }) => ownAddress(url ?? '/'),
    // What is under way when the portal stops is answered; new connections are refused.
    return503OnClosing: false,
    genReqId: () => crypto.randomUUID().slice(0, 8),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_HEAD },
  });

  const https = config.portalUrl.startsWith('https://');
  requireAccess(app);
  await addSecurityHeaders(app, https);
  if (config.limitsRates) await addRateLimit(app);
  await app.register(etag, { weak: true });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  // Forms alone are read; a body of another kind is refused before it reaches anything.
  app.removeAllContentTypeParsers();
  await app.register(formbody);
  await addUploads(app);
  limitFields(app);
  await app.register(cookie);
  addSession(app, { db, clock, https });
  addChosenMunicipality(app, db);
  addReading(app, { db, standings, clock });
  app.decorate('portalUrl', config.portalUrl);
  await addPages(app, {
    db,
    asset,
    portalUrl: config.portalUrl,
    terms: loadGlossary().terms,
    bannersFor: makeBanners(db, standings, config),
  });
  addErrors(app, secret);
  requireSameOrigin(app, config.portalUrl);
  enforceAccess(app, config.readersSignIn);
  await addCsrf(app, secret, https);
  await serveAssets(app, prefix);
  addHealth(app, db, version, schemaNumber());
  for (const subject of [...features, ...overviews]) subject.routes?.(app, { config, db, clock, secret });
  return app;
}

/**
 * A log line tells method, path without its query (it may hold what somebody searched for) and the client's address.
 * Of an address that opens something it tells the pattern alone.
 */
const LOGGED = {
  req: ({ method, url, ip, server }: FastifyRequest) => {
    const path = url.split('?')[0] ?? '';
    return { method, path: server.secretPattern(path) ?? path.slice(0, LONGEST_LOGGED_PATH), ip };
  },
};
