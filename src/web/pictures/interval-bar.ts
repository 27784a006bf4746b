import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { dayNumber, monthOf, monthStart, monthsBetween, shortMonth, yearOf } from './calendar.ts';
import { drawing, element, INK, label } from './svg.ts';

const HEIGHT = 24;
const ONE_MONTH_WIDTH = 110;
const WIDTH = 148;
const BAR = { y: 4, height: 8 };
/** Share of full ink in each slice of a fading end, from the outside in. */
const FADE = [0.2, 0.45, 0.7];

interface Span {
  from: string;
  to: string;
  fades: { left: boolean; right: boolean };
}

/**
 * Where in its months an uncertain date lies: a bar whose ends fade, for the words give no sharp ends. A period that
 * the source gives from day to day has sharp ones. '' for an exact day and for no date.
 * `alternative` is what the bar says in words, e.g. "11.–20. dec. 2025".
 */
export function intervalBar(date: Pick<FuzzyDate, 'from' | 'to' | 'precision'>, alternative: string): string {
  const span = spanOf(date);
  if (!span) return '';
  const months = monthsBetween(span.from, span.to);
  const width = months.length === 1 ? ONE_MONTH_WIDTH : WIDTH;
  const first = dayNumber(monthStart(span.from));
  const days = dayNumber(monthStart(span.to, 1)) - first;
  const x = (isoDay: string, offset = 0) => ((dayNumber(isoDay) + offset - first) / days) * width;
  const inner =
    element('path', { d: `M0 9.5H${width}`, stroke: INK.lineStrong }) +
    months.map((month) => tick(Math.max(0.5, x(month)))).join('') +
    bar(x(span.from), x(span.to, 1), span.fades) +
    monthNames(months, width);
  return drawing({ width, height: HEIGHT }, alternative, { class: 'interval', width, height: HEIGHT }, inner);
}

/** An open side is drawn to the end of its month, or of the next one where less than a week would be left of it. */
function spanOf({ from, to, precision }: Pick<FuzzyDate, 'from' | 'to' | 'precision'>): Span | null {
  if (precision === 'day' || (from === null && to === null)) return null;
  if (from !== null && to !== null) {
    if (from === to) return null;
    const isSharp = precision === 'range';
    return { from, to, fades: { left: !isSharp, right: precision === 'after' || !isSharp } };
  }
  if (to !== null) return { from: monthStart(to), to, fades: { left: true, right: false } };
  if (from === null) return null;
  const lastDay = (monthAhead: number) => {
    const next = monthStart(from, monthAhead + 1);
    return new Date(Date.parse(`${next}T00:00:00Z`) - 1).toISOString().slice(0, 10);
  };
  const end = dayNumber(lastDay(0)) - dayNumber(from) < 7 ? lastDay(1) : lastDay(0);
  return { from, to: end, fades: { left: false, right: true } };
}

function tick(x: number): string {
  return element('path', { d: `M${x.toFixed(1)} 3v9`, stroke: INK.lineStrong });
}

function bar(left: number, right: number, fades: Span['fades']): string {
  const slice = Math.min(4, (right - left) / 9);
  const fadeWidth = slice * FADE.length;
  const solidFrom = left + (fades.left ? fadeWidth : 0);
  const solidTo = right - (fades.right ? fadeWidth : 0);
  const slices = FADE.flatMap((opacity, index) => [
    fades.left ? slab(left + index * slice, slice, opacity) : '',
    fades.right ? slab(right - (index + 1) * slice, slice, opacity) : '',
  ]);
  return slices.join('') + slab(solidFrom, solidTo - solidFrom, 1);
}

function slab(x: number, width: number, opacity: number): string {
  return element('rect', {
    x,
    width,
    ...BAR,
    fill: INK.accent,
    opacity: opacity === 1 ? undefined : String(opacity),
  });
}

/** The first month and, where there are more, the last; the year once, or twice when it changes. */
function monthNames(months: string[], width: number): string {
  const first = months[0] ?? '';
  const last = months.at(-1) ?? '';
  const named = (month: string, withYear: boolean) =>
    shortMonth(monthOf(month)) + (withYear ? ` ${yearOf(month)}` : '');
  const style = { fill: INK.muted, 'font-size': 12 };
  if (first === last) return label(0, 23, named(first, true), style);
  const firstName = named(first, yearOf(first) !== yearOf(last));
  return (
    label(0, 23, firstName, style) + label(width, 23, named(last, true), { ...style, 'text-anchor': 'end' })
  );
}
