/**
 * `npm run seeds -- FILE...`: reads a meeting's material and writes seeds/meetings/<id>.json, the snapshot without its
 * sentences. The editor's part beside it is written by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { withoutSentences } from '#src/core/snapshot/without-sentences.ts';
import { openText } from '#src/overviews/material-import/open-files.ts';
import { readDecks } from '#src/overviews/material-import/read-material.ts';

const inputs = process.argv.slice(2).map((file) => ({ name: basename(file), bytes: readFileSync(file) }));
const snapshot = withoutSentences(readDecks(inputs.map(openText)));
const target = `seeds/meetings/${snapshot.meeting.id}.json`;
writeFileSync(target, `${JSON.stringify(snapshot, null, 1)}\n`);
console.log(`${target} is written.`);
