/** The outlines of the 98 municipalities: reference data, drawn by the map and served to the browser as one file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MapArea, readMapGeometry } from './pictures/map-geometry.ts';

/** Source and licence: seeds/reference/LICENSE-react-denmark-map.txt. */
export const mapFile = readFileSync(
  fileURLToPath(new URL('../../seeds/reference/denmark-map.svg', import.meta.url)),
);

/** Where the browser fetches it, once and for ever: the address changes with the file. */
export const MAP_HREF = `/assets/map-${createHash('sha256').update(mapFile).digest('hex').slice(0, 10)}.svg`;

let geometry: MapArea[] | undefined;

/** Read when the first map is drawn. */
export function mapGeometry(): MapArea[] {
  geometry ??= readMapGeometry(mapFile.toString('utf8'));
  return geometry;
}
