/** Uploads that go wrong on the way: broken off, too big, wrongly marked. Nothing is left of them, and the portal goes on. */
import { existsSync, readdirSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { tokenIn } from '#test/support/cast.ts';
import { IMPORT } from '#test/support/material-sender.ts';
import { multipart } from '#test/support/multipart.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 50 * MEGABYTE;

let portal: TestApp;
let port: number;
let folder: string;
let cookie: string;
let token: string;

beforeEach(async () => {
  folder = temporaryFolder();
  portal = await buildTestApp({ settings: { PORTAL_DATA: folder } });
  port = Number(new URL(await portal.app.listen({ port: 0, host: '127.0.0.1' })).port);
  const visitor = portal.as('staff');
  token = tokenIn((await visitor.get(IMPORT)).text);
  cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
});

describe('broken off in the middle', () => {
  test('at 10, 50 and 99 per cent, two hundred times: no handle, no file, no proposal', {
    timeout: 120_000,
  }, async () => {
    const { head, body } = request(Buffer.alloc(256 * 1024, 'a'));
    await sent(head, body, 0.1);
    const handles = openHandles();
    const temporary = temporaryFiles();
    for (let round = 0; round < 200; round++) await sent(head, body, [0.1, 0.5, 0.99][round % 3] ?? 0.5);
    await pause(500);
    expect(openHandles()).toBeLessThanOrEqual(handles + 5);
    expect(temporaryFiles()).toEqual(temporary);
    expect(kept()).toEqual({ files: 0, proposals: 0 });
    expect((await portal.as('staff').get(IMPORT)).status).toBe(200);
  });
});

describe('too big', () => {
  test('one byte over the limit of a file is refused in Danish, and nothing is kept', {
    timeout: 60_000,
  }, async () => {
    const { head, body } = request(Buffer.alloc(MOST_BYTES + 1, 'a'));
    const answer = await sent(head, body, 1);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('Portalen tager højst 50 MB pr. fil.');
    expect(kept()).toEqual({ files: 0, proposals: 0 });
  });

  test('two gigabytes are refused by what they are said to be, before they are sent', async () => {
    const { head } = request(Buffer.from('a'));
    const declared = head.replace(/content-length: \d+/, `content-length: ${2 * 1024 * MEGABYTE}`);
    expect(await sent(declared, Buffer.from('--'), 1)).toMatch(/^HTTP\/1.1 413 /);
  });

  test('without an end, until the limit', { timeout: 60_000 }, async () => {
    const { head, body } = request(Buffer.from('a'));
    const opening = body.subarray(0, body.indexOf('\r\n\r\na') + 4);
    const chunk = (bytes: Buffer) =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
    const endless = [chunk(opening), ...Array.from({ length: 60 }, () => chunk(Buffer.alloc(MEGABYTE, 'a')))];
    const chunked = head.replace(/content-length: \d+/, 'transfer-encoding: chunked');
    expect(await sent(chunked, Buffer.concat(endless), 1)).toMatch(/^HTTP\/1.1 413 /);
    expect(kept()).toEqual({ files: 0, proposals: 0 });
  });
});

describe('from somebody who may not', () => {
  test.each([
    ['a stranger', undefined, 401],
    ['a programme leader', 'odense', 403],
  ] as const)('%s hears so before the file is read', async (_, who, status) => {
    cookie = [...portal.as(who).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { head, body } = request(Buffer.alloc(MEGABYTE, 'a'));
    expect(await sent(head, body, 0.01)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe('wrongly marked', () => {
  const fieldOf = (name: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\nx`;

  test('a boundary of 252 signs is refused at once', async () => {
    const { head, body } = request(Buffer.from('a'), 'b'.repeat(252));
    expect(await sent(head, body, 1)).toMatch(/^HTTP\/1.1 400 /);
  });

  test.each([
    ['a header of a part is __proto__', '__proto__: x\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
    ['a field is __proto__', fieldOf('__proto__')],
    ['a field is constructor', fieldOf('constructor')],
    ['a field is toString', fieldOf('toString')],
    ['a part has no name', 'Content-Disposition: form-data\r\n\r\nx'],
    ['a part has no end of its headers', 'Content-Disposition: form-data; name="a"'],
  ])('%s: the form is answered, and nobody is harmed', async (_, part) => {
    const { head, body } = request(Buffer.from('KOMBIT'), undefined, part);
    expect(await sent(head, body, 1)).toMatch(/^HTTP\/1.1 (303|400|403|422) /);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect((await portal.as('staff').get(IMPORT)).status).toBe(200);
  });
});

/** @param part a further part, before those of the form */
function request(content: Buffer, boundary?: string, part?: string): { head: string; body: Buffer } {
  const fields = { _csrf: token, _noegle: crypto.randomUUID() };
  const { headers, payload } = multipart(fields, { name: 'december.pptx', content }, boundary);
  const mark = boundary ?? 'graense-mellem-dele';
  const body = part ? Buffer.concat([Buffer.from(`--${mark}\r\n${part}\r\n`), payload]) : payload;
  const lines = [
    `POST ${IMPORT} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `content-type: ${headers['content-type']}`,
    `content-length: ${body.length}`,
    `cookie: ${cookie}`,
    'connection: close',
  ];
  return { head: `${lines.join('\r\n')}\r\n\r\n`, body };
}

/** Sends a share of the body. A whole one, and one that is refused early, is answered; another is broken off. */
async function sent(head: string, body: Buffer, share: number): Promise<string> {
  const socket: Socket = createConnection({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  let answer = '';
  const answered = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.once('close', () => resolve());
  });
  socket.write(head);
  socket.write(body.subarray(0, Math.ceil(body.length * share)));
  if (share >= 0.1 && share < 1) {
    await pause(10);
    socket.destroy();
  }
  await Promise.race([answered, pause(20_000)]);
  socket.destroy();
  return answer;
}

function kept(): { files: number; proposals: number } {
  const uploads = join(folder, 'uploads');
  const proposals = portal.db.$client.prepare('select count(*) from proposal').pluck().get();
  return { files: existsSync(uploads) ? readdirSync(uploads).length : 0, proposals: Number(proposals) };
}

/** 0 where the machine does not tell. */
function openHandles(): number {
  return existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0;
}

/** Those that a library might leave for a part of a body. */
function temporaryFiles(): string[] {
  return readdirSync(tmpdir()).filter((name) => /multipart|busboy|upload|fastify/i.test(name));
}
