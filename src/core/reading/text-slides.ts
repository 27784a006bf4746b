/** The slides of a text: its lines, without what the template repeats, and the head that names each slide. */
import { isDateLine } from './date-line.ts';
import { findTitle, headBeforeSentence, runningHead } from './headings.ts';
import { hasOpenEnd, paragraphs } from './paragraphs.ts';
import type { Line, Slide, Source } from './slide.ts';

/** Structurally the slide of `formats/text`; other formats make the same. */
export interface SourceSlide {
  lines: { text: string; afterGap: boolean; wraps: boolean }[];
  links: string[];
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

/** Lines of every slide, repaired, without what the template repeats. */
export function readLines(
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

export function takeHead(lines: readonly Line[]): { section: string; lines: Line[] } {
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

/** Section and title of a text, and what is left. */
export function headOfText(
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
