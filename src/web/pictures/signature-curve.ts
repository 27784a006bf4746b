import { dayNumber, isoDayOf, shortDay } from './calendar.ts';
import { drawing, element, INK, label, tenth } from './svg.ts';

export interface SignatureCurve {
  total: number;
  /** Every count, oldest first. The dispatch is no count. */
  counts: { day: string; signed: number }[];
  /** When the agreement was sent, with the words for it: "sendt i uge 44". Null when not known. */
  sent: { from: string; to: string; words: string } | null;
  /** Last day of the deadline; null when there is none. */
  deadline: string | null;
  today: string;
  /** "3,3 om dagen": what it takes from the last count for all to make it; '' when there is no such pace. */
  neededPace: string;
  /** Expected at the deadline by the pace between the counts; drawn from two counts on. */
  forecast: number | null;
}

interface Frame {
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

type Stroke = Record<string, string | number>;

const SIZES = {
  wide: { width: 680, height: 292, left: 40, right: 600, top: 62, bottom: 262 },
  narrow: { width: 358, height: 256, left: 30, right: 316, top: 62, bottom: 226 },
};
const TEXT = { 'font-size': 13 };
const BOLD = { 'font-size': 13, 'font-weight': 600 };
const DAYS_PER_WEEK = 7;

/**
 * Signatures over time. One count is a point; the line begins with the second. The dispatch is a mark on the axis,
 * for nobody counted then. '' without a count.
 */
export function signatureCurve(data: SignatureCurve, variant: 'wide' | 'narrow' = 'wide'): string {
  const frame = frameOf(data, variant);
  const last = data.counts.at(-1);
  if (!frame || !last) return '';
  const inner =
    axes(data, frame) +
    sentMark(data, frame) +
    todayMark(data, frame) +
    deadlineMark(data, frame) +
    neededLine(data, frame) +
    forecastLine(data, frame) +
    countLine(data, frame) +
    lastCountLabel(last, frame);
  return drawing(frame, alternativeOf(data, last), {}, inner);
}

function frameOf(data: SignatureCurve, variant: 'wide' | 'narrow'): Frame | null {
  const firstCount = data.counts[0]?.day;
  const lastCount = data.counts.at(-1)?.day;
  if (!firstCount || !lastCount) return null;
  const first = data.sent && data.sent.from < firstCount ? data.sent.from : firstCount;
  const last = data.deadline && data.deadline > lastCount ? data.deadline : lastCount;
  const size = SIZES[variant];
  const span = Math.max(1, dayNumber(last) - dayNumber(first));
  return {
    ...size,
    first,
    last,
    x: (isoDay) => size.left + ((dayNumber(isoDay) - dayNumber(first)) / span) * (size.right - size.left),
    y: (count) => size.bottom - (count / data.total) * (size.bottom - size.top),
  };
}

function axes({ total }: SignatureCurve, frame: Frame): string {
  const steps = [0, 25, 50, 75].filter((step) => step < total * 0.9);
  const grid = steps
    .slice(1)
    .map((step) => line(frame.left, frame.y(step), frame.right, frame.y(step), { stroke: INK.ground }));
  const numbers = [...steps, total].map((step) =>
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

function sentMark({ sent }: SignatureCurve, frame: Frame): string {
  if (!sent) return '';
  const [from, to] = [frame.x(sent.from), Math.max(frame.x(sent.from) + 4, frame.x(sent.to))];
  return (
    line(from, frame.bottom - 3, to, frame.bottom - 3, {
      stroke: INK.done,
      'stroke-width': 6,
      opacity: '.45',
    }) + label(from + 2, frame.bottom - 12, sent.words, { ...TEXT, fill: INK.muted })
  );
}

function todayMark({ today }: SignatureCurve, frame: Frame): string {
  if (today < frame.first || today > frame.last) return '';
  const at = frame.x(today);
  return (
    line(at, frame.top + 20, at, frame.bottom, { stroke: INK.text, 'stroke-dasharray': '3 3' }) +
    label(at - 6, frame.top + 32, 'I dag', { ...TEXT, 'text-anchor': 'end' })
  );
}

function deadlineMark({ deadline }: SignatureCurve, frame: Frame): string {
  if (!deadline) return '';
  const at = frame.x(deadline);
  const words = { ...BOLD, fill: INK.over, 'text-anchor': 'middle' };
  return (
    line(at, frame.top - 10, at, frame.bottom, { stroke: INK.over, 'stroke-width': 2 }) +
    label(at, frame.top - 16, `Frist ${shortDay(deadline)}`, words)
  );
}

function neededLine(data: SignatureCurve, frame: Frame): string {
  const last = data.counts.at(-1);
  if (!last || !data.deadline || !data.neededPace || data.deadline <= last.day) return '';
  const stroke = { stroke: INK.soon, 'stroke-width': 2, 'stroke-dasharray': '7 5' };
  return (
    line(frame.x(last.day), frame.y(last.signed), frame.x(data.deadline), frame.top, stroke) +
    keyLine(14, stroke, `Nødvendigt tempo: ${data.neededPace}`)
  );
}

function forecastLine({ counts, deadline, forecast }: SignatureCurve, frame: Frame): string {
  const last = counts.at(-1);
  if (!last || !deadline || forecast === null || counts.length < 2 || deadline <= last.day) return '';
  const to = { x: frame.x(deadline), y: frame.y(forecast) };
  const stroke = { stroke: INK.accent, 'stroke-width': 3, 'stroke-dasharray': '2 4' };
  return (
    line(frame.x(last.day), frame.y(last.signed), to.x, to.y, stroke) +
    label(to.x + 8, to.y + 5, String(forecast), { ...BOLD, fill: INK.accent }) +
    keyLine(34, stroke, `Med det hidtidige tempo: ${forecast} ved fristen`)
  );
}

/** What a line means stands above the drawing, where no line ever runs. */
function keyLine(y: number, stroke: Stroke, words: string): string {
  return line(0, y - 4, 22, y - 4, stroke) + label(30, y, words, { ...TEXT, fill: String(stroke['stroke']) });
}

function countLine({ counts }: SignatureCurve, frame: Frame): string {
  const points = counts.map(({ day, signed }) => ({ x: frame.x(day), y: frame.y(signed) }));
  const path = points.map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join('L');
  const joined =
    points.length > 1
      ? element('path', { d: `M${path}`, fill: 'none', stroke: INK.done, 'stroke-width': 3 })
      : '';
  return (
    joined + points.map(({ x, y }) => element('circle', { cx: x, cy: y, r: 6, fill: INK.done })).join('')
  );
}

function lastCountLabel(last: { day: string; signed: number }, frame: Frame): string {
  const at = { x: frame.x(last.day), y: frame.y(last.signed) };
  const isNarrow = frame.width < 400;
  const isFarLeft = at.x - frame.left < (isNarrow ? 80 : 140);
  const isHigh = at.y - frame.top < 40;
  const words = `${last.signed}${isNarrow ? ', ' : ', opgjort '}${shortDay(last.day)}`;
  return label(isFarLeft ? at.x + 12 : at.x - 8, isHigh ? at.y + 24 : at.y - 12, words, {
    ...BOLD,
    'text-anchor': isFarLeft ? 'start' : 'end',
    'paint-order': 'stroke',
    stroke: '#ffffff',
    'stroke-width': 4,
  });
}

function alternativeOf(data: SignatureCurve, last: { day: string; signed: number }): string {
  const parts = [
    `Underskrifter over tid. ${last.signed} af ${data.total} den ${shortDay(last.day)}`,
    data.deadline ? `Frist ${shortDay(data.deadline)}` : '',
    data.neededPace ? `Nødvendigt tempo: ${data.neededPace}` : '',
    data.forecast !== null && data.counts.length > 1 ? `Forventet ved fristen: ${data.forecast}` : '',
  ];
  return `${parts
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')}.`;
}

function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: Record<string, string | number>,
): string {
  return element('path', { d: `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`, ...stroke });
}
