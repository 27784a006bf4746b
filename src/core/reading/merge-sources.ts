/** The sources of one meeting -> one list of slides. The text layer wins; the OCR adds what only pictures show. */
import { alignSlides } from './align-slides.ts';
import { type Disagreement, disagreements, linesBeyond } from './coverage.ts';
import type { DeckPage } from './deck-slides.ts';
import { repairLine } from './repair.ts';
import type { Line, Slide, Source } from './slide.ts';
import { subjectOf } from './subjects.ts';
import { headOfText, readLines, type SourceSlide, takeHead } from './text-slides.ts';
import { makeVocabulary } from './vocabulary.ts';

/** The good source: the slides of a text layer, or of a deck, which also says where its words stand. */
export type GoodSource =
  | { kind: 'text'; slides: readonly SourceSlide[] }
  | { kind: 'deck'; pages: readonly DeckPage[] };

export interface MergedSlide {
  slide: Slide;
  /** Figures that the two sources read differently. */
  disagreements: Disagreement[];
}

/**
 * @param good the slides of the deck or of the text layer, null when neither was given
 * @param ocr the slides of the OCR text, null when it was not given
 * @param names names known to be right, such as those of the municipalities
 */
export function mergeSources(
  good: GoodSource | null,
  ocr: readonly SourceSlide[] | null,
  names: readonly string[],
): MergedSlide[] {
  const own = good ? ownSlides(good) : [];
  const textLines = own.map(linesOf);
  const vocabulary = makeVocabulary([...names, ...textLines.flat().map((line) => line.text)]);
  const ocrLines = readLines(ocr ?? [], 'ocr', (raw) => repairLine(raw, vocabulary));
  const pairs = alignSlides(textLines.map(plain), ocrLines.map(plain));
  const merged = pairs.map(({ first, second }, index) => {
    const slide = first === null ? null : (own[first] ?? null);
    const read = second === null ? null : (ocrLines[second] ?? []);
    const links = [...(slide?.links ?? []), ...((second === null ? null : ocr?.[second])?.links ?? [])];
    return mergeSlide(index + 1, slide, read, [...new Set(links)]);
  });
  carrySubjects(merged.map(({ slide }) => slide));
  return merged;
}

/** A slide of the good source. A deck's head is known by its place, a text's is found later. */
interface OwnSlide {
  head: Pick<Slide, 'section' | 'title' | 'titleLines' | 'layout'> | null;
  lines: Line[];
  links: string[];
}

function ownSlides(good: GoodSource): OwnSlide[] {
  if (good.kind === 'deck') {
    return good.pages.map(({ section, title, titleLines, layout, lines }) => ({
      head: { section, title, titleLines, layout },
      lines,
      links: layout.links.map(({ url }) => url),
    }));
  }
  const lines = readLines(good.slides, 'text', (raw) => ({ text: raw, doubtful: false }));
  return good.slides.map(({ links }, index) => ({ head: null, lines: lines[index] ?? [], links }));
}

/** Every line, also those of the head. */
function linesOf({ head, lines }: OwnSlide): Line[] {
  return head ? [...head.titleLines, ...lines] : lines;
}

function mergeSlide(number: number, own: OwnSlide | null, ocr: Line[] | null, links: string[]): MergedSlide {
  const sources: Source[] = [];
  if (own) sources.push('text');
  if (ocr) sources.push('ocr');
  const ocrBody = ocr ? takeHead(ocr).lines : [];
  const named = own?.head
    ? { ...own.head, lines: own.lines }
    : headOfText(own?.lines ?? ocr ?? [], own ? ocrBody : []);
  const text = own ? linesOf(own) : null;
  const both = text !== null && ocr !== null;
  return {
    slide: {
      number,
      ...named,
      subject: '',
      sources,
      ocrLines: ocrBody,
      extra: both ? linesBeyond([named.section, ...text.map((line) => line.text)], ocrBody) : [],
      links,
    },
    disagreements: both
      ? disagreements(
          text.map((line) => line.text),
          ocr.map((line) => line.raw),
        )
      : [],
  };
}

/** A theme's subject holds for the slides after it, until the next theme or the closing. */
function carrySubjects(slides: readonly Slide[]): void {
  let theme: string | null = null;
  let before = 'moeder';
  for (const slide of slides) {
    if (/^TEMA /.test(slide.section)) theme = subjectOf(slide.title) ?? subjectOf(plain(slide.lines));
    else if (/^(AFRUNDING|AFSLUTNING|KORT NYT)/.test(slide.section)) theme = null;
    slide.subject = theme ?? ownSubject(slide) ?? before;
    before = slide.subject;
  }
}

/** What the slide itself tells of its subject. The meeting's own slides name every subject. */
function ownSubject(slide: Slide): string | null {
  if (/agenda|dagsorden|dagens|tak for/i.test(slide.title)) return 'moeder';
  return subjectOf(slide.title) ?? subjectOf(slide.section) ?? subjectOf(plain(slide.lines));
}

function plain(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}
