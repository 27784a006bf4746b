import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { openApiDocument } from './openapi.ts';
import { resources } from './resources.ts';

export function addApiRoutes(app: FastifyInstance, { config }: PortalGround): void {
  const document = openApiDocument(resources, config.portalUrl);
  app.get('/api/v1/openapi.json', { config: { access: 'read' } }, (_request, reply) => reply.send(document));

  for (const resource of resources) {
    app.get<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>(
      `/api/v1/${resource.path}`,
      { config: { access: 'read' } },
      (request, reply) => {
        const { stand: _, ...rest } = request.query;
        const { data, asOf } = resource.read(
          request.reading,
          request.params,
          parseQuery(resource.query, rest),
        );
        return reply.send({ data, asOf: asOf === undefined ? request.reading.today : asOf });
      },
    );
  }
}

function parseQuery(
  schema: z.ZodObject | undefined,
  query: Record<string, unknown>,
): Record<string, unknown> {
  const parsed = (schema ?? z.object({})).strict().safeParse(query);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1),
  );
  throw new InvalidInputError(
    `Parameteren ${names.join(', ')} er ukendt eller har en værdi, som ikke kan bruges. Se /api/v1/openapi.json.`,
  );
}
