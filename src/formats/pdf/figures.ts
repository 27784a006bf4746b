/** Figures of a path: pdf.js gives a path as one list of numbers, each step led by its kind. */
import type { Rule, Shape } from './drawing.ts';
import {
  areaOf,
  type Box,
  boxOfPoints,
  heightOf,
  type Matrix,
  type Point,
  transformed,
  widthOf,
} from './geometry.ts';

/** How pdf.js numbers the steps of a path, and how many numbers follow each. */
const STEPS = [
  { kind: 'move', points: 1 },
  { kind: 'line', points: 1 },
  { kind: 'curve', points: 3 },
  { kind: 'curve', points: 2 },
  { kind: 'close', points: 0 },
] as const;

/** A rectangle thinner than this many points is drawn as a line: borders in PowerPoint's own PDF are such. */
const THIN = 2.6;

export interface Paint {
  fill: string | null;
  isOutlined: boolean;
}

/** Shapes and lines of one painted path, in page points. */
export function figuresOf(
  path: ArrayLike<number>,
  matrix: Matrix,
  paint: Paint,
  order: number,
): { shapes: Shape[]; rules: Rule[] } {
  const shapes: Shape[] = [];
  const rules: Rule[] = [];
  for (const { points, isClosed, isCurved } of piecesOf(path, matrix)) {
    if (points.length < 2) continue;
    const box = boxOfPoints(points);
    const isThin = Math.min(widthOf(box), heightOf(box)) < THIN;
    if (isThin && Math.max(widthOf(box), heightOf(box)) < THIN) continue;
    if (isThin && !isCurved) {
      rules.push({ ...middleLine(box), order });
    } else if (paint.fill === null && !isClosed) {
      rules.push(...stretches(points, isCurved, order));
    } else if (!isThin) {
      const fullness = Math.abs(enclosedArea(points)) / areaOf(box);
      shapes.push({
        box,
        corners: points,
        isRectangle: !isCurved && fullness > 0.98,
        fullness,
        ...paint,
        order,
      });
    }
  }
  return { shapes, rules };
}

interface Piece {
  points: Point[];
  isClosed: boolean;
  isCurved: boolean;
}

function piecesOf(path: ArrayLike<number>, matrix: Matrix): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { points: [], isClosed: false, isCurved: false };
  let at = 0;
  while (at < path.length) {
    const step = STEPS[path[at] ?? -1];
    if (!step) break;
    if (step.kind === 'move') {
      pieces.push(piece);
      piece = { points: [], isClosed: false, isCurved: false };
    }
    if (step.kind === 'close') piece.isClosed = true;
    if (step.kind === 'curve') piece.isCurved = true;
    // Only where a curve ends is kept: the box of a circle or a rounded corner is right without its handles.
    const end = at + step.points * 2 - 1;
    if (step.points > 0) piece.points.push(transformed(matrix, path[end] ?? 0, path[end + 1] ?? 0));
    at += 1 + step.points * 2;
  }
  pieces.push(piece);
  return pieces.map(withoutRepeatedEnd);
}

function withoutRepeatedEnd(piece: Piece): Piece {
  const first = piece.points[0];
  const last = piece.points.at(-1);
  if (piece.points.length < 4 || !first || !last) return piece;
  if (Math.abs(first.x - last.x) > 0.1 || Math.abs(first.y - last.y) > 0.1) return piece;
  return { ...piece, points: piece.points.slice(0, -1), isClosed: true };
}

function middleLine(box: Box): {
  from: Point;
  to: Point;
} {
  const isLevel = widthOf(box) >= heightOf(box);
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return isLevel
    ? { from: { x: box.left, y }, to: { x: box.right, y } }
    : { from: { x, y: box.top }, to: { x, y: box.bottom } };
}

/** An open path as lines: from corner to corner, or from end to end for a curve. */
function stretches(points: Point[], isCurved: boolean, order: number): Rule[] {
  const ends = isCurved ? [points[0], points.at(-1)] : points;
  return ends.flatMap((to, index) => {
    const from = ends[index - 1];
    return from && to ? [{ from, to, order }] : [];
  });
}

/** The shoelace formula. */
function enclosedArea(points: Point[]): number {
  let twice = 0;
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    twice += point.x * next.y - next.x * point.y;
  });
  return twice / 2;
}
