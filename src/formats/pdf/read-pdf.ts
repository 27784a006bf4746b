/** Bytes of a PDF file -> its deck, a slide for each page. */
import { getResolvedPDFJS } from 'unpdf';
import type { Deck } from '#src/formats/deck.ts';
import { withoutFurniture } from './furniture.ts';
import { readLinkAreas, withLinks } from './links.ts';
import { openPdf } from './open-pdf.ts';
import { readDrawing } from './operations.ts';
import { slideOf } from './page.ts';

export async function readPdf(name: string, bytes: Uint8Array): Promise<Deck> {
  const pdf = await openPdf(bytes);
  const { OPS } = await getResolvedPDFJS();
  const drawings = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    drawings.push(withLinks(await readDrawing(page, OPS), await readLinkAreas(page)));
    page.cleanup();
  }
  return { slides: withoutFurniture(drawings).map((drawing, index) => slideOf(drawing, index + 1)) };
}
