/** A slide part -> the slide as a deck holds it. */

import { arrangeBlocks } from '#src/formats/arrange-blocks.ts';
import type { DeckBlock, DeckParagraph, DeckSlide, TextBlock } from '#src/formats/deck.ts';
import { descendantsNamed, findChild, findPath, isTrue } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { readFill } from './fill.ts';
import { toBox } from './frame.ts';
import { readGraphicFrame } from './graphic-frame.ts';
import { readNotes } from './notes.ts';
import type { OfficePackage } from './package.ts';
import { levelProperties, placeholdersOf } from './placeholders.ts';
import type { SlideSize } from './presentation.ts';
import { listShapes, type PlacedShape } from './shapes.ts';
import { tipOf } from './speech-bubble.ts';
import { linkOf, readParagraphs, type TextContext } from './text-body.ts';

const TITLE_TYPES = new Set(['title', 'ctrTitle']);

export function readSlide(
  office: OfficePackage,
  path: string,
  root: XmlElement,
  number: number,
  size: SlideSize,
): DeckSlide {
  const shapes = listShapes(findPath(root, 'cSld', 'spTree'), placeholdersOf(office, path));
  const relations = office.relations(path);
  const blocks = shapes.flatMap((shape) => {
    const context: TextContext = {
      relations,
      inherited: (level) => levelProperties(shape.placeholder?.styles ?? [], level),
    };
    return shape.element.name === 'graphicFrame'
      ? readGraphicFrame(office, shape, size, context)
      : readShape(shape, size, context);
  });
  const title = blocks.find((block) => block.kind === 'text' && block.isTitle);
  return {
    number,
    hidden: root.attributes.has('show') && !isTrue(root, 'show'),
    title: title?.kind === 'text' ? asOneLine(title) : '',
    blocks: arrangeBlocks(blocks),
    notes: readNotes(office, path),
    pictureCount: shapes.filter(({ element }) => element.name === 'pic').length,
  };
}

function readShape(shape: PlacedShape, size: SlideSize, context: TextContext): DeckBlock[] {
  const { element, frame, placeholder } = shape;
  if (isPageMark(shape)) return [];
  const paragraphs = withShapeLink(readParagraphs(findChild(element, 'txBody'), context), element, context);
  if (paragraphs.length === 0) return [];
  const properties = findChild(element, 'spPr');
  const tip = frame && tipOf(properties, frame);
  return [
    {
      kind: 'text',
      box: frame && toBox(frame, size),
      paragraphs,
      isTitle: placeholder !== undefined && TITLE_TYPES.has(placeholder.type),
      isCallout: false,
      pointsAt: tip && { x: tip.x / size.width, y: tip.y / size.height },
      fill: readFill(properties),
    },
  ];
}

/** The slide's number, and a date that is that of the last saving: neither is said by anybody. */
function isPageMark({ element, placeholder }: PlacedShape): boolean {
  if (placeholder?.type === 'sldNum') return true;
  return placeholder?.type === 'dt' && descendantsNamed(element, 'fld').length > 0;
}

/** A link on the whole shape is one on its first words. */
function withShapeLink(
  paragraphs: DeckParagraph[],
  element: XmlElement,
  context: TextContext,
): DeckParagraph[] {
  const [first, ...rest] = paragraphs;
  const url = linkOf(findPath(element, 'nvSpPr', 'cNvPr'), context.relations);
  if (!first || url === undefined) return paragraphs;
  return [{ ...first, links: [...first.links, { text: first.text, url }] }, ...rest];
}

function asOneLine(block: TextBlock): string {
  return block.paragraphs
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}
