import type { Deck } from './deck.ts';
import { type FileKind, fileKind, wrongKind } from './kind.ts';
import { readPptx } from './pptx/read-pptx.ts';

type DeckReader = (fileName: string, bytes: Uint8Array) => Deck | Promise<Deck>;

/** Which kinds of file hold a deck, and who reads them. */
const READERS: Partial<Record<FileKind, DeckReader>> = {
  pptx: readPptx,
  'damaged-zip': readPptx,
  // Loaded when it is needed: pdf.js is large.
  pdf: async (fileName, bytes) => (await import('./pdf/read-pdf.ts')).readPdf(fileName, bytes),
};

/**
 * Reads a deck of any known kind. Decks from outside are read in a process of their own: see isolated/.
 * @param fileName only for the errors' sentences
 * @throws UnreadableFileError
 */
export async function readDeck(fileName: string, bytes: Uint8Array): Promise<Deck> {
  const kind = fileKind(bytes);
  const read = READERS[kind];
  if (!read) throw wrongKind(fileName, kind, 'en PowerPoint-præsentation (.pptx) eller en PDF-fil');
  return read(fileName, bytes);
}
