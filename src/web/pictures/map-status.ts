import { element, INK } from './svg.ts';

/** How a municipality is drawn. `passed` is missing after the deadline, and only where somebody has counted. */
export type MapStatus =
  | 'signed'
  | 'claimed'
  | 'in-progress'
  | 'missing'
  | 'passed'
  | 'not-counted'
  | 'not-relevant';

interface Look {
  word: string;
  fill: string;
  stroke: string;
  /** Colour of the tick; '' for none. */
  tick: string;
}

/** Form before colour: solid with a tick, dots, dots with a tick, light, crosses, stripes, empty. */
const LOOKS: Record<MapStatus, Look> = {
  signed: { word: 'Underskrevet', fill: INK.done, stroke: INK.done, tick: '#ffffff' },
  claimed: {
    word: 'Meldt af kommunen',
    fill: 'url(#map-claimed)',
    stroke: INK.progress,
    tick: INK.progress,
  },
  'in-progress': { word: 'Under behandling', fill: 'url(#map-in-progress)', stroke: INK.progress, tick: '' },
  missing: { word: 'Mangler', fill: '#e3eaee', stroke: '#e3eaee', tick: '' },
  passed: { word: 'Frist passeret', fill: 'url(#map-passed)', stroke: INK.over, tick: '' },
  'not-counted': { word: 'Ikke opgjort', fill: 'url(#map-not-counted)', stroke: '#8e8e8e', tick: '' },
  'not-relevant': { word: 'Ikke relevant', fill: '#ffffff', stroke: '#8e8e8e', tick: '' },
};

export const MAP_STATUSES: MapStatus[] = [
  'signed',
  'claimed',
  'in-progress',
  'missing',
  'passed',
  'not-counted',
  'not-relevant',
];

const PATTERNS: Partial<Record<MapStatus, string>> = {
  claimed: pattern('claimed', 8, '#ffffff', dots(4, 1.4)),
  'in-progress': pattern('in-progress', 7, '#ffffff', dots(3.5, 1.7)),
  passed: pattern(
    'passed',
    7,
    INK.overTone,
    element('path', { d: 'M0 0l7 7M7 0L0 7', stroke: INK.over, 'stroke-width': '1.3' }),
  ),
  'not-counted': pattern(
    'not-counted',
    8,
    '#ffffff',
    element('path', { d: 'M-2 2l4-4M0 8l8-8M6 10l4-4', stroke: '#8e8e8e', 'stroke-width': '1.3' }),
  ),
};

export function lookOf(status: MapStatus): Look {
  return LOOKS[status];
}

export function isPatterned(status: MapStatus): boolean {
  return status in PATTERNS;
}

/** `<defs>` of the patterns in use; '' when there are none. */
export function patternsOf(statuses: MapStatus[]): string {
  const used = MAP_STATUSES.filter((status) => statuses.includes(status)).map(
    (status) => PATTERNS[status] ?? '',
  );
  return used.some(Boolean) ? element('defs', {}, used.join('')) : '';
}

/** The small picture of a status in the map's key. It uses the patterns of the map on the same page. */
export function keySwatch(status: MapStatus): string {
  const { fill, stroke, tick } = LOOKS[status];
  const edge = status === 'missing' ? '#7d878c' : stroke;
  const box = element('rect', { x: 0.5, y: 0.5, width: 21, height: 15, fill, stroke: edge });
  const mark = tick
    ? element('path', { d: 'M6 8l3.5 3.5L16 4.5', fill: 'none', stroke: tick, 'stroke-width': 2 })
    : '';
  return element('svg', { viewBox: '0 0 22 16', 'aria-hidden': 'true', class: 'map' }, box + mark);
}

function pattern(name: string, size: number, ground: string, ink: string): string {
  return element(
    'pattern',
    { id: `map-${name}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: size, height: size, fill: ground }) + ink,
  );
}

function dots(centre: number, radius: number): string {
  return element('circle', { cx: centre, cy: centre, r: radius, fill: INK.progress });
}
