import { monthShortName } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { dayNumber, isoDayOf, monthOf, monthStart, monthsBetween, yearOf } from './calendar.ts';
import { fadingBar } from './fading-bar.ts';
import { drawing, element, INK, label } from './svg.ts';

export interface GanttPhase {
  title: string;
  /** When it begins and ends as the source says it. Null or without days: not known. */
  start: Pick<FuzzyDate, 'from' | 'to'> | null;
  end: Pick<FuzzyDate, 'from' | 'to'> | null;
  /** Beside the bar, with the words of the source: "Offentliggjort 10. okt. 2025. Kontrakt ”før sommerferien 2026”". */
  words: string;
}

/** First and last day each end may have; all four are known. */
interface Bar {
  phase: GanttPhase;
  startFrom: string;
  startTo: string;
  endFrom: string;
  endTo: string;
}

const SIZES = {
  wide: { width: 1168, names: 236, row: 52, nameAbove: false },
  narrow: { width: 358, names: 0, row: 76, nameAbove: true },
};
const HEAD = 48;
const HALO = { 'paint-order': 'stroke', stroke: '#ffffff', 'stroke-width': 4 };
/** How far an end without a limit fades. */
const OPEN_DAYS = 45;

/**
 * A plan: dark where the dates are known, fading where an end is uncertain. A phase without a date is not drawn; the
 * page lists those (`undatedPhases`). '' when no phase has a date.
 */
export function gantt(
  phases: GanttPhase[],
  today: string,
  title: string,
  variant: 'wide' | 'narrow' = 'wide',
): string {
  const bars = phases.flatMap(barOf);
  if (bars.length === 0) return '';
  const size = SIZES[variant];
  const first = quarterStart(bars.map(({ startFrom }) => startFrom).sort()[0] ?? '');
  const lastEnd =
    bars
      .map(({ endTo }) => endTo)
      .sort()
      .at(-1) ?? '';
  const last = quarterStart(lastEnd, 3);
  const scale = (size.width - size.names) / (dayNumber(last) - dayNumber(first));
  const x = (isoDay: string, offset = 0) =>
    size.names + (dayNumber(isoDay) + offset - dayNumber(first)) * scale;
  const height = HEAD + bars.length * size.row + 20;
  const inner =
    grid(monthsBetween(first, isoDayOf(dayNumber(last) - 1)), x, height - 20) +
    bars.map((bar, index) => barOn(bar, HEAD + index * size.row, size, x)).join('') +
    (today >= first && today < last ? todayMark(x(today), height, size.width) : '') +
    bars.map((bar, index) => wordsOn(bar, HEAD + index * size.row, size, x)).join('');
  return drawing({ width: size.width, height }, alternativeOf(title, bars), {}, inner);
}

/** The phases that `gantt` cannot draw, because the source gives them no date. */
export function undatedPhases<P extends GanttPhase>(phases: P[]): P[] {
  return phases.filter((phase) => barOf(phase).length === 0);
}

function barOf(phase: GanttPhase): Bar[] {
  const start = edgeOf(phase.start);
  const end = edgeOf(phase.end);
  const known = start ?? end;
  if (!known) return [];
  const from = start ?? { from: shift(known.from, -OPEN_DAYS), to: known.from };
  const to = end ?? { from: known.to, to: shift(known.to, OPEN_DAYS) };
  const endFrom = to.from < from.to ? from.to : to.from;
  return [{ phase, startFrom: from.from, startTo: from.to, endFrom, endTo: to.to }];
}

function edgeOf(date: Pick<FuzzyDate, 'from' | 'to'> | null): { from: string; to: string } | null {
  if (!date || (!date.from && !date.to)) return null;
  const from = date.from ?? shift(date.to ?? '', -OPEN_DAYS);
  return { from, to: date.to ?? shift(from, OPEN_DAYS) };
}

function shift(isoDay: string, days: number): string {
  return isoDayOf(dayNumber(isoDay) + days);
}

function quarterStart(isoDay: string, months = 0): string {
  return monthStart(isoDay, months - ((monthOf(isoDay) - 1) % 3));
}

function grid(months: string[], x: (isoDay: string) => number, bottom: number): string {
  const quarters = months.filter((month) => (monthOf(month) - 1) % 3 === 0);
  const step = quarters.length > 1 ? x(quarters[1] ?? '') - x(quarters[0] ?? '') : Infinity;
  return quarters
    .map((month, index) => {
      const isYear = index === 0 || monthOf(month) === 1;
      const at = x(month);
      const stroke = isYear ? INK.lineStrong : '#e8e8e8';
      const rule = element('path', { d: `M${at.toFixed(1)} ${isYear ? 4 : 26}V${bottom}`, stroke });
      const year = isYear
        ? label(at + 6, 18, String(yearOf(month)), { 'font-size': 14, 'font-weight': 600 })
        : '';
      const name = monthShortName(monthOf(month));
      return rule + year + (step > 40 ? label(at + 6, 38, name, { 'font-size': 12, fill: INK.muted }) : '');
    })
    .join('');
}

type Size = (typeof SIZES)['wide' | 'narrow'];
type ScaleX = (isoDay: string, offset?: number) => number;

function barOn(bar: Bar, top: number, size: Size, x: ScaleX): string {
  const y = barTop(top, size);
  const left = x(bar.startFrom);
  const solidLeft = Math.min(x(bar.startTo), x(bar.endFrom));
  const edges = { left, solidLeft, solidRight: x(bar.endFrom, 1), right: x(bar.endTo, 1) };
  const begins = { d: `M${left.toFixed(1)} ${y - 4}v24`, stroke: INK.accent, 'stroke-width': 3 };
  return (
    element('path', { d: `M0 ${top + size.row - 2}H${size.width}`, stroke: '#ededed' }) +
    fadingBar({ ...edges, y, height: 16, fill: INK.accent }) +
    (bar.startFrom === bar.startTo ? element('path', begins) : '')
  );
}

function wordsOn(bar: Bar, top: number, size: Size, x: ScaleX): string {
  const at = size.nameAbove ? 0 : x(bar.startFrom);
  return (
    name(bar.phase.title, top + (size.nameAbove ? 18 : 22), size.nameAbove) +
    label(at, barTop(top, size) + 32, bar.phase.words, { 'font-size': 12, fill: INK.muted, ...HALO })
  );
}

function barTop(top: number, size: Size): number {
  return top + (size.nameAbove ? 28 : 8);
}

/** In the column of names a long title takes two lines. */
function name(title: string, y: number, isAlone: boolean): string {
  const style = { 'font-size': 14, 'font-weight': 500, ...HALO };
  if (isAlone || title.length <= 30) return label(0, y, title, style);
  const cut = title.lastIndexOf(' ', 28);
  return label(0, y, title.slice(0, cut), style) + label(0, y + 17, title.slice(cut + 1), style);
}

function todayMark(at: number, height: number, width: number): string {
  const box = Math.max(0, Math.min(width - 46, at - 23));
  return (
    element('path', { d: `M${at.toFixed(1)} 44V${height - 18}`, stroke: INK.text, 'stroke-width': 2 }) +
    element('rect', { x: box, y: height - 19, width: 46, height: 19, fill: INK.text }) +
    label(box + 23, height - 5, 'I dag', {
      'font-size': 12,
      'font-weight': 600,
      fill: '#ffffff',
      'text-anchor': 'middle',
    })
  );
}

function alternativeOf(title: string, bars: Bar[]): string {
  const phases = bars.map(({ phase }) => `${phase.title}: ${phase.words}`.replace(/\.$/, ''));
  return `${title}. ${phases.join('. ')}. Samme oplysninger står i tabellen.`;
}
