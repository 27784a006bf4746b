/** What a deck has beside what is read of it: hidden slides, notes, pictures, rows of tables nobody knows. */
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import type { Line, Slide } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { SlideRead } from './read-slide.ts';

type Warning = Snapshot['warnings'][number];

/** A slide that was not shown tells the municipalities nothing: its words are kept aside and make no records. */
export function hiddenSlide(slide: Slide): SlideRead {
  const reason = 'Sliden er skjult i præsentationen og blev ikke vist på mødet. Intet på den er brugt.';
  return {
    kind: 'hidden',
    title: slide.title,
    records: { warnings: [warning(slide, 'hidden-slide', slide.title, reason)] },
    notUnderstood: paragraphs(slide.lines).map(({ text }) => ({ slide: slide.number, text, source: 'text' })),
  };
}

/** @param replaced statements of the slide that another one replaces: of those the reader has told already */
export function layoutWarnings(slide: Slide, replaced: Snapshot['supersedings']): Warning[] {
  const { layout } = slide;
  if (!layout) return [];
  const warnings: Warning[] = [];
  if (layout.notes.length > 0) {
    const reason = 'Talerens noter blev ikke vist på mødet. De er ikke brugt.';
    warnings.push(warning(slide, 'speaker-notes', layout.notes.join(' '), reason));
  }
  for (const { text } of layout.struck) {
    if (replaced.some(({ subject, before }) => text.startsWith(subject) && text.includes(before.raw)))
      continue;
    const reason = 'Ordene er streget ud på sliden. De er ikke brugt; det, der står tilbage, gælder.';
    warnings.push(warning(slide, 'crossed-out', text, reason));
  }
  if (layout.pictureCount > 0 && slide.lines.length === 0 && slide.extra.length === 0) {
    const reason = 'Sliden har kun et billede. Det, der står i billedet, er ikke læst.';
    warnings.push(warning(slide, 'picture-slide', slide.title, reason));
  }
  return warnings;
}

/** Rows of tables of which no reader made anything, each as one text. */
export function rowsLeft(slide: Slide, free: ReadonlySet<Line>): { text: string; lines: Line[] }[] {
  return (slide.layout?.tables ?? []).flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const cells = [...new Set(row)].filter(
        (cell) => cell.lines.length > 0 && cell.lines.every((line) => free.has(line)),
      );
      if (cells.length === 0) return [];
      return [
        { text: cells.map(({ text }) => text).join(' | '), lines: cells.flatMap(({ lines }) => lines) },
      ];
    }),
  );
}

function warning({ number }: Slide, code: string, text: string, reason: string): Warning {
  return { slide: number, code, text, reason, about: null };
}
