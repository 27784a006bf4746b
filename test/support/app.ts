import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import type { Db } from '#src/db/client.ts';
import { MEETING_DAY, seededDatabase } from './seeded-database.ts';

export interface TestApp {
  app: FastifyInstance;
  db: Db;
  /** GET as a browser: status, text and headers. */
  get: (
    url: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; text: string; headers: Record<string, unknown> }>;
}

/** The real portal on a database of its own, with today frozen (the meeting day unless said otherwise). */
export async function buildTestApp(
  options: { today?: string; db?: Db; settings?: Record<string, string>; log?: (line: string) => void } = {},
): Promise<TestApp> {
  const db = options.db ?? seededDatabase();
  const config = readConfig({ LOG_LEVEL: 'silent', ...options.settings });
  const { log } = options;
  const logStream = log ? { logStream: { write: log } } : {};
  const app = await buildApp({ config, db, clock: makeClock(options.today ?? MEETING_DAY), ...logStream });
  onTestFinished(() => app.close());
  return {
    app,
    db,
    get: async (url, headers = {}) => {
      const response = await app.inject({ method: 'GET', url, headers });
      return { status: response.statusCode, text: response.body, headers: response.headers };
    },
  };
}
