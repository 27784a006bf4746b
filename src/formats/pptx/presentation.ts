/** The presentation part: which slides there are, in which order, and how large they are. */

import { childrenNamed, findChild, wholeNumber } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { type OfficePackage, relatedPart } from './package.ts';

export interface Presentation {
  /** Paths of the slide parts in the order they are shown. */
  slidePaths: string[];
  /** In the file's unit (EMU, 914,400 to the inch). */
  size: SlideSize;
}

export interface SlideSize {
  width: number;
  height: number;
}

/** 13.333 x 7.5 inches, what PowerPoint makes when nothing is said. */
const DEFAULT_SIZE: SlideSize = { width: 12_192_000, height: 6_858_000 };

/** The order is that of the list in the presentation; file names say nothing. undefined when it is no presentation. */
export function readPresentation(office: OfficePackage): Presentation | undefined {
  const path = relatedPart(office, '', 'officeDocument') ?? 'ppt/presentation.xml';
  const root = office.part(path);
  if (root?.name !== 'presentation') return undefined;
  const relations = office.relations(path);
  const slidePaths = childrenNamed(findChild(root, 'sldIdLst'), 'sldId').flatMap((entry) => {
    const relation = relations.get(relationId(entry) ?? '');
    return relation && !relation.isExternal && relation.type === 'slide' ? [relation.target] : [];
  });
  return { slidePaths: [...new Set(slidePaths)], size: readSize(findChild(root, 'sldSz')) };
}

/** The reference to a relation is the attribute `id` of the relations' namespace, whose prefix is the writer's choice. */
export function relationId(element: XmlElement | undefined): string | undefined {
  for (const [name, value] of element?.attributes ?? []) {
    if (name.endsWith(':id')) return value;
  }
  return undefined;
}

function readSize(element: XmlElement | undefined): SlideSize {
  const width = wholeNumber(element, 'cx') ?? 0;
  const height = wholeNumber(element, 'cy') ?? 0;
  return width > 0 && height > 0 ? { width, height } : DEFAULT_SIZE;
}
