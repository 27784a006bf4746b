import type { FastifyInstance } from 'fastify';

/** Many times the fields of the longest form, 98 rows with a choice each. */
const MOST_FIELDS = 2000;

/** A body of nothing but marks makes a hundred thousand fields of half a megabyte, and each costs the others time. */
export function limitFields(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }) => {
    if (Object.values(body ?? {}).flat().length > MOST_FIELDS)
      throw Object.assign(new Error('the form has too many fields'), { statusCode: 413 });
  });
}
