/** An invented deck of December's meeting. */
import { buildPptx, type SampleSlide } from './pptx.ts';
import { box, grid, titled } from './sample-deck.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];
/** As many as stand on a slide of 500 units. */
const ROWS_PER_SLIDE = 20;

/** @param rows of the table of tasks: project, task, start, end; as many slides as they need */
export function decemberDeck(rows: readonly string[][], ...more: SampleSlide[]): Uint8Array {
  const slides = Array.from({ length: Math.ceil(rows.length / ROWS_PER_SLIDE) }, (_, at) => {
    const own = rows.slice(at * ROWS_PER_SLIDE, (at + 1) * ROWS_PER_SLIDE);
    return titled('KLIK-opgaver', grid([40, 100, 400, 380], HEAD, ...own));
  });
  const first = titled('KOMBIT-programledermøde', box([40, 100, 400, 40], '15. december 2025'));
  return buildPptx({ slides: [first, ...slides, ...more] });
}

/** So many tasks that no portal has. */
export function inventedTasks(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => [
    'FLIS',
    `Opgave ${at + 1} i den lange liste`,
    '05.01.2026',
    '30.01.2026',
  ]);
}
