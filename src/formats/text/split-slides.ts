/**
 * The text of a deck -> its slides. Knows how text comes out of a slide deck, nothing of what it says.
 */

interface TextLine {
  /** Without blanks at either end, inner blanks folded to one. Never empty. */
  text: string;
  /** An empty line (or the slide's start) stands before it. */
  afterGap: boolean;
  /** A blank stood at its end: most text layers write one where a line was only wrapped. */
  wraps: boolean;
}

export interface TextSlide {
  lines: TextLine[];
  /** Addresses that stood as lines of their own, each once. Programs write them after the slide they belong to. */
  links: string[];
}

/** A heading that begins with a blank is short; a longer such line is a row of a picture. */
const HEADING_MAX_LENGTH = 60;
const FOOTER_MIN_TIMES = 10;
const FOOTER_MAX_LENGTH = 30;
const LINK_LINE = /^(?:https?:\/\/|mailto:)\S+$/i;

/**
 * A slide ends at a form feed where the text has any. Else it ends at three or more blank lines, at blank lines
 * after its links, or right before a line that begins with a blank (what is left of a form feed).
 */
export function splitSlides(text: string): TextSlide[] {
  const slides = text.includes('\f')
    ? text.split('\f').map((page) => readLines(page.split('\n')))
    : splitByBlanks(text.split('\n'));
  const filled = slides.filter((slide) => slide.lines.length > 0 || slide.links.length > 0);
  return filled.length === 1 ? splitByFooter(text.split('\n')) : filled;
}

/** Where nothing else divides the slides, a short line that comes again and again is the foot of each. */
function splitByFooter(rawLines: string[]): TextSlide[] {
  const counts = new Map<string, number>();
  for (const raw of rawLines) counts.set(raw.trim(), (counts.get(raw.trim()) ?? 0) + 1);
  counts.delete('');
  const [footer, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < FOOTER_MIN_TIMES || footer.length > FOOTER_MAX_LENGTH) return [readLines(rawLines)];
  const slides: string[][] = [[]];
  for (const raw of rawLines) {
    slides.at(-1)?.push(raw);
    if (raw.trim() === footer) slides.push([]);
  }
  return slides.map(readLines).filter((slide) => slide.lines.length > 0 || slide.links.length > 0);
}

function splitByBlanks(rawLines: string[]): TextSlide[] {
  const slides: TextSlide[] = [];
  let current: string[] = [];
  let blanks = 0;
  let previous = '';
  for (const raw of rawLines) {
    if (raw.trim() === '') {
      blanks += 1;
      continue;
    }
    if (current.length > 0 && beginsSlide(raw, previous, blanks)) {
      slides.push(readLines(current));
      current = [];
    }
    if (blanks > 0) current.push('');
    current.push(raw);
    blanks = 0;
    previous = raw.trim();
  }
  slides.push(readLines(current));
  return slides;
}

function beginsSlide(raw: string, previous: string, blanks: number): boolean {
  if (LINK_LINE.test(raw.trim())) return false;
  if (LINK_LINE.test(previous)) return blanks > 0;
  if (blanks >= 3) return true;
  return blanks === 0 && /^\s/.test(raw) && isHeadingLike(raw.trim());
}

function isHeadingLike(line: string): boolean {
  return line.length < HEADING_MAX_LENGTH && /^\p{L}/u.test(line);
}

function readLines(rawLines: string[]): TextSlide {
  const lines: TextLine[] = [];
  const links: string[] = [];
  let afterGap = true;
  for (const raw of rawLines) {
    const text = raw.trim().replace(/\s+/g, ' ');
    if (text === '') {
      afterGap = true;
    } else if (LINK_LINE.test(text)) {
      if (!links.includes(text)) links.push(text);
    } else {
      lines.push({ text, afterGap, wraps: /\s$/.test(raw) });
      afterGap = false;
    }
  }
  return { lines, links };
}
