import { drawing, element, INK } from './svg.ts';

const HEIGHT = 10;
const WIDTH = 300;

/** How many of all: a bar as wide as its place. `word` is what was counted: "underskrevet". */
export function progressBar(count: number, total: number, word: string): string {
  const share = total === 0 ? 0 : Math.min(1, count / total);
  const inner =
    element('rect', { width: WIDTH, height: HEIGHT, fill: INK.ground }) +
    (count > 0 ? element('rect', { width: share * WIDTH, height: HEIGHT, fill: INK.done }) : '');
  const attributes = { class: 'progress', preserveAspectRatio: 'none' };
  return drawing({ width: WIDTH, height: HEIGHT }, `${count} af ${total} ${word}`, attributes, inner);
}
