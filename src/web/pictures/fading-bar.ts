import { element } from './svg.ts';

/** A bar along the x axis: it fades in from `left` to `solidLeft` and out from `solidRight` to `right`. */
export interface FadingBar {
  left: number;
  solidLeft: number;
  solidRight: number;
  right: number;
  y: number;
  height: number;
  fill: string;
}

const SLICE = 4;
const MOST_SLICES = 24;

/**
 * An end that fades says that nobody knows the day. It is drawn in layers and not with a gradient, which would need an
 * id that is unique on the page.
 */
export function fadingBar(bar: FadingBar): string {
  return (
    fade(bar.left, bar.solidLeft, bar) +
    (bar.solidRight > bar.solidLeft ? layer(bar.solidLeft, bar.solidRight, bar, 1) : '') +
    fade(bar.right, bar.solidRight, bar)
  );
}

/** Every layer reaches to the solid part, so that no seams show; together they rise evenly to full ink. */
function fade(outer: number, solid: number, bar: FadingBar): string {
  const width = solid - outer;
  if (Math.abs(width) < 1) return '';
  const count = Math.max(3, Math.min(MOST_SLICES, Math.round(Math.abs(width) / SLICE)));
  return Array.from({ length: count }, (_, index) => {
    const begin = outer + (index * width) / count;
    return layer(Math.min(begin, solid), Math.max(begin, solid), bar, 1 / (count + 1 - index));
  }).join('');
}

function layer(from: number, to: number, { y, height, fill }: FadingBar, opacity: number): string {
  const paint = opacity === 1 ? {} : { opacity: opacity.toFixed(3) };
  return element('rect', { x: from, y, width: to - from, height, fill, ...paint });
}
