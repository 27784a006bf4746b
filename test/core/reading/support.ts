import type { ReadContext } from '#src/core/reading/reading.ts';
import type { Line, Source } from '#src/core/reading/slide.ts';

/** Lines as a source gives them: '' is a gap, a blank at the end marks a wrapped line. */
export function linesOf(texts: readonly string[], source: Source = 'text'): Line[] {
  const wrapsAreMarked = texts.some((text) => text.endsWith(' '));
  const lines: Line[] = [];
  let afterGap = true;
  for (const raw of texts) {
    const text = raw.trim();
    if (text !== '') {
      lines.push({
        text,
        raw: text,
        source,
        afterGap,
        wraps: raw.endsWith(' '),
        wrapsAreMarked,
        doubtful: false,
      });
    }
    afterGap = text === '';
  }
  return lines;
}

export const CONTEXT: ReadContext = {
  meetingDay: '2026-01-20',
  municipalities: [],
  before: null,
  earlier: [],
};
