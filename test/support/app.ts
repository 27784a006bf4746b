import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import type { Db } from '#src/db/client.ts';
import { type CastName, type Visitor, visit } from './cast.ts';
import { MEETING_DAY, seededDatabase } from './seeded-database.ts';

export interface TestApp {
  app: FastifyInstance;
  db: Db;
  /** GET as a browser: status, text and headers. */
  get: (
    url: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; text: string; headers: Record<string, unknown> }>;
  /** A browser of its own, where somebody of the cast has signed in. */
  as: (who?: CastName) => Visitor;
}

/** The real portal on a database of its own, with today frozen (the meeting day unless said otherwise). */
export async function buildTestApp(
  options: {
    today?: string;
    /** The clock's now; real when absent. */
    now?: () => Date;
    db?: Db;
    settings?: Record<string, string>;
    log?: (line: string) => void;
  } = {},
): Promise<TestApp> {
  const db = options.db ?? seededDatabase();
  const config = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: 'off', ...options.settings });
  const { log, now } = options;
  const clock = { ...makeClock(options.today ?? MEETING_DAY), ...(now ? { now } : {}) };
  const logStream = log ? { logStream: { write: log } } : {};
  const app = await buildApp({ config, db, clock, ...logStream });
  onTestFinished(() => app.close());
  return {
    app,
    db,
    as: (who) => visit(app, db, who, clock.now()),
    get: async (url, headers = {}) => {
      const response = await app.inject({ method: 'GET', url, headers });
      return { status: response.statusCode, text: response.body, headers: response.headers };
    },
  };
}
