import type { FastifyInstance } from 'fastify';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Db } from '#src/db/client.ts';
import type { FileStore } from './files.ts';
import { getUpload } from './store.ts';

/** The bytes as they were sent: always as a file to keep, never as something a browser shows. */
export function addFileRoute(app: FastifyInstance, { db, store }: { db: Db; store: FileStore }): void {
  app.get<{ Params: { fil: string } }>(
    '/redaktion/indlaes/fil/:fil',
    { config: { access: 'staff' } },
    (request, reply) => {
      const { id, name } = getUpload(db, request.params.fil);
      const bytes = store.read(id);
      const about = { event: 'material-fetched', objectType: 'upload', objectId: id } as const;
      logAccess(db, request.doer(), about, request.now);
      return reply
        .header('content-disposition', attachment(name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .type('application/octet-stream')
        .send(bytes);
    },
  );
}

/** RFC 6266: a plain name for old programs, the whole name in UTF-8 beside it. */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
