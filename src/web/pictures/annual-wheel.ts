import { monthShortName } from '#src/shared/danish-calendar.ts';
import { escapeMarkup } from '#src/shared/markup.ts';
import { drawing, element, INK, label, tenth } from './svg.ts';

export interface WheelEntry {
  /** Stands in the wheel and beside the entry in the list. */
  number: number;
  activity: string;
  /** Name of the ring; null when the source does not tell. */
  level: string | null;
  /** First and last month, 1 to 12; null when the source does not tell. 11 to 2 goes over the new year. */
  months: [number, number] | null;
}

const SIZE = { width: 676, height: 652 };
const CENTRE = { x: 338, y: 324 };
const OUTER = 278;
const RING = 38;
const BAND = 30;
const RING_INKS = ['#454545', INK.accent, '#2f6f86', INK.done, INK.soon];

/**
 * The year as a wheel, January at the top, one ring to a level, the first level outermost. Only entries with both level
 * and months are drawn; the page lists the others as "placering ikke oplyst" (`unplacedEntries`).
 */
export function annualWheel(entries: WheelEntry[], levels: string[], today: string, caption: string): string {
  const placed = entries.filter((entry) => isPlaced(entry, levels));
  const inner =
    monthRays(Number(today.slice(5, 7)), levels.length) +
    levels.map((_, ring) => ringOf(ring)).join('') +
    placed.map((entry) => segment(entry, levels.indexOf(entry.level ?? ''))).join('') +
    levels.map((level, ring) => ringName(level, ring)).join('') +
    todayHand(today, levels.length) +
    label(CENTRE.x, CENTRE.y - 4, 'Årshjul', {
      'font-size': 17,
      'font-weight': 600,
      'text-anchor': 'middle',
    }) +
    label(CENTRE.x, CENTRE.y + 18, caption, { 'font-size': 14, fill: INK.muted, 'text-anchor': 'middle' });
  return drawing(
    SIZE,
    alternativeOf(placed, entries.length - placed.length, levels),
    { class: 'wheel' },
    inner,
  );
}

/** The entries that have no place in the wheel yet. */
export function unplacedEntries<E extends WheelEntry>(entries: E[], levels: string[]): E[] {
  return entries.filter((entry) => !isPlaced(entry, levels));
}

function isPlaced({ level, months }: WheelEntry, levels: string[]): boolean {
  return months !== null && level !== null && levels.includes(level);
}

function ringOf(ring: number): string {
  return element('circle', {
    cx: CENTRE.x,
    cy: CENTRE.y,
    r: OUTER - ring * RING,
    fill: 'none',
    stroke: INK.line,
  });
}

function monthRays(current: number, rings: number): string {
  const inner = OUTER - rings * RING;
  return Array.from({ length: 12 }, (_, index) => {
    const isCurrent = index + 1 === current;
    const from = point(index, inner);
    const to = point(index, OUTER + 8);
    const at = point(index + 0.5, OUTER + 24);
    const style = { 'font-size': 15, 'text-anchor': 'middle', class: 'wheel-month' };
    const weight = isCurrent ? { 'font-weight': 700 } : { fill: '#454545' };
    const ground = isCurrent
      ? element('path', { d: sector(index, index + 1, inner, OUTER), fill: '#e8f0f3' })
      : '';
    return (
      ground +
      element('path', { d: `M${from}L${to}`, stroke: INK.line }) +
      label(at.x, at.y + 5, monthShortName(index + 1), { ...style, ...weight })
    );
  }).join('');
}

function segment({ number, activity, level, months }: WheelEntry, ring: number): string {
  const [from, to] = months ?? [1, 1];
  const start = from - 1;
  const end = to >= from ? to : to + 12;
  const outer = OUTER - ring * RING - (RING - BAND) / 2;
  const ink = RING_INKS[ring % RING_INKS.length] ?? INK.accent;
  const middle = point(numberAt(start, end), outer - BAND / 2);
  const title = element('title', {}, escapeMarkup(`${level}: ${activity}`));
  return (
    element(
      'path',
      {
        d: sector(start + 0.05, end - 0.05, outer - BAND, outer),
        fill: ink,
        'fill-opacity': '.16',
        stroke: ink,
        'stroke-width': '1.6',
      },
      title,
    ) +
    element('circle', { cx: middle.x, cy: middle.y, r: 12, fill: ink }) +
    label(middle.x, middle.y + 5, String(number), {
      'font-size': 14,
      'font-weight': 600,
      fill: '#ffffff',
      'text-anchor': 'middle',
    })
  );
}

/** In the middle of the segment, but not at the top, where the names of the rings stand. */
function numberAt(start: number, end: number): number {
  const middle = (start + end) / 2;
  const isAtTop = Math.min(middle % 12, 12 - (middle % 12)) < 0.7;
  return isAtTop ? start + (end - start) * 0.8 : middle;
}

/** At the top, where December meets January. */
function ringName(level: string, ring: number): string {
  const y = CENTRE.y - (OUTER - ring * RING - RING / 2) + 4;
  return label(CENTRE.x, y, level, {
    'font-size': 13,
    'font-weight': 600,
    fill: RING_INKS[ring % RING_INKS.length],
    'text-anchor': 'middle',
    'paint-order': 'stroke',
    stroke: '#ffffff',
    'stroke-width': 5,
  });
}

function todayHand(today: string, rings: number): string {
  const month = Number(today.slice(5, 7)) - 1 + (Number(today.slice(8, 10)) - 1) / 31;
  const from = point(month, OUTER - rings * RING);
  return element('path', {
    d: `M${from}L${point(month, OUTER + 4)}`,
    stroke: INK.text,
    'stroke-width': '2.5',
  });
}

function alternativeOf(placed: WheelEntry[], unplaced: number, levels: string[]): string {
  const drawn = placed.map(
    ({ level, activity, months }) =>
      `${level}: ${activity}, ${monthShortName(months?.[0] ?? 1)}–${monthShortName(months?.[1] ?? 1)}`,
  );
  const known = drawn.length > 0 ? drawn.join('. ') : 'Ingen placeringer er oplyst';
  const rest = unplaced > 0 ? ` ${unplaced} aktiviteter uden placering står i listen.` : '';
  return `Årshjul med ringene ${levels.join(', ')} udefra og ind. ${known}.${rest}`;
}

/** `month` counts months from the start of January: 0.5 is the middle of January. */
function point(month: number, radius: number): { x: number; y: number; toString(): string } {
  const angle = (month / 12) * 2 * Math.PI;
  const x = CENTRE.x + radius * Math.sin(angle);
  const y = CENTRE.y - radius * Math.cos(angle);
  return { x, y, toString: () => `${tenth(x)} ${tenth(y)}` };
}

function sector(from: number, to: number, inner: number, outer: number): string {
  const large = to - from > 6 ? 1 : 0;
  return (
    `M${point(from, inner)}A${inner} ${inner} 0 ${large} 1 ${point(to, inner)}` +
    `L${point(to, outer)}A${outer} ${outer} 0 ${large} 0 ${point(from, outer)}Z`
  );
}
