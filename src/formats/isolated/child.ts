/**
 * The process that reads one deck and ends. In: a line of JSON with the file's name, then its bytes. Out: an Answer as
 * JSON. It is started by isolated-reader.ts and imported by nobody.
 */

import { readDeck } from '#src/formats/read-deck.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { Answer } from './answer.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks);
const headEnd = input.indexOf('\n');
const { fileName } = JSON.parse(input.toString('utf8', 0, headEnd)) as { fileName: string };
process.stdout.write(JSON.stringify(await answer(fileName, input.subarray(headEnd + 1))));

async function answer(name: string, bytes: Uint8Array): Promise<Answer> {
  try {
    return { deck: await readDeck(name, bytes) };
  } catch (error) {
    if (error instanceof RefusedError) return { refusal: error.message };
    throw error;
  }
}
