/** Which of a meeting's files leads, which one adds what only pictures show, and which ones check it. */
import type { Source } from '#src/core/reading/slide.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { OpenedFile } from './open-files.ts';

export type FileKind = OpenedFile['kind'];

export interface ChosenSources {
  /** The file that tells the most: a deck before a text. Null when there is only OCR. */
  main: OpenedFile | null;
  ocr: OpenedFile | null;
  /** Further files with good letters: read alone and compared with the main one. */
  others: OpenedFile[];
  kinds: FileKind[];
}

const BEST_FIRST: readonly FileKind[] = ['pptx', 'pdf', 'text', 'ocr'];
const NAMES: Readonly<Record<FileKind, string>> = {
  pptx: 'PowerPoint-fil',
  pdf: 'PDF-fil',
  text: 'tekstlag',
  ocr: 'OCR-tekst',
};

/** @throws RefusedError when there is no file, or two of one kind */
export function chooseSources(files: readonly OpenedFile[]): ChosenSources {
  if (files.length === 0) throw new RefusedError('Angiv mindst én fil, der skal læses.');
  const twice = files.find((file, index) => files.findIndex(({ kind }) => kind === file.kind) < index);
  if (twice) {
    const article = twice.kind === 'text' ? 'endnu et' : 'endnu en';
    throw new RefusedError(
      `Filen ${twice.name} er ${article} ${NAMES[twice.kind]}. Angiv højst én af hver slags fra samme møde.`,
    );
  }
  const sorted = [...files].sort((a, b) => BEST_FIRST.indexOf(a.kind) - BEST_FIRST.indexOf(b.kind));
  const good = sorted.filter(({ kind }) => kind !== 'ocr');
  return {
    main: good[0] ?? null,
    ocr: sorted.find(({ kind }) => kind === 'ocr') ?? null,
    others: good.slice(1),
    kinds: sorted.map(({ kind }) => kind),
  };
}

/** The source of a line as the snapshot tells it. */
export function kindOfSource(source: Source, main: OpenedFile | null): FileKind {
  return source === 'ocr' ? 'ocr' : (main?.kind ?? 'text');
}
