/** Bytes of a PDF file -> its deck, a slide for each page. */

import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Deck } from '#src/formats/deck.ts';
import { fileKind, wrongKind } from '#src/formats/kind.ts';
import { damagedFile, shownFileName, UnreadableFileError } from '#src/formats/unreadable-file.ts';
import type { Drawing } from './drawing.ts';
import { withoutFurniture } from './furniture.ts';
import { readLinkAreas, withLinks } from './links.ts';
import { openPdf, operationCodes } from './open-pdf.ts';
import { readDrawing } from './operations.ts';
import { slideOf } from './page.ts';
import { inflatesTooMuch } from './streams.ts';

const MOST_PAGES = 400;
/** Pieces of text on one page: a full page of a book has some 3,000. */
const MOST_RUNS = 10_000;
/** A whole PDF says near its end that it ends. */
const END_WITHIN = 4_096;

/**
 * Hidden slides and notes are not in a PDF. Nothing in the file is run, and nothing outside it is fetched. Decoding
 * takes its time: call it in a process that can be stopped.
 * @param fileName only for the errors' sentences
 * @throws UnreadableFileError when the bytes are no PDF, a damaged one, a protected one, a trap, or pictures alone
 */
export async function readPdf(fileName: string, bytes: Uint8Array): Promise<Deck> {
  const kind = fileKind(bytes);
  if (kind !== 'pdf') throw wrongKind(fileName, kind, 'en PDF-fil (.pdf)');
  if (!hasEnd(bytes)) throw damagedFile(fileName);
  if (inflatesTooMuch(bytes)) {
    throw new UnreadableFileError(
      `Filen ${shownFileName(fileName)} bliver alt for stor, når den pakkes ud, og læses ikke. Gem den som PDF igen.`,
    );
  }
  const pdf = await opened(fileName, bytes);
  try {
    return await readDeck(fileName, pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function hasEnd(bytes: Uint8Array): boolean {
  const end = bytes.subarray(-END_WITHIN);
  return Buffer.from(end.buffer, end.byteOffset, end.byteLength).includes('%%EOF');
}

async function opened(fileName: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await openPdf(bytes);
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    throw isProtected ? wrongKind(fileName, 'protected-office', '') : damagedFile(fileName);
  }
}

async function readDeck(fileName: string, pdf: PDFDocumentProxy): Promise<Deck> {
  const name = shownFileName(fileName);
  if (pdf.numPages > MOST_PAGES) {
    const count = pdf.numPages.toLocaleString('da-DK');
    throw new UnreadableFileError(
      `Filen ${name} har ${count} sider, og der læses højst ${MOST_PAGES}. Del den i flere filer.`,
    );
  }
  const drawings = await drawingsOf(fileName, pdf);
  const crowded = drawings.findIndex((drawing) => drawing.runs.length > MOST_RUNS);
  if (crowded >= 0) {
    throw new UnreadableFileError(
      `Side ${crowded + 1} i filen ${name} har mere tekst, end en side kan have. Gem den som PDF igen.`,
    );
  }
  if (drawings.every((drawing) => drawing.runs.length === 0)) {
    throw new UnreadableFileError(
      `Filen ${name} kunne ikke læses. PDF'en har ingen tekst, kun billeder. Gem præsentationen som PDF fra PowerPoint.`,
    );
  }
  return { slides: withoutFurniture(drawings).map((drawing, index) => slideOf(drawing, index + 1)) };
}

/** A page that cannot be read spoils the whole: a deck with a page missing would say what nobody said. */
async function drawingsOf(fileName: string, pdf: PDFDocumentProxy): Promise<Drawing[]> {
  const codes = await operationCodes();
  const drawings: Drawing[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      drawings.push(withLinks(await readDrawing(page, codes), await readLinkAreas(page)));
      page.cleanup();
    } catch {
      throw damagedFile(fileName);
    }
  }
  return drawings;
}
