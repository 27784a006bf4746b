import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { MAP_HREF, mapFile } from './map-outlines.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
const DKFDS = folderUpTo('dist', createRequire(import.meta.url).resolve('dkfds'));

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

/** What of the design system's package is served: its fonts and the pictures its style sheet names. Nothing else. */
const FROM_DKFDS = ['fonts/IBMPlexSans/split/woff2/', 'img/svg-icons/'];
const ONE_YEAR = '365d';
const ONE_YEAR_S = 365 * 24 * 3600;
const ONE_MONTH = '30d';

export async function serveAssets(app: FastifyInstance, prefix: string): Promise<void> {
  const common = { index: false as const, list: false, dotfiles: 'ignore' as const };
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'open', plain: true };
    });
    await scope.register(fastifyStatic, {
      ...common,
      root: PUBLIC,
      prefix,
      maxAge: ONE_YEAR,
      immutable: true,
    });
    scope.get(MAP_HREF, (_request, reply) =>
      reply
        .header('cache-control', `public, max-age=${ONE_YEAR_S}, immutable`)
        .type('image/svg+xml')
        .send(mapFile),
    );
    for (const path of FROM_DKFDS) {
      await scope.register(fastifyStatic, {
        ...common,
        root: join(DKFDS, path),
        prefix: `/assets/${path}`,
        maxAge: ONE_MONTH,
        decorateReply: false,
      });
    }
  });
}

/** The package names only its script to the outside; its fonts lie in the same `dist` folder. */
function folderUpTo(name: string, file: string): string {
  const folder = dirname(file);
  return basename(folder) === name ? folder : folderUpTo(name, folder);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}
