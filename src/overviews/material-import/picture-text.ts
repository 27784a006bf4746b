/** Words that stand in pictures and that only OCR has read. */
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import { proseOf } from '#src/core/reading/prose.ts';
import type { Records } from '#src/core/reading/reading.ts';
import type { Line, Slide } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

/** More words than this in a picture are a sentence. */
const SENTENCE_WORDS = 5;

/**
 * What only OCR read and no reader took: sentences are kept with low confidence, shorter pieces are told in one
 * warning. On a list slide a line made of the list's own words is only a damaged reading of it.
 */
export function pictureText(slide: Slide, extra: readonly Line[], isList: boolean): Partial<Records> {
  const known = new Set(slide.lines.flatMap((line) => wordsOf(line.text)));
  const own = isList
    ? extra.filter(
        (line) => wordsOf(line.text).filter((word) => known.has(word)).length < wordsOf(line.text).length / 2,
      )
    : extra;
  const parts = paragraphs(own).filter((part) => /\p{L}{3}/u.test(part.text));
  const sentences = parts.filter((part) => part.text.split(' ').length > SENTENCE_WORDS);
  const pieces = parts.filter((part) => !sentences.includes(part));
  const warnings: Snapshot['warnings'] = [];
  if (pieces.length > 0) {
    warnings.push({
      slide: slide.number,
      code: 'picture-text',
      text: pieces.map((part) => part.text).join(' | '),
      reason: 'Ordene står kun i en figur og er læst med OCR. De er ikke brugt.',
      about: null,
    });
  }
  return {
    statements: sentences.map((part) => ({
      slide: slide.number,
      confidence: 'low',
      ...proseOf(part.text),
      kind: 'note',
      target: `${slide.subject}/picture`,
      date: null,
    })),
    warnings,
  };
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2);
}
