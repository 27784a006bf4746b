import type { Point } from '#src/formats/deck.ts';
import { childrenNamed, findChild, findPath } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import type { Frame } from './frame.ts';

/** Adjustments are given in 1/100,000 of the shape. */
const WHOLE = 100_000;
/** Tip of a speech bubble that nobody moved (ECMA-376 part 1, presetShapeDefinitions, wedgeRectCallout). */
const DEFAULT_TIP = { adj1: -20_833, adj2: 62_500 };

/** Where the tip of a speech bubble points, in the file's unit; null for every other shape. */
export function tipOf(properties: XmlElement | undefined, frame: Frame): Point | null {
  const geometry = findChild(properties, 'prstGeom');
  if (!/^(?:wedge\w*|cloud)Callout$/.test(geometry?.attributes.get('prst') ?? '')) return null;
  const guides = childrenNamed(findPath(geometry, 'avLst'), 'gd');
  return {
    x: frame.x + frame.width * (0.5 + adjustment(guides, 'adj1') / WHOLE),
    y: frame.y + frame.height * (0.5 + adjustment(guides, 'adj2') / WHOLE),
  };
}

function adjustment(guides: XmlElement[], name: 'adj1' | 'adj2'): number {
  const formula = guides.find((guide) => guide.attributes.get('name') === name)?.attributes.get('fmla') ?? '';
  const value = /^val (-?\d{1,9})$/.exec(formula)?.[1];
  return value === undefined ? DEFAULT_TIP[name] : Number(value);
}
