/** How long files of material take to read. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '#src/overviews/material-import/open-files.ts';
import { readDecks } from '#src/overviews/material-import/read-material.ts';
import { print } from './result.ts';

const TEXTS = ['2025-11-text-layer.txt', '2025-11-ocr.txt'];

export function measureReading(): void {
  const files = TEXTS.map((name) => join(process.env.PORTAL_SHARED ?? '../shared', 'material', name));
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
