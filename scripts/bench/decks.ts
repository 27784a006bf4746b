/** Wall time of reading a deck to the end by `portal import --json`, on one core where the system lets us choose. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longPdf, longPptx } from './long-deck.ts';
import { median, print } from './result.ts';

const RUNS = 3;
const ONE_CORE = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : [];

export function measureDecks(folder: string): void {
  print('A start of Node, for comparison', null, 'ms', median(timesOf([process.execPath, '-e', '0'], {})));
  const material = join(process.env.PORTAL_SHARED ?? '../shared', 'material');
  measure('54 slides, .pptx', 2000, join(material, '2025-11-rebuilt.pptx'), folder);
  measure('54 slides, .pdf', 3000, join(material, '2025-11-rebuilt.pdf'), folder);
  for (const [name, bytes] of [
    ['lang.pptx', longPptx(300)],
    ['lang.pdf', longPdf(300)],
  ] as const) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    measure(`300 slides, .${name.split('.')[1]}`, 15_000, path, folder);
  }
}

/** The first run compiles and is not counted, as on a server that has run before. */
function measure(what: string, limit: number, path: string, folder: string): void {
  if (!existsSync(path)) {
    console.log(`${what}: not measured, the material is not there (PORTAL_SHARED).`);
    return;
  }
  const data = join(folder, 'import');
  mkdirSync(data, { recursive: true });
  const command = [process.execPath, 'src/cli.ts', 'import', path, '--json'];
  timesOf(command, { PORTAL_DATA: data }, 1);
  print(`portal import, ${what} (median)`, limit, 'ms', median(timesOf(command, { PORTAL_DATA: data })));
}

function timesOf(command: string[], environment: Record<string, string>, runs = RUNS): number[] {
  const [file = '', ...rest] = [...ONE_CORE, ...command];
  return Array.from({ length: runs }, () => {
    const begin = performance.now();
    const { status, stderr } = spawnSync(file, rest, {
      env: { ...process.env, ...environment },
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
    return performance.now() - begin;
  });
}
