/** Ten decks uploaded one after the other: what stays in the server's memory, and how long others wait meanwhile. */
import { join } from 'node:path';
import { multipart } from '#test/support/multipart.ts';
import { longPptx } from './long-deck.ts';
import { type Portal, startPortal } from './portal.ts';
import { print } from './result.ts';

const IMPORT = '/redaktion/indlaes';
const IMPORTS = 10;
const SLIDES = 54;
const MEGABYTE = 1024 * 1024;
const ASK_EVERY_MS = 20;
/** V8 gives memory back when nobody asks for anything. */
const REST_MS = 20_000;

export async function measureImports(folder: string): Promise<void> {
  const portal = await startPortal(join(folder, 'imports.db'));
  const cookie = await portal.signIn('staff');
  const waits: number[] = [];
  let afterTwo = 0;
  for (let number = 1; number <= IMPORTS; number++) {
    const asked = askMeanwhile(portal);
    await importDeck(portal, cookie, longPptx(SLIDES, number));
    waits.push(...(await asked.stop()));
    if (number === 2) afterTwo = await memoryAtRest(portal);
  }
  const grown = (await memoryAtRest(portal)) - afterTwo;
  print(`Memory of the server after ${IMPORTS} imports, more than after two`, 30, 'MB', grown / MEGABYTE);
  print('/healthz while decks are read, 99 of 100 answered within', 500, 'ms', share(waits, 0.99));
  await portal.stop();
}

async function memoryAtRest(portal: Portal): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return await portal.memory();
}

/** Uploads, waits until it is read, says the day, waits until it is compared. */
async function importDeck({ origin }: Portal, signedIn: string, content: Uint8Array): Promise<void> {
  const form = await formAt(origin + IMPORT, signedIn);
  const { headers, payload } = multipart(form.fields, { name: 'møde.pptx', content: Buffer.from(content) });
  const sent = await post(origin + IMPORT, new Uint8Array(payload), { ...headers, cookie: form.cookie });
  const path = origin + sent;
  await whenRead(path, signedIn);
  const day = await formAt(path, signedIn);
  const body = new URLSearchParams({ ...day.fields, dag: '19.01.2026' }).toString();
  const type = 'application/x-www-form-urlencoded';
  await post(`${path}/dag`, body, { 'content-type': type, cookie: day.cookie });
  await whenRead(path, signedIn);
}

async function whenRead(url: string, cookie: string): Promise<void> {
  for (;;) {
    const text = await (await fetch(url, { headers: { cookie } })).text();
    if (text.includes('Filen kunne ikke læses')) throw new Error(`${url} was not read`);
    if (!text.includes('http-equiv="refresh"')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function formAt(
  url: string,
  signedIn: string,
): Promise<{ cookie: string; fields: Record<string, string> }> {
  const page = await fetch(url, { headers: { cookie: signedIn } });
  const own = page.headers.getSetCookie().find((one) => one.startsWith('formular='));
  const html = await page.text();
  const fieldValue = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const fields = { _csrf: fieldValue('_csrf'), _noegle: fieldValue('_noegle') };
  return { cookie: own ? `${signedIn}; ${own.split(';')[0]}` : signedIn, fields };
}

/** @returns where it leads */
async function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`${url}: ${answer.status}`);
  return answer.headers.get('location') ?? '';
}

/** Asks for /healthz again and again. @returns how long each answer took, in ms */
function askMeanwhile({ origin }: Portal): { stop: () => Promise<number[]> } {
  const waits: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const begin = performance.now();
      await (await fetch(`${origin}/healthz`)).text();
      waits.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
    return waits;
  })();
  return {
    stop: () => {
      isOver = true;
      return asking;
    },
  };
}

function share(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}
