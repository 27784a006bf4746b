import { gunzipSync } from 'node:zlib';
import type { Portal } from './portal.ts';
import { fetchOnce } from './requests.ts';
import { print } from './result.ts';

const COMPRESSED = { 'accept-encoding': 'gzip' };

/** Bytes over the wire of the front page and everything it asks for but fonts, compressed as a browser asks. */
export async function measureFrontPage({ origin }: Portal): Promise<void> {
  const page = await fetchOnce(`${origin}/`, undefined, COMPRESSED);
  const html = gunzipSync(page).toString('utf8');
  const assets = new Set(
    [...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((match) => match[1] ?? ''),
  );
  let bytes = page.length;
  for (const asset of assets)
    if (!asset.endsWith('.woff2')) bytes += (await fetchOnce(origin + asset, undefined, COMPRESSED)).length;
  print('Front page without fonts, gzip', 60 * 1024, 'bytes', bytes);
}
