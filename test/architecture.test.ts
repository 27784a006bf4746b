/** The floors of the house, read from the imports (README, "The floors"). */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** From the ground up. A file imports its own folder-mates and anything on a lower floor. */
const FLOORS = [
  ['shared', 'formats', 'config.ts', 'version.ts'],
  ['db'],
  ['core'],
  ['web'],
  ['features'],
  ['overviews'],
  ['jobs', 'app.ts', 'cli'],
  ['start.ts'],
  ['server.ts', 'cli.ts'],
];

/** The registry is the one file that names all features. */
const REGISTRIES = new Set(['src/features/index.ts', 'src/overviews/index.ts']);
const FORBIDDEN_NAMES = new Set(['utils.ts', 'helpers.ts', 'types.ts', 'service.ts']);

interface Import {
  file: string;
  line: string;
  specifier: string;
  /** Path from the root, or null for a package. */
  target: string | null;
}

const files = filesBelow('src').filter((file) => file.endsWith('.ts'));
const imports = files.flatMap(importsOf);

describe('the floors', () => {
  test('no file imports from a floor above its own', () => {
    const wrong = imports.filter(({ file, target }) => target !== null && floorOf(target) > floorOf(file));
    expect(wrong.map(shown)).toEqual([]);
  });

  test('no feature imports a sibling feature, and no overview a sibling overview except by its index', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (target === null || REGISTRIES.has(file)) return false;
      const [, floor, from] = file.split('/');
      const [, targetFloor, to] = target.split('/');
      if (floor !== targetFloor || from === to) return false;
      if (floor === 'features') return true;
      return floor === 'overviews' && !target.endsWith('/index.ts');
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  test('overviews and everything above read a feature by its index alone', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        target?.startsWith('src/features/') === true &&
        !file.startsWith('src/features/') &&
        !/^src\/features\/([^/]+\/)?index\.ts$/.test(target) &&
        !isReaderOfMaterial(file, target),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  test('across folders by #src/, at home by ./, never by ../', () => {
    expect(imports.filter(({ specifier }) => specifier.startsWith('../')).map(shown)).toEqual([]);
    expect(imports.filter(({ target }) => target !== null && !existsSync(target)).map(shown)).toEqual([]);
  });

  test('only the start and the command line read the environment', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers).toEqual(['src/cli.ts', 'src/server.ts']);
  });

  test('nobody imports the server', () => {
    expect(imports.filter(({ target }) => target === 'src/server.ts').map(shown)).toEqual([]);
  });

  test('rules are pure: they read neither clock nor database', () => {
    const rules = imports.filter(
      ({ file, target }) => /\/rules(\/|\.ts)/.test(file) && target?.startsWith('src/db/client'),
    );
    expect(rules.map(shown)).toEqual([]);
    const clocks = files.filter(
      (file) => /\/rules\.ts$/.test(file) && /DateTime\.now|new Date\(\)/.test(readFileSync(file, 'utf8')),
    );
    expect(clocks).toEqual([]);
  });
});

describe('names and sizes', () => {
  test('no file is named after nothing', () => {
    expect(files.filter((file) => FORBIDDEN_NAMES.has(file.split('/').at(-1) ?? ''))).toEqual([]);
  });

  test('files are kebab-case and stay under 260 lines', () => {
    const odd = files.filter((file) => !/^[a-z0-9-]+\.ts$/.test(file.split('/').at(-1) ?? ''));
    expect(odd).toEqual([]);
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 260);
    expect(long).toEqual([]);
  });
});

/** The import reads a feature's reader beside its index: `portal import` must not load every page to read a deck. */
function isReaderOfMaterial(file: string, target: string): boolean {
  return (
    file.startsWith('src/overviews/material-import/') && /^src\/features\/[^/]+\/reader\.ts$/.test(target)
  );
}

function floorOf(path: string): number {
  const [, room = ''] = path.split('/');
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  if (floor < 0) throw new Error(`${path} stands on no floor`);
  return floor;
}

function importsOf(file: string): Import[] {
  const pattern =
    /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return { file, line: match[0].trim(), specifier, target: targetOf(file, specifier) };
  });
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#src/')) return normalize(`src/${specifier.slice('#src/'.length)}`);
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  return null;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

function shown({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}
