/** The straight edges a table can be made of: borders of cells' grounds, and lines. */
import type { Drawing, Rule, Shape } from './drawing.ts';
import { areaOf, type Box, heightOf, widthOf } from './geometry.ts';

/** A level edge at `at` from `from` to `to`, or an upright one. */
export interface Edge {
  isLevel: boolean;
  at: number;
  from: number;
  to: number;
  order: number;
}

/** Edges this near (in points) meet. */
export const TOUCH = 2.5;
/** Shapes larger than this share of the page are its ground. */
const GROUND_SHARE = 0.6;
const SHORTEST_CELL = 5;
/** A page with more is a map or a drawing; comparing each edge with each would take too long. */
const MOST_EDGES = 3000;

/** Whether a shape is the page's ground or a side panel, not something that stands on it. */
export function isGround(shape: Shape, page: Drawing): boolean {
  const { box } = shape;
  return (
    areaOf(box) > GROUND_SHARE * page.width * page.height ||
    heightOf(box) > 0.9 * page.height ||
    widthOf(box) > 0.97 * page.width
  );
}

/**
 * Edges of everything that can be part of a table. A box laid over what was drawn before it (a speech bubble on a
 * table) gives none.
 */
export function edgesOf(page: Drawing): Edge[] {
  const ruled = page.rules.flatMap(edgeOfRule);
  const boxes = page.shapes.filter((shape) => canBeCell(shape, page));
  const edges: Edge[] = [...ruled];
  for (const shape of boxes.slice(0, MOST_EDGES / 4)) {
    if (!edges.some((edge) => edge.order < shape.order && passesThrough(edge, shape.box))) {
      edges.push(...bordersOf(shape.box, shape.order));
    }
  }
  return edges.slice(0, MOST_EDGES);
}

/** The edges that hang together by touching, each such net on its own. */
export function netsOf(edges: readonly Edge[]): Edge[][] {
  const parents = edges.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  edges.forEach((edge, index) => {
    for (let other = index + 1; other < edges.length; other++) {
      const second = edges[other];
      if (second && meet(edge, second)) parents[rootOf(other)] = rootOf(index);
    }
  });
  return [...Map.groupBy(edges, (_, index) => rootOf(index)).values()];
}

export function boxOfEdges(edges: readonly Edge[]): Box {
  const xs = edges.flatMap((edge) => (edge.isLevel ? [edge.from, edge.to] : [edge.at]));
  const ys = edges.flatMap((edge) => (edge.isLevel ? [edge.at] : [edge.from, edge.to]));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function canBeCell(shape: Shape, page: Drawing): boolean {
  return (
    shape.isRectangle &&
    !isGround(shape, page) &&
    Math.min(widthOf(shape.box), heightOf(shape.box)) > SHORTEST_CELL
  );
}

/** Through the inside of the box, not along its sides. */
function passesThrough(edge: Edge, box: Box): boolean {
  const [across, along] = edge.isLevel
    ? [
        [box.top, box.bottom],
        [box.left, box.right],
      ]
    : [
        [box.left, box.right],
        [box.top, box.bottom],
      ];
  const [low = 0, high = 0] = across;
  const [start = 0, end = 0] = along;
  const inside = TOUCH + 0.5;
  return (
    edge.at > low + inside && edge.at < high - inside && edge.from < end - inside && edge.to > start + inside
  );
}

function bordersOf(box: Box, order: number): Edge[] {
  const { left, top, right, bottom } = box;
  return [
    { isLevel: true, at: top, from: left, to: right, order },
    { isLevel: true, at: bottom, from: left, to: right, order },
    { isLevel: false, at: left, from: top, to: bottom, order },
    { isLevel: false, at: right, from: top, to: bottom, order },
  ];
}

function edgeOfRule({ from, to, order }: Rule): Edge[] {
  const across = Math.abs(to.x - from.x);
  const down = Math.abs(to.y - from.y);
  if (Math.max(across, down) < SHORTEST_CELL || Math.min(across, down) > 1) return [];
  const isLevel = across > down;
  const ends = isLevel ? [from.x, to.x] : [from.y, to.y];
  const at = isLevel ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
  return [{ isLevel, at, from: Math.min(...ends), to: Math.max(...ends), order }];
}

function meet(a: Edge, b: Edge): boolean {
  if (a.isLevel === b.isLevel) {
    return Math.abs(a.at - b.at) < TOUCH && a.from < b.to + TOUCH && b.from < a.to + TOUCH;
  }
  return a.at > b.from - TOUCH && a.at < b.to + TOUCH && b.at > a.from - TOUCH && b.at < a.to + TOUCH;
}
