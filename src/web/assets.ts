import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
const DKFDS = join(dirname(createRequire(import.meta.url).resolve('dkfds/package.json')), 'dist');

/**
 * Address of a file under public/. One hash over all of them stands in the path, so that every file may be kept for
 * ever by the browser and relative addresses inside a style sheet still work.
 */
export function makeAssetPaths(): { prefix: string; asset: (path: string) => string } {
  const hash = createHash('sha256');
  for (const file of filesBelow(PUBLIC)) hash.update(file).update(readFileSync(file));
  const prefix = `/assets/${hash.digest('hex').slice(0, 10)}/`;
  return { prefix, asset: (path) => prefix + path };
}

export async function serveAssets(app: FastifyInstance, prefix: string): Promise<void> {
  const common = {
    maxAge: '365d',
    immutable: true,
    index: false as const,
    list: false,
    dotfiles: 'deny' as const,
  };
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'open' };
    });
    await scope.register(fastifyStatic, { ...common, root: PUBLIC, prefix });
    // Fonts come straight from the design system's package; only this one folder of it is served.
    await scope.register(fastifyStatic, {
      ...common,
      root: join(DKFDS, 'fonts/IBMPlexSans/split/woff2'),
      prefix: `${prefix}fonts/`,
      decorateReply: false,
    });
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}
