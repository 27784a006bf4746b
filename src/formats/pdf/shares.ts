/** Page points -> shares of the page, as a deck says places. */
import type { Box as DeckBox, Point as DeckPoint } from '#src/formats/deck.ts';
import type { Box, Point } from './geometry.ts';
import { heightOf, widthOf } from './geometry.ts';

interface PageSize {
  width: number;
  height: number;
}

export function shareX(x: number, page: PageSize): number {
  return page.width > 0 ? x / page.width : 0;
}

export function shareY(y: number, page: PageSize): number {
  return page.height > 0 ? y / page.height : 0;
}

export function shareBox(box: Box, page: PageSize): DeckBox {
  return {
    x: shareX(box.left, page),
    y: shareY(box.top, page),
    width: shareX(widthOf(box), page),
    height: shareY(heightOf(box), page),
  };
}

export function sharePoint(point: Point, page: PageSize): DeckPoint {
  return { x: shareX(point.x, page), y: shareY(point.y, page) };
}
