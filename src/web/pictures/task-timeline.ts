import { monthShortName } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { dayNumber, monthOf, monthStart, monthsBetween, shortDay, yearOf } from './calendar.ts';
import { fadingBar } from './fading-bar.ts';
import { drawing, element, INK, label } from './svg.ts';

type Dates = Pick<FuzzyDate, 'from' | 'to'>;

const WIDTH = { wide: 760, narrow: 358 };
const HEIGHT = 64;
const BAR = { y: 22, height: 14 };
const DEADLINE_WORDS_WIDTH = 92;

/**
 * A task from start to end with today in it: what has gone is dark, what is left is light, and an uncertain start or
 * end fades over the days it may be. '' when either end has no date. `alternative` says the same in words.
 */
export function taskTimeline(
  start: Dates,
  end: Dates,
  today: string,
  alternative: string,
  variant: 'wide' | 'narrow' = 'wide',
): string {
  const [startFrom, startTo] = [start.from ?? start.to, start.to ?? start.from];
  const [endFrom, endTo] = [end.from ?? end.to, end.to ?? end.from];
  if (!startFrom || !startTo || !endFrom || !endTo || endTo < startFrom) return '';
  const width = WIDTH[variant];
  const first = dayNumber(monthStart(startFrom));
  const days = dayNumber(monthStart(endTo, 1)) - first;
  const x = (isoDay: string, offset = 0) => ((dayNumber(isoDay) + offset - first) / days) * width;
  const edges = {
    left: x(startFrom),
    solidLeft: x(startTo),
    solidRight: Math.max(x(startTo), x(endFrom, 1)),
    right: x(endTo, 1),
  };
  const words = deadlineWords(edges.right, endFrom, endTo, width);
  const inner =
    element('rect', { x: 0, width, ...BAR, fill: '#ededed' }) +
    fadingBar({ ...edges, ...BAR, fill: '#a9c4ce' }) +
    gone(edges, x(today)) +
    months(monthsBetween(startFrom, endTo), x, width) +
    (today >= monthStart(startFrom) && today <= endTo ? todayMark(x(today), words) : '') +
    deadlineMark(edges.right, words, endTo);
  return drawing({ width, height: HEIGHT }, alternative, {}, inner);
}

function gone(edges: { left: number; solidLeft: number; solidRight: number }, today: number): string {
  const right = Math.min(today, edges.solidRight);
  if (right <= edges.solidLeft) return '';
  return fadingBar({ ...edges, solidRight: right, right, ...BAR, fill: INK.accent });
}

function months(starts: string[], x: (isoDay: string) => number, width: number): string {
  const step = Math.ceil(starts.length / (width / 76));
  return starts
    .map((month, index) => {
      const name =
        monthShortName(monthOf(month)) + (index === 0 || monthOf(month) === 1 ? ` ${yearOf(month)}` : '');
      const at = Math.max(0.5, x(month));
      return (
        element('path', { d: `M${at.toFixed(1)} 16v26`, stroke: INK.lineStrong }) +
        (index % step === 0 ? label(at + 4, 56, name, { 'font-size': 13, fill: INK.muted }) : '')
      );
    })
    .join('');
}

/** The words give way to those of the deadline. */
function todayMark(at: number, deadline: { left: number } | null): string {
  const isCrowded = deadline !== null && at + 50 > deadline.left;
  const words = isCrowded ? Math.min(at - 6, deadline.left - 8) : at + 6;
  const style = { 'font-size': 13, 'font-weight': 600, 'text-anchor': isCrowded ? 'end' : 'start' };
  return (
    element('path', { d: `M${at.toFixed(1)} 8v34`, stroke: INK.text, 'stroke-width': 2 }) +
    label(words, 15, 'I dag', style)
  );
}

/** Where the words of the deadline stand; null for an uncertain end, which has no line and no day. */
function deadlineWords(at: number, endFrom: string, endTo: string, width: number) {
  if (endFrom !== endTo) return null;
  const right = Math.min(width, Math.max(DEADLINE_WORDS_WIDTH, at + 30));
  return { right, left: right - DEADLINE_WORDS_WIDTH };
}

function deadlineMark(at: number, words: { right: number } | null, endTo: string): string {
  if (!words) return '';
  const style = { 'font-size': 13, 'font-weight': 600, 'text-anchor': 'end' };
  return (
    element('path', { d: `M${at.toFixed(1)} 18v22`, stroke: INK.over, 'stroke-width': 2 }) +
    label(words.right, 15, `Frist ${shortDay(endTo)}`, style)
  );
}
