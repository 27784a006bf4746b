/**
 * Files that are sent. Who may send is decided before any of it is read; then the parts are read with limits into
 * memory, so that nothing is left on the disk when somebody goes away in the middle.
 */
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes files: the most bytes of one, and how many. */
    upload?: { bytes: number; files: number };
  }
  interface FastifyRequest {
    /** Files of a form, in the order they were sent; a field left empty sends none. */
    uploads: readonly Upload[];
  }
}

export interface Upload {
  field: string;
  /** As the browser said it, without folders and control characters; for people, never for the disk. */
  name: string;
  bytes: Buffer;
}

/** Room for the fields and the marks between the parts. */
const OVERHEAD = 64 * 1024;
const LONGEST_BOUNDARY = 70;
const LONGEST_NAME = 200;

export async function addUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { fields: 20, parts: 25, fieldNameSize: 100, fieldSize: 32 * 1024, headerPairs: 20 },
    throwFileSizeLimit: true,
  });
  app.decorateRequest('uploads', null as unknown as readonly Upload[]);
  app.addHook('onRequest', (request, _reply, done) => {
    request.uploads = [];
    done();
  });
  app.addHook('onRoute', (route) => {
    const { upload } = route.config ?? {};
    if (upload) route.bodyLimit = mostBytes(upload);
  });
  app.addHook('preValidation', async (request, reply) => {
    if (!request.isMultipart()) return;
    const { upload } = request.routeOptions.config;
    try {
      if (!upload || !hasShortBoundary(request)) throw unreadable();
      if (Number(request.headers['content-length'] ?? 0) > mostBytes(upload)) throw tooLarge();
      await readParts(request, upload);
    } catch (error) {
      // Whoever goes on sending what is refused is not listened to.
      reply.header('connection', 'close');
      throw error;
    }
  });
}

function mostBytes({ bytes, files }: { bytes: number; files: number }): number {
  return bytes * files + OVERHEAD;
}

async function readParts(request: FastifyRequest, { bytes, files }: { bytes: number; files: number }) {
  const uploads: Upload[] = [];
  const fields: [string, string][] = [];
  try {
    for await (const part of request.parts({ limits: { fileSize: bytes, files } })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.push([part.fieldname, part.value]);
        continue;
      }
      const content = await contentOf(part);
      if (part.filename || content.length > 0)
        uploads.push({ field: part.fieldname, name: nameOf(part.filename), bytes: content });
    }
  } catch (error) {
    // A body that is cut off or wrongly marked is the sender's; what the library knows of, it names itself.
    throw (error as { statusCode?: number }).statusCode ? error : unreadable();
  }
  request.uploads = uploads;
  request.body = Object.assign(Object.create(null), Object.fromEntries(fields));
}

/** The whole file, or a refusal as soon as it is too big: not when its sender has finished. */
function contentOf(part: MultipartFile): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    part.file.once('limit', () => reject(tooLarge()));
    part.toBuffer().then(resolve, reject);
  });
}

function hasShortBoundary({ headers }: FastifyRequest): boolean {
  const boundary = /boundary=("?)([^";]*)\1/i.exec(headers['content-type'] ?? '')?.[2] ?? '';
  return boundary.length > 0 && boundary.length <= LONGEST_BOUNDARY;
}

function nameOf(said: string | undefined): string {
  const last = (said ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, LONGEST_NAME) || 'filen';
}

function tooLarge(): Error {
  return Object.assign(new Error('the file is too large'), { statusCode: 413 });
}

function unreadable(): Error {
  return Object.assign(new Error('the multipart body cannot be read'), { statusCode: 400 });
}
