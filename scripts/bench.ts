/**
 * `npm run bench`: speed and size, measured on this machine. CPU by process.cpuUsage over 500 requests after 200
 * warm-ups, one connection, identity encoding. Figures and how to read them: docs/benchmark.md.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openText } from '#src/overviews/material-import/open-files.ts';
import { readDecks } from '#src/overviews/material-import/read-material.ts';

const WARM_UPS = 200;
const REQUESTS = 500;
/** Saves are measured one by one: each needs a page with the revisions that the one before left. */
const SAVES = 30;
const PORT = 3999;
const MATERIAL = ['2025-11-text-layer.txt', '2025-11-ocr.txt'];
const PAGES = [
  '/',
  '/?kommune=odense',
  '/frister',
  '/frister?kommune=odense',
  '/aftaler',
  '/aftaler/tre-datastandarder',
  '/kommuner',
  '/kommuner/odense',
  '/loesninger/sapa',
  '/soeg?q=sapa',
  '/sts',
  '/api/v1/agreements/tre-datastandarder/signatures',
];
/** The figure for a page of 98 rows goes for these. */
const WITH_98_ROWS = new Set([
  '/aftaler/tre-datastandarder',
  '/kommuner',
  '/api/v1/agreements/tre-datastandarder/signatures',
]);

const OWN = '/kommuner/odense';
const GRID = '/redaktion/underskrifter/tre-datastandarder';

const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
try {
  print('Start to first answer, empty folder', 3000, 'ms', await startTime());
  print('Start to first answer, existing folder', 1000, 'ms', await startTime());
  await measurePages();
  await measureReading();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Wall time from spawning the server to the first 200 of the front page. */
async function startTime(): Promise<number> {
  const begin = performance.now();
  const environment = {
    ...process.env,
    PORT: String(PORT),
    PORTAL_DATA: join(folder, 'var'),
    LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, ['src/server.ts'], { env: environment, stdio: 'ignore' });
  const stopped = new Promise((resolve) => server.once('exit', resolve));
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${PORT}/`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) break;
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const elapsed = performance.now() - begin;
  server.kill('SIGTERM');
  await stopped;
  return elapsed;
}

async function measurePages(): Promise<void> {
  const server = fork('scripts/bench-server.ts', [join(folder, 'pages.db')], { execArgv: [] });
  process.once('exit', () => server.kill());
  const [origin] = (await once(server, 'message')) as [string];
  for (const path of PAGES) {
    const { cpuMs, size } = await measure(server, origin, path);
    const limit = WITH_98_ROWS.has(path) ? 3 : null;
    print(`CPU of the server, ${path} (${Math.round(size / 1024)} kB)`, limit, 'ms', cpuMs);
  }
  print(
    'CPU of the server, /healthz: a request without a page',
    null,
    'ms',
    (await measure(server, origin, '/healthz')).cpuMs,
  );
  await measureFrontPage(origin);
  await measureOwn(server, origin);
  await measureGrid(server, origin);
  server.send('rebuild');
  const [rebuildMs] = (await once(server, 'message')) as [number];
  print('Rebuilding an earlier day', null, 'ms', rebuildMs);
  server.send('stop');
  await once(server, 'exit');
}

/** CPU of the server's own process per request, over one connection. */
async function measure(
  server: ChildProcess,
  origin: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ cpuMs: number; size: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let size = 0;
  for (let i = 0; i < WARM_UPS; i++) size = (await fetchOnce(origin + path, agent, headers)).length;
  const before = await cpuOf(server);
  for (let i = 0; i < REQUESTS; i++) await fetchOnce(origin + path, agent, headers);
  const cpuMs = ((await cpuOf(server)) - before) / REQUESTS;
  agent.destroy();
  return { cpuMs, size };
}

/** A programme leader's own page. */
async function measureOwn(server: ChildProcess, origin: string): Promise<void> {
  server.send('sign-in odense');
  const [session] = (await once(server, 'message')) as [string];
  const { cpuMs, size } = await measure(server, origin, OWN, { cookie: `portal=${session}` });
  print(`CPU of the server, ${OWN} signed in (${Math.round(size / 1024)} kB)`, 5, 'ms', cpuMs);
}

/** The editors' grid, and saving all its 98 rows at once: the form that comes back, the journal, the rows, the disk. */
async function measureGrid(server: ChildProcess, origin: string): Promise<void> {
  server.send('sign-in staff');
  const [session] = (await once(server, 'message')) as [string];
  const signedIn = { cookie: `portal=${session}` };
  const { cpuMs, size } = await measure(server, origin, GRID, signedIn);
  print(`CPU of the server, ${GRID} (${Math.round(size / 1024)} kB)`, 10, 'ms', cpuMs);
  let cookie = signedIn.cookie;
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let i = 0; i < SAVES; i++) {
    const page = await fetch(origin + GRID, { headers: { cookie } });
    const formCookie = page.headers.getSetCookie().find((one) => one.startsWith('formular='));
    if (formCookie) cookie = `${cookie}; ${formCookie.split(';')[0]}`;
    const form = formOf(await page.text(), i % 2 === 0 ? 'underskrevet' : 'mangler');
    const [cpuBefore, before] = [await cpuOf(server), performance.now()];
    const status = await post(origin + GRID, form, cookie);
    wall.push(performance.now() - before);
    cpu.push((await cpuOf(server)) - cpuBefore);
    if (status !== 303) throw new Error(`Saving 98 statuses: ${status}`);
  }
  print('CPU of the server, saving 98 statuses (median)', 50, 'ms', median(cpu));
  print('Saving 98 statuses, from the form to the answer (median)', 50, 'ms', median(wall));
}

function formOf(html: string, status: string): string {
  const valueOfField = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const fields = ['_csrf', '_noegle'].map((name): [string, string] => [name, valueOfField(name)]);
  const rows = [...html.matchAll(/name="kommune" value="([^"]*)"/g)].map((match): [string, string] => [
    'kommune',
    match[1] ?? '',
  ]);
  return new URLSearchParams([...fields, ...rows, ['status', status], ['dato', '24.11.2025']]).toString();
}

function post(url: string, body: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    request(url, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function cpuOf(server: ChildProcess): Promise<number> {
  server.send('cpu');
  const [ms] = (await once(server, 'message')) as [number];
  return ms;
}

/** Bytes over the wire of the front page and everything it asks for but fonts, compressed as a browser asks. */
async function measureFrontPage(origin: string): Promise<void> {
  const compressed = { 'accept-encoding': 'gzip' };
  const page = await fetchOnce(`${origin}/`, undefined, compressed);
  const html = gunzipSync(page).toString('utf8');
  const assets = new Set(
    [...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((match) => match[1] ?? ''),
  );
  let bytes = page.length;
  for (const asset of assets)
    if (!asset.endsWith('.woff2')) bytes += (await fetchOnce(origin + asset, undefined, compressed)).length;
  print('Front page without fonts, gzip', 60 * 1024, 'bytes', bytes);
}

async function measureReading(): Promise<void> {
  const files = MATERIAL.map((name) => join(process.env.PORTAL_SHARED ?? '../shared', 'material', name));
  if (!files.every((file) => existsSync(file))) {
    console.log('Reading the two text files: not measured, the material is not there (PORTAL_SHARED).');
    return;
  }
  const begin = performance.now();
  readDecks(
    files.map((file) => openText({ name: file, bytes: readFileSync(file) })),
    { meetingDay: '2025-11-24' },
  );
  print('Reading the two text files', 1000, 'ms', performance.now() - begin);
}

function fetchOnce(
  url: string,
  agent?: Agent,
  headers: Record<string, string> = { 'accept-encoding': 'identity' },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { ...(agent ? { agent } : {}), headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

function print(what: string, limit: number | null, unit: string, value: number): void {
  const verdict =
    limit === null ? '' : value <= limit ? `  (at most ${limit}: ok)` : `  (at most ${limit}: OVER)`;
  console.log(`${value.toFixed(unit === 'bytes' ? 0 : 2).padStart(10)} ${unit.padEnd(5)} ${what}${verdict}`);
}
