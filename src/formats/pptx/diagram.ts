/** A SmartArt drawing -> its texts: where they are drawn when the file holds the drawing, else in the order of its list. */

import type { DeckBlock, DeckParagraph } from '#src/formats/deck.ts';
import { descendantsNamed, findChild, findPath } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { readFill } from './fill.ts';
import { type Frame, ON_SLIDE, place, readFrame, toBox } from './frame.ts';
import type { OfficePackage, Relation } from './package.ts';
import type { SlideSize } from './presentation.ts';
import { readParagraphs, type TextContext } from './text-body.ts';

/** Deeper lists are drawn by nobody. */
const MAX_DEPTH = 50;

interface DiagramParts {
  /** The list of points the drawing was made from. */
  data: XmlElement | undefined;
  /** The drawing as PowerPoint last made it. */
  drawing: XmlElement | undefined;
}

/** @param references the element `relIds` on the slide */
export function readDiagram(
  office: OfficePackage,
  references: XmlElement,
  frame: Frame | null,
  size: SlideSize,
  context: TextContext,
): DeckBlock[] {
  const { data, drawing } = findParts(office, references, context.relations);
  const drawn = drawing && frame ? readDrawing(drawing, frame, size, context) : [];
  if (drawn.length > 0) return drawn;
  const paragraphs = data ? readPoints(data, context) : [];
  if (paragraphs.length === 0) return [];
  const box = frame && toBox(frame, size);
  return [{ kind: 'text', box, paragraphs, isTitle: false, isCallout: false, pointsAt: null, fill: null }];
}

/** The data part names its drawing by an id among the slide's relations. */
function findParts(
  office: OfficePackage,
  references: XmlElement,
  relations: ReadonlyMap<string, Relation>,
): DiagramParts {
  const dataId = [...references.attributes].find(([name]) => name.endsWith(':dm'))?.[1] ?? '';
  const data = partOf(office, relations.get(dataId));
  const drawingId = data && descendantsNamed(data, 'dataModelExt')[0]?.attributes.get('relId');
  return { data, drawing: partOf(office, relations.get(drawingId ?? '')) };
}

function partOf(office: OfficePackage, relation: Relation | undefined): XmlElement | undefined {
  return relation && !relation.isExternal ? office.part(relation.target) : undefined;
}

function readDrawing(root: XmlElement, frame: Frame, size: SlideSize, context: TextContext): DeckBlock[] {
  const inFrame = { ...ON_SLIDE, x: frame.x, y: frame.y };
  return descendantsNamed(root, 'sp').flatMap((shape): DeckBlock[] => {
    const paragraphs = readParagraphs(findChild(shape, 'txBody'), context);
    if (paragraphs.length === 0) return [];
    const own = readFrame(findChild(shape, 'txXfrm')) ?? readFrame(findPath(shape, 'spPr', 'xfrm'));
    const box = toBox(own ? place(own, inFrame) : frame, size);
    const fill = readFill(findChild(shape, 'spPr'));
    return [{ kind: 'text', box, paragraphs, isTitle: false, isCallout: false, pointsAt: null, fill }];
  });
}

/** The points of the list, each after its parent. The first point is the drawing itself and has no words. */
function readPoints(data: XmlElement, context: TextContext): DeckParagraph[] {
  const points = new Map(
    descendantsNamed(data, 'pt').map((element) => [
      element.attributes.get('modelId') ?? '',
      findChild(element, 't'),
    ]),
  );
  const children = childrenByParent(data);
  const isChild = new Set([...children.values()].flat());
  const paragraphs: DeckParagraph[] = [];
  const seen = new Set<string>();
  const visit = (id: string, depth: number): void => {
    if (seen.has(id) || depth > MAX_DEPTH) return;
    seen.add(id);
    const level = Math.max(0, depth - 1);
    paragraphs.push(...readParagraphs(points.get(id), context).map((paragraph) => ({ ...paragraph, level })));
    for (const child of children.get(id) ?? []) visit(child, depth + 1);
  };
  for (const id of points.keys()) if (!isChild.has(id)) visit(id, 0);
  return paragraphs;
}

function childrenByParent(data: XmlElement): Map<string, string[]> {
  const children = new Map<string, string[]>();
  const connections = descendantsNamed(data, 'cxn')
    .filter((one) => (one.attributes.get('type') ?? 'parOf') === 'parOf')
    .sort((a, b) => Number(a.attributes.get('srcOrd') ?? 0) - Number(b.attributes.get('srcOrd') ?? 0));
  for (const connection of connections) {
    const parent = connection.attributes.get('srcId') ?? '';
    const siblings = children.get(parent) ?? [];
    siblings.push(connection.attributes.get('destId') ?? '');
    children.set(parent, siblings);
  }
  return children;
}
