import { dayNumber, isoDayOf, shortDay } from './calendar.ts';
import { element, INK, label, tenth } from './svg.ts';

/** The days a curve of signatures has to make room for. */
interface CurveDays {
  total: number;
  counts: { day: string }[];
  sent: { from: string } | null;
  deadline: string | null;
}

export interface Frame {
  total: number;
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (isoDay: string) => number;
  y: (count: number) => number;
  first: string;
  last: string;
}

export type Stroke = Record<string, string | number>;

const SIZES = {
  wide: { width: 680, height: 292, left: 40, right: 600, top: 62, bottom: 262 },
  narrow: { width: 358, height: 256, left: 30, right: 316, top: 62, bottom: 226 },
};
const DAYS_PER_WEEK = 7;

const TEXT = { 'font-size': 13 };

/**
 * From the first day that is known to the deadline, or to a count after it. Null without a count.
 */
export function curveFrame(data: CurveDays, variant: 'wide' | 'narrow'): Frame | null {
  const firstCount = data.counts[0]?.day;
  const lastCount = data.counts.at(-1)?.day;
  if (!firstCount || !lastCount) return null;
  const first = data.sent && data.sent.from < firstCount ? data.sent.from : firstCount;
  const last = data.deadline && data.deadline > lastCount ? data.deadline : lastCount;
  const size = SIZES[variant];
  const span = Math.max(1, dayNumber(last) - dayNumber(first));
  return {
    ...size,
    total: data.total,
    first,
    last,
    x: (isoDay) => size.left + ((dayNumber(isoDay) - dayNumber(first)) / span) * (size.right - size.left),
    y: (count) => size.bottom - (count / data.total) * (size.bottom - size.top),
  };
}

export function curveAxes(frame: Frame): string {
  const steps = [0, 25, 50, 75].filter((step) => step < frame.total * 0.9);
  const grid = steps
    .slice(1)
    .map((step) => line(frame.left, frame.y(step), frame.right, frame.y(step), { stroke: INK.ground }));
  const numbers = [...steps, frame.total].map((step) =>
    label(frame.left - 8, frame.y(step) + 4, String(step), {
      ...TEXT,
      fill: INK.muted,
      'text-anchor': 'end',
    }),
  );
  return (
    grid.join('') +
    line(frame.left, frame.top, frame.right, frame.top, { stroke: INK.text, 'stroke-dasharray': '2 4' }) +
    line(frame.left, frame.bottom, frame.right, frame.bottom, { stroke: '#707070' }) +
    numbers.join('') +
    dayTicks(frame)
  );
}

/** As many whole weeks between the ticks as their words need. */
function dayTicks(frame: Frame): string {
  const days = dayNumber(frame.last) - dayNumber(frame.first);
  const most = Math.floor((frame.right - frame.left) / 72);
  const step = DAYS_PER_WEEK * Math.max(1, Math.ceil(days / DAYS_PER_WEEK / most));
  const ticks = [];
  for (let day = dayNumber(frame.first); day <= dayNumber(frame.last); day += step) {
    const at = frame.x(isoDayOf(day));
    const words = { ...TEXT, fill: INK.muted, 'text-anchor': 'middle' };
    ticks.push(
      line(at, frame.bottom, at, frame.bottom + 5, { stroke: '#707070' }),
      label(at, frame.bottom + 20, shortDay(isoDayOf(day)), words),
    );
  }
  return ticks.join('');
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: Record<string, string | number>,
): string {
  return element('path', { d: `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`, ...stroke });
}
