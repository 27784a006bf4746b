/** The thread of `recognise.ts`: one task, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDecks, wordsOfSlides } from '#src/overviews/material-import/read-material.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { RecognitionAnswer, RecognitionTask } from './recognise.ts';

parentPort?.postMessage(answerTo(workerData as RecognitionTask));

function answerTo({ files, meetingDay }: RecognitionTask): RecognitionAnswer {
  try {
    const words = wordsOfSlides(files);
    if (Object.values(words).every((lines) => lines.join('').trim() === ''))
      return { refusal: withoutWords(files) };
    return { snapshot: readDecks(files, meetingDay === null ? {} : { meetingDay }), words };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { refusal: error.message };
  }
}

function withoutWords(files: RecognitionTask['files']): string {
  const names = files.map(({ name }) => name).join(' og ');
  return `${names} har ingen tekst, kun billeder. Vælg den PowerPoint-fil eller PDF-fil, som slidene blev lavet i.`;
}
