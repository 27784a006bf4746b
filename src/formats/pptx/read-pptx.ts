/** Bytes of a PowerPoint file (.pptx) -> its deck. */

import type { Deck } from '#src/formats/deck.ts';
import { fileKind, wrongKind } from '#src/formats/kind.ts';
import { damagedFile, shownFileName, UnreadableFileError } from '#src/formats/unreadable-file.ts';
import { BrokenXmlError, ForbiddenXmlError } from '#src/formats/xml/errors.ts';
import {
  BrokenZipError,
  EncryptedZipError,
  SuspiciousZipError,
  ZipBombError,
} from '#src/formats/zip/errors.ts';
import { openPackage } from './package.ts';
import { readPresentation } from './presentation.ts';
import { readSlide } from './slide.ts';

/**
 * @param fileName only for the errors' sentences
 * @throws UnreadableFileError when the bytes are no PowerPoint file, a damaged one, a protected one or a trap
 */
export function readPptx(fileName: string, bytes: Uint8Array): Deck {
  try {
    return readDeck(fileName, bytes);
  } catch (error) {
    throw refusalOf(fileName, error);
  }
}

function readDeck(fileName: string, bytes: Uint8Array): Deck {
  const kind = fileKind(bytes);
  if (kind !== 'pptx' && kind !== 'damaged-zip') {
    throw wrongKind(fileName, kind, 'en PowerPoint-præsentation (.pptx)');
  }
  const office = openPackage(bytes);
  const presentation = readPresentation(office);
  if (!presentation) throw damagedFile(fileName);
  const slides = presentation.slidePaths.map((path, index) => {
    const root = office.part(path);
    if (root?.name !== 'sld') throw damagedFile(fileName);
    return readSlide(office, path, root, index + 1, presentation.size);
  });
  if (slides.length > 0) return { slides };
  throw new UnreadableFileError(
    `Filen ${shownFileName(fileName)} har ingen slides. Vælg en anden præsentation.`,
  );
}

/** What went wrong on a lower floor, in Danish. A fault of our own stays what it is. */
function refusalOf(fileName: string, error: unknown): unknown {
  const name = shownFileName(fileName);
  if (error instanceof BrokenZipError || error instanceof BrokenXmlError) return damagedFile(fileName);
  if (error instanceof ZipBombError) {
    return new UnreadableFileError(
      `Filen ${name} bliver alt for stor, når den pakkes ud, og læses ikke. Åbn den i PowerPoint, og gem den igen.`,
    );
  }
  if (error instanceof EncryptedZipError) return wrongKind(fileName, 'protected-office', '');
  if (error instanceof SuspiciousZipError || error instanceof ForbiddenXmlError) {
    return new UnreadableFileError(
      `Filen ${name} har indhold, som PowerPoint aldrig skriver, og læses ikke. Åbn den i PowerPoint, og gem den igen.`,
    );
  }
  return error;
}
