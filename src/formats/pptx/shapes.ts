/** The tree of shapes of a slide -> the shapes one after another, groups dissolved, each where it is seen. */

import { childrenNamed, findChild, findPath } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { type Frame, ON_SLIDE, type Placement, place, placementInGroup, readFrame } from './frame.ts';
import type { Placeholder, PlaceholderSource } from './placeholders.ts';

/** What a frame can hold that graphic-frame.ts reads. */
const DATA = new Set(['tbl', 'relIds', 'chart']);

export interface PlacedShape {
  element: XmlElement;
  frame: Frame | null;
  placeholder: Placeholder | undefined;
}

/** Shapes in drawing order: the later lies over the earlier. */
export function listShapes(tree: XmlElement | undefined, placeholders: PlaceholderSource): PlacedShape[] {
  return tree ? shapesIn(tree, ON_SLIDE, placeholders) : [];
}

function shapesIn(parent: XmlElement, placement: Placement, placeholders: PlaceholderSource): PlacedShape[] {
  return parent.children.flatMap((element): PlacedShape[] => {
    if (element.name === 'grpSp') {
      const inside = placementInGroup(placement, findPath(element, 'grpSpPr', 'xfrm'));
      return shapesIn(element, inside, placeholders);
    }
    if (element.name === 'AlternateContent') {
      const chosen = chooseAlternative(element);
      return chosen ? shapesIn(chosen, placement, placeholders) : [];
    }
    if (!['sp', 'graphicFrame', 'pic'].includes(element.name)) return [];
    const placeholder = placeholders.find(element);
    const own = readFrame(findPath(element, 'spPr', 'xfrm') ?? findChild(element, 'xfrm'));
    const frame = own ? place(own, placement) : (placeholder?.frame ?? null);
    return [{ element, frame, placeholder }];
  });
}

/** The first choice that holds words or data we can read; else what the file offers older programs. */
function chooseAlternative(element: XmlElement): XmlElement | undefined {
  const choice = childrenNamed(element, 'Choice').find(hasContent);
  return choice ?? findChild(element, 'Fallback');
}

function hasContent(element: XmlElement): boolean {
  const hasWords = element.name === 't' && element.text.trim() !== '';
  return hasWords || DATA.has(element.name) || element.children.some(hasContent);
}
