/** Speech bubbles: where the words stand and where the tip points. */
import type { Shape } from './drawing.ts';
import { areaOf, type Box, boxOfPoints, centreOf, heightOf, type Point, widthOf } from './geometry.ts';

export interface Bubble {
  body: Box;
  tip: Point;
}

/** The foot of a tip is narrower than this share of the side it grows from; an arrow's is the whole side. */
const WIDEST_FOOT = 0.62;
const SHORTEST_TIP = 4;
/** How far into the body the foot may reach (a round body curves away), as a share of it. */
const DEEPEST_FOOT = 0.3;

export function findBubble(shape: Shape): Bubble | null {
  const { corners } = shape;
  if (shape.isRectangle || corners.length < 6 || corners.length > 80) return null;
  let best: { body: Box; at: number } | null = null;
  corners.forEach((_, at) => {
    const body = boxOfPoints(corners.filter((_corner, index) => index !== at));
    if (!best || areaOf(body) < areaOf(best.body)) best = { body, at };
  });
  const found = best as { body: Box; at: number } | null;
  const tip = found && corners[found.at];
  if (!found || !tip || !standsOut(tip, found.body)) return null;
  const before = corners.at(found.at - 1);
  const after = corners[(found.at + 1) % corners.length];
  if (!before || !after || !hasNarrowFoot(before, after, tip, found.body)) return null;
  const others = corners.filter((_, index) => index !== found.at);
  return frames(found.body, others) ? { body: found.body, tip } : null;
}

function standsOut(tip: Point, body: Box): boolean {
  return (
    Math.max(body.left - tip.x, tip.x - body.right, body.top - tip.y, tip.y - body.bottom) > SHORTEST_TIP
  );
}

/** The tip grows out of a side it is beyond: its two neighbours stand there, not far apart. */
function hasNarrowFoot(before: Point, after: Point, tip: Point, body: Box): boolean {
  const width = widthOf(body);
  const height = heightOf(body);
  const besides = (side: number) =>
    [before, after].every(({ x }) => Math.abs(x - side) < DEEPEST_FOOT * width) &&
    Math.abs(before.y - after.y) < WIDEST_FOOT * height;
  const aboveOrBelow = (side: number) =>
    [before, after].every(({ y }) => Math.abs(y - side) < DEEPEST_FOOT * height) &&
    Math.abs(before.x - after.x) < WIDEST_FOOT * width;
  return (
    (tip.x < body.left && besides(body.left)) ||
    (tip.x > body.right && besides(body.right)) ||
    (tip.y < body.top && aboveOrBelow(body.top)) ||
    (tip.y > body.bottom && aboveOrBelow(body.bottom))
  );
}

/** The other corners lie on the sides of a box, or on an ellipse: a star has none such. */
function frames(body: Box, corners: readonly Point[]): boolean {
  const centre = centreOf(body);
  const onSide = corners.filter(
    ({ x, y }) =>
      Math.min(
        Math.abs(x - body.left),
        Math.abs(x - body.right),
        Math.abs(y - body.top),
        Math.abs(y - body.bottom),
      ) < 1.5,
  );
  const onEllipse = corners.filter(({ x, y }) => {
    const across = (x - centre.x) / (widthOf(body) / 2);
    const down = (y - centre.y) / (heightOf(body) / 2);
    return Math.abs(Math.hypot(across, down) - 1) < 0.12;
  });
  return Math.max(onSide.length, onEllipse.length) > 0.7 * corners.length;
}
