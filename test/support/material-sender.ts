/** Decks sent as a clerk sends them, and pages that are waited for. */
import type { TestApp } from './app.ts';
import { type CastName, tokenIn, type Visitor } from './cast.ts';
import { multipart } from './multipart.ts';

export const IMPORT = '/redaktion/indlaes';

/** Sends a file from the page of uploads. @returns status, text and where it leads */
export async function send(
  { app }: TestApp,
  visitor: Visitor,
  file: { name: string; content: Uint8Array | string },
): Promise<{ status: number; text: string; location: string }> {
  const page = await visitor.get(IMPORT);
  const content = typeof file.content === 'string' ? file.content : Buffer.from(file.content);
  const fields = { _csrf: tokenIn(page.text), _noegle: crypto.randomUUID() };
  const { headers, payload } = multipart(fields, { name: file.name, content });
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await app.inject({ method: 'POST', url: IMPORT, headers: { ...headers, cookie }, payload });
  return {
    status: answer.statusCode,
    text: answer.body,
    location: String(answer.headers.location ?? ''),
  };
}

/** The page of a proposal once it has been read. */
export async function whenRead(visitor: Visitor, path: string): Promise<string> {
  for (;;) {
    const { text } = await visitor.get(path);
    if (!text.includes('http-equiv="refresh"')) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Sends a deck and takes the day that the portal proposes, or another one. @returns the path of its review */
export async function compared(
  portal: TestApp,
  who: CastName,
  content: Uint8Array,
  day: string,
): Promise<{ visitor: Visitor; path: string; text: string }> {
  const visitor = portal.as(who);
  const { location: path } = await send(portal, visitor, { name: 'møde.pptx', content });
  await whenRead(visitor, path);
  await visitor.post(`${path}/dag`, { dag: day }, { from: path });
  return { visitor, path, text: await whenRead(visitor, path) };
}

/** Every decision field of a review page, as a browser would send it back unchanged. */
export function decisionFields(text: string): Record<string, string> {
  const fields: Record<string, string> = {
    sammenligning: /name="sammenligning" value="(\d+)"/.exec(text)?.[1] ?? '',
  };
  for (const [, key, seen] of text.matchAll(/name="set-([0-9a-f]+)" value="([^"]*)"/g)) {
    fields[`set-${key}`] = seen ?? '';
    fields[`valg-${key}`] = seen?.split('|')[1] ?? '';
  }
  return fields;
}

/** The key of the difference whose box holds the words. */
export function keyOf(text: string, words: string): string {
  const found = text.split('<li id="').find((part) => part.includes(words) && /^[0-9a-f]{16}"/.test(part));
  if (!found) throw new Error(`No difference tells of »${words}«`);
  return found.slice(0, 16);
}

/** The same with everything accepted. */
export function acceptAll(text: string): Record<string, string> {
  const fields = Object.entries(decisionFields(text));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name.startsWith('valg-') ? 'accept' : value]),
  );
}
