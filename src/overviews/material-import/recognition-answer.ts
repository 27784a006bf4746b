import { RefusedError } from '#src/shared/errors.ts';
import { type OpenedFile, openText } from './open-files.ts';
import { readDecks, wordsOfSlides } from './read-material.ts';
import type { RecognitionAnswer, RecognitionTask } from './recognise.ts';

/** Everything that stands in the files, or in Danish why nothing does. */
export function answerTo({ files: given, meetingDay }: RecognitionTask): RecognitionAnswer {
  try {
    const files = given.map((file) => ('kind' in file ? file : openText(file)));
    const words = wordsOfSlides(files);
    if (Object.values(words).every((lines) => lines.join('').trim() === ''))
      return { refusal: withoutWords(files) };
    return { snapshot: readDecks(files, meetingDay === null ? {} : { meetingDay }), words };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { refusal: error.message };
  }
}

function withoutWords(files: readonly OpenedFile[]): string {
  const names = files.map(({ name }) => name).join(' og ');
  return `${names} har ingen tekst, kun billeder. Vælg den PowerPoint-fil eller PDF-fil, som slidene blev lavet i.`;
}
