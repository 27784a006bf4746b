import { escapeMarkup } from '#src/shared/markup.ts';
import type { MapArea } from './map-geometry.ts';
import { isPatterned, keySwatch, lookOf, MAP_STATUSES, type MapStatus, patternsOf } from './map-status.ts';
import { drawing, element, INK, label } from './svg.ts';

export interface MunicipalityOnMap {
  code: string;
  /** "Odense" */
  name: string;
  status: MapStatus;
  /** Where a click leads, with the script; carries ?stand= already. The list beside the map is the way for everyone. */
  href: string;
}

const SIZE = { width: 1018, height: 1234 };
/** The capital's area is too small to be read: it is drawn again, three times as large, where there is sea. */
const INSET = { left: 893, top: 722, size: 116, scale: 3, atLeft: 664, atTop: 226 };
const INSET_SIZE = INSET.size * INSET.scale;
const EDGE = '#7d878c';
const HALO = { 'paint-order': 'stroke', stroke: '#ffffff', 'stroke-width': 6 };

/**
 * Denmark's 98 municipalities by status. `own` is the code of the reader's municipality, drawn with a dark contour and
 * its name. `outlinesHref` is the address of the outlines (`asset('map.svg')`): the file is fetched once and each area
 * points into it; only patterned areas carry their outline, because a pattern is looked up where the outline stands.
 */
export function denmarkMap(
  municipalities: MunicipalityOnMap[],
  geometry: MapArea[],
  own: string | null,
  outlinesHref: string,
): string {
  const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]));
  const placed = geometry.flatMap((area) => {
    const municipality = byCode.get(area.code);
    return municipality ? [{ area, municipality }] : [];
  });
  const onMap = placed.filter(({ area }) => !isInInset(area));
  const ownArea = placed.find(({ area }) => area.code === own);
  const inner =
    element('title', {}, 'Kort over kommunerne') +
    patternsOf(placed.map(({ municipality }) => municipality.status)) +
    ground(outlinesHref, 4, EDGE) +
    placed.map((one) => shape(one, outlinesHref)).join('') +
    onMap.map(({ area, municipality }) => tick(area.mark.x, area.mark.y, municipality.status)).join('') +
    (ownArea ? contour(ownArea.area, outlinesHref, 5) : '') +
    inset(
      placed.filter(({ area }) => reachesInset(area)),
      ownArea,
      outlinesHref,
    ) +
    (ownArea && !isInInset(ownArea.area) ? nameOnMap(ownArea.area, ownArea.municipality.name) : '');
  return drawing(SIZE, alternativeOf(municipalities, ownArea?.municipality), { class: 'map' }, inner);
}

/** The key of the map: the statuses that occur, with how many have each. */
export function mapKey(municipalities: MunicipalityOnMap[]): { svg: string; text: string }[] {
  return counts(municipalities).map(({ status, count }) => ({
    svg: keySwatch(status),
    text: `${lookOf(status).word} (${count})`,
  }));
}

type Placed = { area: MapArea; municipality: MunicipalityOnMap };

function counts(municipalities: MunicipalityOnMap[]): { status: MapStatus; count: number }[] {
  return MAP_STATUSES.map((status) => ({
    status,
    count: municipalities.filter((municipality) => municipality.status === status).length,
  })).filter(({ count }) => count > 0);
}

function alternativeOf(municipalities: MunicipalityOnMap[], own: MunicipalityOnMap | undefined): string {
  const sums = counts(municipalities).map(({ status, count }) => `${lookOf(status).word}: ${count}.`);
  const ours = own ? ` ${own.name}: ${lookOf(own.status).word}.` : '';
  return `Danmarkskort. ${sums.join(' ')}${ours} Samme oplysninger står i listen.`;
}

/** All areas in the colour of the edges: the outlines do not meet exactly, and this fills what lies between them. */
function ground(outlinesHref: string, strokeWidth: number, colour: string): string {
  const paint = { fill: colour, stroke: colour, 'stroke-width': strokeWidth };
  return element('use', { href: `${outlinesHref}#areas`, ...paint });
}

function shape({ area, municipality }: Placed, outlinesHref: string): string {
  const { fill, stroke, word } = lookOf(municipality.status);
  const title = element('title', {}, escapeMarkup(`${municipality.name}: ${word}`));
  const paint = { fill, stroke, 'stroke-width': '.8', 'data-href': municipality.href };
  return isPatterned(municipality.status)
    ? element('path', { d: area.outline, 'fill-rule': 'evenodd', ...paint }, title)
    : element('use', { href: `${outlinesHref}#k${area.code}`, ...paint }, title);
}

function tick(x: number, y: number, status: MapStatus): string {
  const colour = lookOf(status).tick;
  if (!colour) return '';
  return element('path', {
    d: `M${x - 9} ${y}l6 7 12-14`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 5,
    'pointer-events': 'none',
  });
}

function contour(area: MapArea, outlinesHref: string, strokeWidth: number): string {
  return element('use', {
    href: `${outlinesHref}#k${area.code}`,
    fill: 'none',
    stroke: INK.text,
    'stroke-width': strokeWidth,
    'pointer-events': 'none',
  });
}

function isInInset({ mark }: MapArea): boolean {
  return (
    mark.x > INSET.left &&
    mark.x < INSET.left + INSET.size &&
    mark.y > INSET.top &&
    mark.y < INSET.top + INSET.size
  );
}

function reachesInset({ box }: MapArea): boolean {
  return (
    box.right > INSET.left &&
    box.left < INSET.left + INSET.size &&
    box.bottom > INSET.top &&
    box.top < INSET.top + INSET.size
  );
}

function inset(shown: Placed[], own: Placed | undefined, outlinesHref: string): string {
  const { left, top, size, scale, atLeft, atTop } = INSET;
  const x = (value: number) => (value - left) * scale + atLeft;
  const y = (value: number) => (value - top) * scale + atTop;
  const frame = { fill: 'none', stroke: INK.text, 'stroke-width': '1.6' };
  const ownInside = own && isInInset(own.area) ? own : undefined;
  const enlarged = element(
    'g',
    { transform: `translate(${atLeft - left * scale} ${atTop - top * scale}) scale(${scale})` },
    ground(outlinesHref, 4, '#c9d2d6') +
      ground(outlinesHref, 1.4, EDGE) +
      shown.map((one) => shape(one, outlinesHref)).join('') +
      (ownInside ? contour(ownInside.area, outlinesHref, 2) : ''),
  );
  const box = { x: atLeft, y: atTop, width: INSET_SIZE, height: INSET_SIZE, rx: 4 };
  return (
    element('rect', { x: left, y: top, width: size, height: size, ...frame }) +
    element('path', {
      d: `M${atLeft + INSET_SIZE / 2} ${atTop + INSET_SIZE}L${left + size / 2} ${top}`,
      ...frame,
    }) +
    element('clipPath', { id: 'map-inset' }, element('rect', box)) +
    element('rect', { ...box, fill: '#ffffff' }) +
    element('g', { 'clip-path': 'url(#map-inset)' }, enlarged) +
    shown
      .filter(({ area }) => isInInset(area))
      .map(({ area, municipality }) => tick(x(area.mark.x), y(area.mark.y), municipality.status))
      .join('') +
    element('rect', { ...box, ...frame }) +
    label(atLeft, atTop - 12, 'Hovedstadsområdet', { 'font-size': 24, 'font-weight': 600 }) +
    (ownInside
      ? nameInInset(x(ownInside.area.mark.x), y(ownInside.area.mark.y), ownInside.municipality.name)
      : '')
  );
}

function nameInInset(x: number, y: number, name: string): string {
  const half = name.length * 8;
  const middle = Math.max(INSET.atLeft + half, Math.min(INSET.atLeft + INSET_SIZE - half, x));
  const style = { 'font-size': 24, 'font-weight': 600, 'text-anchor': 'middle', ...HALO };
  return label(middle, y < INSET.atTop + 60 ? y + 44 : y - 28, name, style);
}

function nameOnMap({ mark }: MapArea, name: string): string {
  const at = { x: Math.max(70, Math.min(SIZE.width - 80, mark.x + 50)), y: Math.max(40, mark.y - 100) };
  const line = { stroke: INK.text, 'stroke-width': 2 };
  return (
    element('path', { d: `M${mark.x} ${mark.y}L${at.x} ${at.y + 8}`, ...line }) +
    label(at.x, at.y, name, { 'font-size': 26, 'font-weight': 600, 'text-anchor': 'middle', ...HALO })
  );
}
