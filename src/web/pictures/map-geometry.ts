/** One municipality's outline, in the units of the map (about 1012 wide and 1230 high). */
export interface MapArea {
  /** Four-digit municipality code. */
  code: string;
  /** Path data: absolute starting points, relative lines. */
  outline: string;
  /** The point that lies deepest inside, where a mark is seen best. */
  mark: { x: number; y: number };
  box: { left: number; top: number; right: number; bottom: number };
}

/** Reads `seeds/reference/denmark-map.svg`. Throws when it is not the file it should be. */
export function readMapGeometry(svg: string): MapArea[] {
  const paths = svg.matchAll(/<path id="k(\d{4})"[^>]* data-x="(\d+)" data-y="(\d+)" d="([^"]+)"/g);
  const areas = [...paths].map(([, code = '', x, y, outline = '']) => ({
    code,
    outline,
    mark: { x: Number(x), y: Number(y) },
    box: boxOf(outline),
  }));
  if (areas.length !== 98) throw new Error(`The map has ${areas.length} areas and should have 98`);
  return areas;
}

function boxOf(outline: string): MapArea['box'] {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const ring of outline.split('z').filter(Boolean)) {
    const [start = '', ...lines] = ring.split(/[Ml]/).filter(Boolean);
    const at = { x: 0, y: 0 };
    for (const points of [start, ...lines]) {
      const numbers = points.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        at.x += numbers[index] ?? 0;
        at.y += numbers[index + 1] ?? 0;
        box.left = Math.min(box.left, at.x);
        box.right = Math.max(box.right, at.x);
        box.top = Math.min(box.top, at.y);
        box.bottom = Math.max(box.bottom, at.y);
      }
    }
  }
  return box;
}
