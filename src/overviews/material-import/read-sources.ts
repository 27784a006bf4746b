/** The given files -> the slides of the text layer and those of the OCR text. */
import type { SourceSlide } from '#src/core/reading/merge-sources.ts';
import type { Source } from '#src/core/reading/slide.ts';
import { decodeText } from '#src/formats/text/decode.ts';
import { splitSlides } from '#src/formats/text/split-slides.ts';
import { RefusedError } from '#src/shared/errors.ts';

export interface MaterialInput {
  /** The file's name, told in refusals. */
  name: string;
  bytes: Uint8Array;
}

export interface Sources {
  text: SourceSlide[] | null;
  ocr: SourceSlide[] | null;
}

/** Danish text has about 3 letters of æ, ø, å in 100; OCR that cannot read them leaves nearly none. */
const DANISH_LETTERS_SHARE = 0.008;
/** Fewer letters tell nothing of their quality. */
const LEAST_LETTERS = 2000;

export function readSources(inputs: readonly MaterialInput[]): Sources {
  if (inputs.length === 0) throw new RefusedError('Angiv mindst én fil, der skal læses.');
  const sources: Sources = { text: null, ocr: null };
  for (const { name, bytes } of inputs) {
    const text = decodeText(name, bytes);
    const source = sourceOf(name, text);
    if (sources[source]) {
      const kind = source === 'text' ? 'tekstlag' : 'OCR-tekst';
      throw new RefusedError(
        `Filen ${name} er endnu en ${kind}. Angiv højst én af hver slags fra samme møde.`,
      );
    }
    sources[source] = splitSlides(text);
  }
  return sources;
}

/** A name that says OCR, or Danish text nearly without Danish letters. */
function sourceOf(name: string, text: string): Source {
  if (/(?:^|[^a-z])ocr(?:[^a-z]|$)/i.test(name)) return 'ocr';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const danish = text.match(/[æøåÆØÅ]/g)?.length ?? 0;
  return letters >= LEAST_LETTERS && danish < letters * DANISH_LETTERS_SHARE ? 'ocr' : 'text';
}
