/** Where a shape stands, in the file's unit, through any number of groups, and as shares of the slide. */

import type { Box } from '#src/formats/deck.ts';
import { findChild, wholeNumber } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import type { SlideSize } from './presentation.ts';

/** In the file's unit. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From the coordinates inside a group to those of the slide. */
export interface Placement {
  x: number;
  y: number;
  scaleX: number;
  scaleY: number;
}

export const ON_SLIDE: Placement = { x: 0, y: 0, scaleX: 1, scaleY: 1 };
const FULL_TURN = 360 * 60_000;

/** From an `xfrm` element; null when it says no position. A shape lying on its side takes the room it is seen in. */
export function readFrame(xfrm: XmlElement | undefined): Frame | null {
  const offset = findChild(xfrm, 'off');
  const extent = findChild(xfrm, 'ext');
  if (!offset || !extent) return null;
  const frame = {
    x: wholeNumber(offset, 'x') ?? 0,
    y: wholeNumber(offset, 'y') ?? 0,
    width: wholeNumber(extent, 'cx') ?? 0,
    height: wholeNumber(extent, 'cy') ?? 0,
  };
  return liesOnSide(wholeNumber(xfrm, 'rot') ?? 0) ? turned(frame) : frame;
}

/** The placement of what stands inside a group, from the group's own `xfrm`. */
export function placementInGroup(outer: Placement, xfrm: XmlElement | undefined): Placement {
  const frame = readFrame(xfrm);
  const childOffset = findChild(xfrm, 'chOff');
  const childExtent = findChild(xfrm, 'chExt');
  if (!frame || !childOffset || !childExtent) return outer;
  const scaleX = ratio(frame.width, wholeNumber(childExtent, 'cx') ?? 0);
  const scaleY = ratio(frame.height, wholeNumber(childExtent, 'cy') ?? 0);
  return {
    x: outer.x + outer.scaleX * (frame.x - scaleX * (wholeNumber(childOffset, 'x') ?? 0)),
    y: outer.y + outer.scaleY * (frame.y - scaleY * (wholeNumber(childOffset, 'y') ?? 0)),
    scaleX: outer.scaleX * scaleX,
    scaleY: outer.scaleY * scaleY,
  };
}

export function place(frame: Frame, placement: Placement): Frame {
  return {
    x: placement.x + placement.scaleX * frame.x,
    y: placement.y + placement.scaleY * frame.y,
    width: placement.scaleX * frame.width,
    height: placement.scaleY * frame.height,
  };
}

export function toBox(frame: Frame, size: SlideSize): Box {
  return {
    x: frame.x / size.width,
    y: frame.y / size.height,
    width: frame.width / size.width,
    height: frame.height / size.height,
  };
}

function liesOnSide(rotation: number): boolean {
  const share = (((rotation % FULL_TURN) + FULL_TURN) % FULL_TURN) / FULL_TURN;
  return (share > 1 / 8 && share < 3 / 8) || (share > 5 / 8 && share < 7 / 8);
}

function turned({ x, y, width, height }: Frame): Frame {
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

/** A group of no extent (the slide's own root) does not scale. */
function ratio(outer: number, inner: number): number {
  return outer > 0 && inner > 0 ? outer / inner : 1;
}
