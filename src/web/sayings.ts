import type { StatementRow } from '#src/core/sources/queries.ts';
import type { Saying } from './parts.ts';

/**
 * Sentences of the material as a page may print them: in the portal's own words, else as a quotation of what was
 * read, else not at all. What OCR alone gave has damaged letters and is never quoted.
 */
export function sayingsOf(
  statements: readonly Pick<StatementRow, 'wording' | 'text' | 'confidence'>[],
): Saying[] {
  return statements.flatMap(({ wording, text, confidence }): Saying[] => {
    if (wording) return [{ text: wording, isQuote: false }];
    return text && confidence !== 'low' ? [{ text, isQuote: true }] : [];
  });
}
