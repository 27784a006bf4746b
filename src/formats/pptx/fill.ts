import { findChild, findPath } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';

/** The plain background colour of a shape or cell, as `RRGGBB`; null for none, a picture, a gradient or a theme's. */
export function readFill(properties: XmlElement | undefined): string | null {
  const solid = findChild(properties, 'solidFill');
  const colour = findPath(solid, 'srgbClr')?.attributes.get('val') ?? '';
  return /^[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : null;
}
