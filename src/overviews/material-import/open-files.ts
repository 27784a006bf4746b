/** Bytes -> what stands in each file. All that is read of bytes is read here; what follows takes plain data. */
import type { SourceSlide } from '#src/core/reading/text-slides.ts';
import type { Deck } from '#src/formats/deck.ts';
import { fileKind } from '#src/formats/kind.ts';
import { readDeck } from '#src/formats/read-deck.ts';
import { decodeText, UnreadableTextError } from '#src/formats/text/decode.ts';
import { splitSlides } from '#src/formats/text/split-slides.ts';
import { shownFileName } from '#src/formats/unreadable-file.ts';

export interface MaterialInput {
  /** The file's name, told in refusals. Its ending tells a deck from a text. */
  name: string;
  bytes: Uint8Array;
}

/** A file that has been opened. Plain data, so that it can come from another process. */
export type OpenedFile =
  | { kind: 'pptx' | 'pdf'; name: string; deck: Deck }
  | { kind: 'text' | 'ocr'; name: string; slides: SourceSlide[] };

/** A deck that has been opened, or a text that has not. */
export type MaterialFile = OpenedFile | MaterialInput;

/** Danish text has about 3 letters of æ, ø, å in 100; OCR that cannot read them leaves nearly none. */
const DANISH_LETTERS_SHARE = 0.008;
/** Fewer letters tell nothing of their quality. */
const LEAST_LETTERS = 2000;

/** The text of 300 slides stays below a quarter of a megabyte. */
const MOST_TEXT_BYTES = 4 * 1024 * 1024;

/**
 * Opens the files of one meeting here and now: for files that are known. Those from outside: `openDeck`, `recognise`.
 * @throws UnreadableFileError or UnreadableTextError, both RefusedError, with a sentence for the person
 */
export async function openFiles(inputs: readonly MaterialInput[]): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const input of inputs) {
    const file = await openDeck(input, readDeck);
    opened.push('kind' in file ? file : openText(file));
  }
  return opened;
}

/**
 * Opens a deck. A text is given back as it is: it is opened where it is recognised.
 * @throws UnreadableFileError, or UnreadableTextError when a text has far more than a meeting
 * @param read reads the bytes of a deck; where it comes from outside, in a process of its own
 */
export async function openDeck(input: MaterialInput, read: typeof readDeck): Promise<MaterialFile> {
  const { name, bytes } = input;
  const kind = fileKind(bytes);
  if ((kind === 'text' || kind === 'csv') && !/\.(?:pptx|pdf)$/i.test(name)) {
    if (bytes.length > MOST_TEXT_BYTES) throw tooMuchText(name);
    return input;
  }
  return { kind: kind === 'pdf' ? 'pdf' : 'pptx', name, deck: await read(name, bytes) };
}

/** @throws UnreadableTextError when the bytes are no text */
export function openText({ name, bytes }: MaterialInput): OpenedFile {
  const text = decodeText(shownFileName(name), bytes);
  return { kind: kindOfText(name, text), name, slides: splitSlides(text) };
}

function tooMuchText(name: string): UnreadableTextError {
  return new UnreadableTextError(
    `Filen ${shownFileName(name)} er for stor til at være teksten fra et møde. Vælg præsentationen selv (.pptx eller .pdf).`,
  );
}

/** A name that says OCR, or Danish text nearly without Danish letters. */
function kindOfText(name: string, text: string): 'text' | 'ocr' {
  if (/(?:^|[^a-z])ocr(?:[^a-z]|$)/i.test(name)) return 'ocr';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const danish = text.match(/[æøåÆØÅ]/g)?.length ?? 0;
  return letters >= LEAST_LETTERS && danish < letters * DANISH_LETTERS_SHARE ? 'ocr' : 'text';
}
