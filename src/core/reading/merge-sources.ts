/** The sources of one meeting -> one list of slides. The text layer wins; the OCR adds what only pictures show. */
import { alignSlides } from './align-slides.ts';
import { type Disagreement, disagreements, linesBeyond } from './coverage.ts';
import { isDateLine } from './date-line.ts';
import type { DeckPage } from './deck-slides.ts';
import { findTitle, headBeforeSentence, runningHead } from './headings.ts';
import { hasOpenEnd, paragraphs } from './paragraphs.ts';
import { repairLine } from './repair.ts';
import type { Line, Slide, Source } from './slide.ts';
import { subjectOf } from './subjects.ts';
import { makeVocabulary } from './vocabulary.ts';

/** Structurally the slide of `formats/text`; other formats make the same. */
export interface SourceSlide {
  lines: { text: string; afterGap: boolean; wraps: boolean }[];
  links: string[];
}

/** The good source: the slides of a text layer, or of a deck, which also says where its words stand. */
export type GoodSource =
  | { kind: 'text'; slides: readonly SourceSlide[] }
  | { kind: 'deck'; pages: readonly DeckPage[] };

export interface MergedSlide {
  slide: Slide;
  /** Figures that the two sources read differently. */
  disagreements: Disagreement[];
}

/** A line on so many of the slides is part of the template: a logo, a footer. */
const TEMPLATE_SHARE = 0.6;
const TEMPLATE_MIN_SLIDES = 5;
/** A title is at most so many lines long. */
const HEADING_MAX_LINES = 3;
/** A line that begins with a capital or with the years of a plan, or a lone number of a chart. */
const BEGINS_ANEW = /^\p{Lu}|^20\d\d(?:\s|$)|^\d{1,4}$/u;
/** Text layers that mark wrapped lines with a blank at the end do so often. */
const MARKED_WRAPS_SHARE = 0.05;

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

/** Section and title of a text, and what is left. */
function headOfText(
  lines: readonly Line[],
  ocrBody: readonly Line[],
): Pick<Slide, 'section' | 'title' | 'titleLines' | 'lines' | 'layout'> {
  const head = takeHead(lines);
  const body = joinDivider(endHeadings(head.lines));
  const found = findTitle(
    paragraphs(body),
    ocrBody.map((line) => line.raw),
  );
  const { titleLines, rest } = takeTitle(body, found);
  return { section: head.section, title: found?.title ?? '', titleLines, lines: rest, layout: null };
}

/** Lines of every slide, repaired, without what the template repeats. */
function readLines(
  slides: readonly SourceSlide[],
  source: Source,
  repair: (raw: string) => { text: string; doubtful: boolean },
): Line[][] {
  const all = slides.flatMap((slide) => slide.lines);
  const wrapsAreMarked = all.filter((line) => line.wraps).length > all.length * MARKED_WRAPS_SHARE;
  const template = templateLines(slides);
  return slides.map((slide) =>
    slide.lines
      .filter((line) => !template.has(line.text))
      .map((line) => ({ ...line, ...repair(line.text), raw: line.text, source, wrapsAreMarked }))
      .filter((line) => line.text !== ''),
  );
}

/** A running head may repeat as often as a logo, but it names a section and stays. */
function templateLines(slides: readonly SourceSlide[]): Set<string> {
  const counts = new Map<string, number>();
  for (const slide of slides) {
    for (const text of new Set(slide.lines.map((line) => line.text))) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const least = Math.max(TEMPLATE_MIN_SLIDES, slides.length * TEMPLATE_SHARE);
  return new Set(
    [...counts].filter(([text, count]) => count >= least && !runningHead(text)).map(([text]) => text),
  );
}

function takeHead(lines: readonly Line[]): { section: string; lines: Line[] } {
  let section = '';
  const rest: Line[] = [];
  for (const line of lines) {
    const head = runningHead(line.text);
    const glued = headBeforeSentence(line.text);
    if (head) section ||= head;
    else if (glued) {
      section ||= glued.head;
      rest.push({ ...line, text: glued.rest });
    } else rest.push(line);
  }
  return { section, lines: rest };
}

/** Where wraps are not marked, a heading ends at the first lines that a line with a capital follows. */
function endHeadings(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const ends =
      before &&
      index <= HEADING_MAX_LINES &&
      !line.wrapsAreMarked &&
      (BEGINS_ANEW.test(line.text) || isDateLine(line.text)) &&
      !hasOpenEnd(before.text);
    return ends ? { ...line, afterGap: true } : line;
  });
}

/** A divider may hold its title in two pieces with a gap between; the blank at the line's end tells that it goes on. */
function joinDivider(lines: Line[]): Line[] {
  const [first, second, ...more] = paragraphs(lines);
  const isDivided =
    first?.lines.at(-1)?.wraps && second && more.length === 0 && lines.length <= HEADING_MAX_LINES;
  if (!isDivided || /[.!?:@]/.test(first.text + second.text)) return lines;
  return lines.map((line, index) => (index === 0 ? line : { ...line, afterGap: false }));
}

function takeTitle(
  lines: Line[],
  found: { index: number; title: string } | null,
): { titleLines: Line[]; rest: Line[] } {
  const paragraph = found ? paragraphs(lines)[found.index] : undefined;
  if (!found || !paragraph) return { titleLines: [], rest: lines };
  const last = paragraph.lines.at(-1);
  const beside = paragraph.text.slice(found.title.length).trim();
  const rest = lines.flatMap((line) => {
    if (line === last && beside !== '') return [{ ...line, text: beside, afterGap: true }];
    return paragraph.lines.includes(line) ? [] : [line];
  });
  return { titleLines: paragraph.lines, rest };
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
