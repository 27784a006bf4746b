import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { normaliseProse } from '#src/shared/danish-text.ts';

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
  return readMaterialBytes(name)?.toString('utf8');
}

/** The bytes of one file of the material, e.g. `2025-11-rebuilt.pptx`; absent as above. */
export function readMaterialBytes(name: string): Buffer | undefined {
  if (FOLDER) return readFileSync(join(FOLDER, name));
  process.stdout.write(`Skipped: ../shared/material is absent, so ${name} cannot be read.\n`);
  return undefined;
}

/** Six words in a row are somebody else's sentence, not a fact. */
const COPIED_RUN = 6;

/** Runs of words that the texts share with the November material; what the portal says itself must have none. */
export function copiedRuns(texts: readonly string[]): string[] {
  const material = ['2025-11-text-layer.txt', '2025-11-ocr.txt'].map((name) => readMaterialFile(name) ?? '');
  const runs = new Set(material.flatMap(wordRuns));
  return texts.flatMap(wordRuns).filter((run) => runs.has(run));
}

/** Every run of words of that length, in small letters and without punctuation. */
function wordRuns(text: string): string[] {
  const words =
    normaliseProse(text)
      .toLocaleLowerCase('da')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - COPIED_RUN + 1))
    .map((_, index) => words.slice(index, index + COPIED_RUN).join(' '));
}
