import type { DeckBlock } from '#src/formats/deck.ts';
import { findChild, findPath } from '#src/formats/xml/find.ts';
import { readChart } from './chart.ts';
import { readDiagram } from './diagram.ts';
import { toBox } from './frame.ts';
import type { OfficePackage } from './package.ts';
import { relationId, type SlideSize } from './presentation.ts';
import type { PlacedShape } from './shapes.ts';
import { readTable } from './table.ts';
import type { TextContext } from './text-body.ts';

/** What a frame holds: a table, a SmartArt drawing or a chart. Embedded documents are not opened. */
export function readGraphicFrame(
  office: OfficePackage,
  { element, frame }: PlacedShape,
  size: SlideSize,
  context: TextContext,
): DeckBlock[] {
  const data = findPath(element, 'graphic', 'graphicData');
  const table = findChild(data, 'tbl');
  if (table) return [readTable(table, frame, size, context)];
  const references = findChild(data, 'relIds');
  if (references) return readDiagram(office, references, frame, size, context);
  const relation = context.relations.get(relationId(findChild(data, 'chart')) ?? '');
  const chart = relation && !relation.isExternal ? office.part(relation.target) : undefined;
  return chart ? readChart(chart, frame && toBox(frame, size), context) : [];
}
