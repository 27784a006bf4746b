/** A slide part -> the slide as a deck holds it. */

import type { DeckBlock, DeckSlide, TextBlock } from '#src/formats/deck.ts';
import { inReadingOrder } from '#src/formats/reading-order.ts';
import { findChild, findPath, isTrue, type XmlElement } from '#src/formats/xml/read-xml.ts';
import { readFill } from './fill.ts';
import { toBox } from './frame.ts';
import { readNotes } from './notes.ts';
import type { OfficePackage } from './package.ts';
import { levelProperties, placeholdersOf } from './placeholders.ts';
import type { SlideSize } from './presentation.ts';
import { listShapes, type PlacedShape } from './shapes.ts';
import { readTable } from './table.ts';
import { readParagraphs, type TextContext } from './text-body.ts';

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
    return readShape(shape, size, context);
  });
  const title = blocks.find((block) => block.kind === 'text' && block.isTitle);
  return {
    number,
    hidden: root.attributes.has('show') && !isTrue(root, 'show'),
    title: title?.kind === 'text' ? asOneLine(title) : '',
    blocks: inReadingOrder(blocks),
    notes: readNotes(office, path),
    pictureCount: shapes.filter(({ element }) => element.name === 'pic').length,
  };
}

function readShape(shape: PlacedShape, size: SlideSize, context: TextContext): DeckBlock[] {
  const { element, frame, placeholder } = shape;
  const box = frame && toBox(frame, size);
  if (element.name === 'graphicFrame') {
    const table = findPath(element, 'graphic', 'graphicData', 'tbl');
    return table ? [readTable(table, box, context)] : [];
  }
  if (placeholder?.type === 'sldNum') return [];
  const paragraphs = readParagraphs(findChild(element, 'txBody'), context);
  if (paragraphs.length === 0) return [];
  const isTitle = placeholder !== undefined && TITLE_TYPES.has(placeholder.type);
  const fill = readFill(findChild(element, 'spPr'));
  return [{ kind: 'text', box, paragraphs, isTitle, isCallout: false, pointsAt: null, fill }];
}

function asOneLine(block: TextBlock): string {
  return block.paragraphs
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}
