import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { logAccess } from '#src/core/access-log/record.ts';
import { once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { typedOf } from '#src/web/forms.ts';
import type { Upload } from '#src/web/uploads.ts';
import type { FileStore } from './files.ts';
import { frame } from './frame.ts';
import { listPage } from './list-page.ts';
import type { MaterialReader } from './reading.ts';
import { submitFiles } from './submit.ts';
import { proposalPath } from './words.ts';

const PATH = '/redaktion/indlaes';
const MEGABYTE = 1024 * 1024;
const MOST_FILES = 4;

interface Ground {
  db: Db;
  store: FileStore;
  reader: MaterialReader;
}

export function addUploadRoutes(app: FastifyInstance, { db, store, reader }: Ground): void {
  app.get(PATH, { config: { access: 'staff' } }, (_request, reply) => show(reply, db, ''));

  app.post(
    PATH,
    { config: { access: 'staff', upload: { bytes: 50 * MEGABYTE, files: MOST_FILES } } },
    (request, reply) => {
      const doer = request.doer(String(typedOf(request.body)._noegle ?? '') || null);
      const fault = faultOf(request.uploads);
      if (fault !== null) {
        logAccess(db, doer, { event: 'upload-refused', outcome: 'refused' }, request.now);
        return show(reply.code(422), db, fault);
      }
      return reply.redirect(submit(request, doer), 303);
    },
  );

  function submit(request: FastifyRequest, doer: ReturnType<FastifyRequest['doer']>): string {
    let begin: number | null = null;
    const location = once(db, doer, () => {
      const { id, isToRead } = submitFiles(db, doer, store, request.uploads);
      if (isToRead) begin = id;
      return proposalPath({ id });
    });
    // After the commit: the reader looks the files up in the database.
    if (begin !== null) reader.begin(begin);
    return location;
  }
}

function faultOf(uploads: readonly Upload[]): string | null {
  if (uploads.length === 0) return 'Vælg mødets præsentation fra jeres computer.';
  const empty = uploads.find(({ bytes }) => bytes.length === 0);
  return empty ? `Filen ${empty.name} er tom. Hent eller gem den igen, og prøv igen.` : null;
}

function show(reply: FastifyReply, db: Db, fault: string): Promise<FastifyReply> {
  const faults = fault === '' ? [] : [{ field: 'fil', text: fault }];
  return reply.page('material-import/list', { ...listPage(db), faults, fault }, frame('Indlæs præsentation'));
}
