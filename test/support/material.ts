import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The meeting material lies beside the checkout, not in it: its sentences are KOMBIT's. */
const FOLDER = [process.env.PORTAL_SHARED, '../shared', '../../shared']
  .filter((path) => path !== undefined)
  .map((path) => join(resolve(path), 'material'))
  .find((path) => existsSync(path));

/**
 * Text of one file of the material, e.g. `2025-11-text-layer.txt`; undefined, with one printed line, where the
 * material is absent. A test that needs it skips itself then.
 */
export function readMaterialFile(name: string): string | undefined {
  if (!FOLDER) {
    process.stdout.write(`Skipped: ../shared/material is absent, so ${name} cannot be read.\n`);
    return undefined;
  }
  return readFileSync(join(FOLDER, name), 'utf8');
}
