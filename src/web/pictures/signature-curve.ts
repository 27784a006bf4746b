import { shortDay } from './calendar.ts';
import { curveAxes, curveFrame, type Frame, line, type Stroke } from './curve-frame.ts';
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

const TEXT = { 'font-size': 13 };
const BOLD = { 'font-size': 13, 'font-weight': 600 };
/**
 * Signatures over time. One count is a point; the line begins with the second. The dispatch is a mark on the axis,
 * for nobody counted then. '' without a count.
 */
export function signatureCurve(data: SignatureCurve, variant: 'wide' | 'narrow' = 'wide'): string {
  const frame = curveFrame(data, variant);
  const last = data.counts.at(-1);
  if (!frame || !last) return '';
  const inner =
    curveAxes(frame) +
    sentMark(data, frame) +
    todayMark(data, frame) +
    deadlineMark(data, frame) +
    neededLine(data, frame) +
    forecastLine(data, frame) +
    countLine(data, frame) +
    lastCountLabel(last, frame);
  return drawing(frame, alternativeOf(data, last), {}, inner);
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
  const ahead = aheadOf(data);
  if (!ahead?.neededPace) return '';
  const stroke = { stroke: INK.soon, 'stroke-width': 2, 'stroke-dasharray': '7 5' };
  const { last, deadline, neededPace } = ahead;
  return (
    line(frame.x(last.day), frame.y(last.signed), frame.x(deadline), frame.top, stroke) +
    keyLine(14, stroke, `Nødvendigt tempo: ${neededPace}`)
  );
}

function forecastLine(data: SignatureCurve, frame: Frame): string {
  const ahead = aheadOf(data);
  if (!ahead || ahead.forecast === null) return '';
  const { last, deadline, forecast } = ahead;
  const to = { x: frame.x(deadline), y: frame.y(forecast) };
  const stroke = { stroke: INK.accent, 'stroke-width': 3, 'stroke-dasharray': '2 4' };
  return (
    line(frame.x(last.day), frame.y(last.signed), to.x, to.y, stroke) +
    label(to.x + 8, to.y + 5, String(forecast), { ...BOLD, fill: INK.accent }) +
    keyLine(34, stroke, `Med det hidtidige tempo: ${forecast} ved fristen`)
  );
}

/** What can be said of the time up to the deadline; null once it has passed. A forecast takes two counts. */
function aheadOf({ counts, deadline, today, neededPace, forecast }: SignatureCurve) {
  const last = counts.at(-1);
  if (!last || !deadline || deadline <= last.day || deadline < today) return null;
  return { last, deadline, neededPace, forecast: counts.length > 1 ? forecast : null };
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
  const ahead = aheadOf(data);
  const parts = [
    `Underskrifter over tid: ${last.signed} af ${data.total} ${shortDay(last.day)}`,
    data.deadline ? `frist ${shortDay(data.deadline)}` : '',
    ahead?.neededPace ? `nødvendigt tempo ${ahead.neededPace}` : '',
    ahead && ahead.forecast !== null ? `forventet ved fristen: ${ahead.forecast}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
