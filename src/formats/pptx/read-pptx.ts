/** Bytes of a PowerPoint file (.pptx) -> its deck. */

import type { Deck } from '#src/formats/deck.ts';
import { damagedFile } from '#src/formats/unreadable-file.ts';
import { openPackage } from './package.ts';
import { readPresentation } from './presentation.ts';
import { readSlide } from './slide.ts';

/**
 * @param fileName only for the errors' sentences
 * @throws UnreadableFileError when the bytes are no PowerPoint file, a damaged one, a protected one or a trap
 */
export function readPptx(fileName: string, bytes: Uint8Array): Deck {
  const office = openPackage(bytes);
  const presentation = readPresentation(office);
  if (!presentation) throw damagedFile(fileName);
  const slides = presentation.slidePaths.map((path, index) => {
    const root = office.part(path);
    if (root?.name !== 'sld') throw damagedFile(fileName);
    return readSlide(office, path, root, index + 1, presentation.size);
  });
  return { slides };
}
