/** What is left when records are made: sentences, each known again by its hash. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { slugify } from '#src/shared/danish-text.ts';
import type { Paragraph } from './paragraphs.ts';
import { proseOf } from './prose.ts';
import { confidenceOf, datesIn, type ReadContext } from './reading.ts';
import type { Slide } from './slide.ts';

type Statement = Snapshot['statements'][number];

/** A heading of a slide and the last part of `target` for the sentences under it: "gik godt" -> `went-well`. */
export interface Topic {
  heading: RegExp;
  name: string;
}

export interface StatementReading {
  statements: Statement[];
  claimed: Paragraph[];
}

const HEADING_MAX_WORDS = 6;
const WHOLE_MIN_WORDS = 4;

/** Every paragraph becomes a statement; a short line before points is their heading. */
export function readStatements(
  slide: Slide,
  parts: readonly Paragraph[],
  topics: readonly Topic[],
  context: ReadContext,
): StatementReading {
  const statements: Statement[] = [];
  const claimed: Paragraph[] = [];
  const ofSlide =
    topicOf(slide.title, topics) ?? topicOf(slide.lines.map((line) => line.text).join(' '), topics);
  let topic = ofSlide;
  claimed.push(...parts);
  const whole = joinQuotes(parts);
  for (const [index, part] of whole.entries()) {
    if (isHeading(part, whole[index + 1])) {
      topic = topicOf(part.text, topics) ?? slugify(part.text);
      continue;
    }
    const kind = kindOf(part, slide);
    const own = topicOf(part.text, topics) ?? topic ?? (/^TEMA /.test(slide.section) ? 'lead' : null);
    statements.push({
      slide: slide.number,
      confidence: confidenceOf(part.lines, isWhole(part) ? 'high' : 'medium'),
      ...proseOf(part.text),
      kind,
      target: own ? `${slide.subject}/${own}` : slide.subject,
      date: dateIn(part, context),
    });
  }
  return { statements, claimed };
}

/** A sentence from its capital to its full stop, or a point of some words: nothing was cut off or run together. */
function isWhole({ text, bullet }: Paragraph): boolean {
  const words = text.split(' ').length;
  if (words < WHOLE_MIN_WORDS || !/^[\p{Lu}\d”"“‘'(]/u.test(text) || /[:,–-]$/u.test(text)) return false;
  return bullet || /[.!?…][”"’)]*$/u.test(text);
}

/** A quotation that goes over several paragraphs is one. */
function joinQuotes(parts: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const part of parts) {
    const open = joined.at(-1);
    if (open && !part.bullet && /^[”"“][^”"“]*$/.test(open.text)) {
      open.text = `${open.text} ${part.text}`;
      open.lines = [...open.lines, ...part.lines];
    } else joined.push({ ...part });
  }
  return joined;
}

/** A day that only counts from the meeting ("umiddelbart efter mødet") is as unsure as the meeting's day. */
function dateIn(part: Paragraph, context: ReadContext): Statement['date'] {
  const found = datesIn(part.text, context, { role: 'other' }, part.lines);
  return found.find(({ date }) => (date.from ?? date.to) !== null && !/møde/i.test(date.raw))?.date ?? null;
}

/** Whether a short line is the heading of the points below it. */
export function isHeading(part: Paragraph, next: Paragraph | undefined): boolean {
  return (
    !part.bullet &&
    (next?.bullet ?? false) &&
    part.text.split(' ').length <= HEADING_MAX_WORDS &&
    !/[.!]$/.test(part.text)
  );
}

function topicOf(text: string, topics: readonly Topic[]): string | null {
  return topics.find(({ heading }) => heading.test(text))?.name ?? null;
}

function kindOf(part: Paragraph, slide: Slide): Statement['kind'] {
  if (/fremgår det, at\s*[‘'"“]/.test(part.text)) return 'clause';
  if (!part.bullet && /^[”"“]/.test(part.text)) return 'quote';
  if (/tilbagemelding/i.test(slide.title) && !/^Vi ser frem/.test(part.text)) return 'quote';
  if (part.bullet) return 'bullet';
  // A question or thanks leads up to what the slide is about.
  const leads = /^(?:TEMA|AFRUNDING)/.test(slide.section) || /\?$|^Tak for /.test(part.text);
  return leads ? 'lead' : 'note';
}
