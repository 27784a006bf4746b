/** The speaker notes of a slide. */

import { findChild, findPath } from '#src/formats/xml/find.ts';
import { type OfficePackage, relatedPart } from './package.ts';
import { listShapes } from './shapes.ts';
import { readParagraphs } from './text-body.ts';

/** The words of the notes' body alone: page number, date and the picture of the slide are no notes. */
export function readNotes(office: OfficePackage, slidePath: string): string[] {
  const path = relatedPart(office, slidePath, 'notesSlide');
  const root = path ? office.part(path) : undefined;
  if (!path || !root) return [];
  const context = { relations: office.relations(path), inherited: () => [] };
  return listShapes(findPath(root, 'cSld', 'spTree'), { find: () => undefined })
    .filter(({ element }) => findPath(element, 'nvSpPr', 'nvPr', 'ph')?.attributes.get('type') === 'body')
    .flatMap(({ element }) => readParagraphs(findChild(element, 'txBody'), context))
    .map(({ text }) => text);
}
