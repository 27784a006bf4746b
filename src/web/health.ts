import type { FastifyInstance } from 'fastify';
import type { Db } from '#src/db/client.ts';

/** `/healthz`: 200 when the database answers, 503 otherwise. For machines: no layout, never kept. */
export function addHealth(app: FastifyInstance, db: Db, version: string, schema: number): void {
  app.get('/healthz', { config: { access: 'open', plain: true } }, (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      db.$client.prepare('select 1').get();
      return reply.send({ status: 'ok', version, schema });
    } catch (error) {
      request.log.error({ err: error }, 'database does not answer');
      return reply.code(503).send({ status: 'error', version, schema });
    }
  });
}
