import { z } from 'zod';
import type { ApiResource } from '#src/core/offers/offers.ts';
import { version } from '#src/version.ts';

const STAND = {
  name: 'stand',
  in: 'query',
  required: false,
  description: 'Vis, hvad der gjaldt denne dag (ÅÅÅÅ-MM-DD). Uden den: i dag.',
  schema: { type: 'string', format: 'date' },
};

/** The description of the API, made of the same schemas that its readers rely on. */
export function openApiDocument(resources: readonly ApiResource[], portalUrl: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Programlederportalen',
      version,
      description:
        'Læseadgang til det, siderne viser. Datoer er { raw, from, to, precision, state, yearInferred }; from og to er null, når der ingen er.',
      contact: { email: 'programleder@kombit.dk' },
    },
    servers: [{ url: portalUrl }],
    paths: Object.fromEntries(
      resources.map((resource) => [openApiPath(resource.path), { get: operation(resource) }]),
    ),
  };
}

function operation(resource: ApiResource): object {
  const item = z.toJSONSchema(resource.item, { io: 'output' });
  return {
    summary: resource.summary,
    operationId: resource.path.replace(/[/:]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: [...pathParameters(resource.path), ...queryParameters(resource.query), STAND],
    responses: {
      200: {
        description: 'Listen',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data', 'asOf'],
              properties: {
                data: { type: 'array', items: item },
                asOf: { type: ['string', 'null'], format: 'date' },
              },
            },
          },
        },
      },
      404: { description: 'Findes ikke på den dag' },
      422: { description: 'En parameter kan ikke bruges' },
    },
  };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined): object[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: z.toJSONSchema(schema as z.ZodType, { io: 'input' }),
  }));
}

function openApiPath(path: string): string {
  return `/api/v1/${path.replace(/:(\w+)/g, '{$1}')}`;
}
