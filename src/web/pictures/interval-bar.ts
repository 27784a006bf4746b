import { monthShortName } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { dayNumber, isoDayOf, monthOf, monthStart, monthsBetween, yearOf } from './calendar.ts';
import { fadingBar } from './fading-bar.ts';
import { drawing, element, INK, label } from './svg.ts';

const HEIGHT = 27;
const ONE_MONTH_WIDTH = 110;
const WIDTH = 148;
const BAR = { y: 4, height: 8, fill: INK.accent };
const LONGEST_FADE = 12;

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
  const daysLeft = dayNumber(monthStart(from, 1)) - dayNumber(from);
  const lastDrawn = isoDayOf(dayNumber(monthStart(from, daysLeft < 7 ? 2 : 1)) - 1);
  return { from, to: lastDrawn, fades: { left: false, right: true } };
}

function tick(x: number): string {
  return element('path', { d: `M${x.toFixed(1)} 3v9`, stroke: INK.lineStrong });
}

function bar(left: number, right: number, fades: Span['fades']): string {
  const fade = Math.min(LONGEST_FADE, (right - left) / 3);
  const solidLeft = left + (fades.left ? fade : 0);
  const solidRight = right - (fades.right ? fade : 0);
  return fadingBar({ left, solidLeft, solidRight, right, ...BAR });
}

/** The first month and, where there are more, the last; the year once, or twice when it changes. */
function monthNames(months: string[], width: number): string {
  const first = months[0] ?? '';
  const last = months.at(-1) ?? '';
  const named = (month: string, withYear: boolean) =>
    monthShortName(monthOf(month)) + (withYear ? ` ${yearOf(month)}` : '');
  const style = { fill: INK.muted, 'font-size': 12 };
  if (first === last) return label(0, 22, named(first, true), style);
  const firstName = named(first, yearOf(first) !== yearOf(last));
  return (
    label(0, 22, firstName, style) + label(width, 22, named(last, true), { ...style, 'text-anchor': 'end' })
  );
}
