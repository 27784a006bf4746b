/** One slide through every reader: what each takes is no longer there for the next. Nothing is dropped silently. */
import { contactsOn } from '#src/core/reading/contacts.ts';
import { linksOf } from '#src/core/reading/links.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import type { ReadContext, Reading, Records, SlideReader } from '#src/core/reading/reading.ts';
import type { Line, Slide } from '#src/core/reading/slide.ts';
import { isHeading, readStatements, type Topic } from '#src/core/reading/statements.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { agreementReaders } from '#src/features/agreements/reader.ts';
import { electionReaders, electionTopics } from '#src/features/elections/reader.ts';
import { governanceReaders } from '#src/features/governance/reader.ts';
import { readKlikTasks } from '#src/features/klik/reader.ts';
import { meetingReaders, meetingTopics, plainKindOf } from '#src/features/meetings/reader.ts';
import { newsReaders, newsTopics } from '#src/features/news/reader.ts';
import { readRequests } from '#src/features/requests/reader.ts';
import { sapaReaders, sapaTopics } from '#src/features/sapa/reader.ts';
import { stsReaders, stsTopics } from '#src/features/sts/reader.ts';
import { hiddenSlide, layoutWarnings, rowsLeft } from './deck-leftovers.ts';
import { pictureText } from './picture-text.ts';

/** Tables first, then lists, then what is told in sentences. */
const READERS: readonly SlideReader[] = [
  ...meetingReaders,
  readKlikTasks,
  ...agreementReaders,
  ...stsReaders,
  ...governanceReaders,
  ...sapaReaders,
  ...electionReaders,
  ...newsReaders,
];

const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  sts: stsTopics,
  valg: electionTopics,
  sapa: sapaTopics,
  moeder: meetingTopics,
  aftaler: [],
  k98: [],
};

export interface SlideRead {
  kind: string;
  title: string;
  records: Partial<Records>;
  notUnderstood: NotUnderstood[];
}

type NotUnderstood = Snapshot['not_understood'][number];

/** As many words and a verb are a sentence. */
const SENTENCE_WORDS = 5;
const VERB = /\b(?:er|har|kan|skal|bliver|må|vil|får|giver|går)\b/i;

/** @param titles the titles of all slides: a line that repeats one is a heading */
export function readSlide(slide: Slide, context: ReadContext, titles: ReadonlySet<string>): SlideRead {
  if (slide.layout?.isHidden) return hiddenSlide(slide);
  const claimed = new Set<Line>();
  const free = (lines: readonly Line[]): Line[] => lines.filter((line) => !claimed.has(line));
  const claim = (lines: readonly Line[]): void => {
    for (const line of lines) claimed.add(line);
  };
  const all: Partial<Records>[] = [{ links: linksOf(slide) }];

  const contacts = contactsOn(slide, [...slide.titleLines, ...slide.lines]);
  claim(contacts.claimed);
  all.push({ contacts: contacts.contacts });

  const readings: Reading[] = [];
  let page = { slide, lines: free(slide.lines), extra: free(slide.extra) };
  for (const read of READERS) {
    const reading = read(page, context);
    if (!reading) continue;
    readings.push(reading);
    claim(reading.claimed);
    page = { slide, lines: free(slide.lines), extra: free(slide.extra) };
    all.push(isChecked(slide, reading) ? reading.records : unchecked(reading.records));
  }

  const rows = rowsLeft(slide, new Set(free(slide.lines)));
  claim(rows.flatMap((row) => row.lines));
  const replaced = all.flatMap(({ supersedings = [] }) => supersedings);
  all.push({ warnings: layoutWarnings(slide, replaced) });

  const rest = paragraphs(free(slide.lines)).filter((part) => !titles.has(part.text));
  const title = slide.titleLines.length > 0 ? [titleParagraph(slide)] : [];
  const notes = readings.flatMap((reading) => reading.prose ?? []);
  const asks = readRequests(slide, [...title, ...notes, ...rest], context);
  const requests = { requests: asks.requests };
  all.push(slide.sources.length > 1 ? requests : unchecked(requests));

  const isList = readings.some((reading) => reading.isList);
  const isTable = readings.some((reading) => reading.isTable);
  const open = rest.filter((part) => !asks.claimed.includes(part) && isWords(part.text));
  const unread = new Set(readings.flatMap((reading) => reading.unread ?? []));
  const told = isList
    ? open.filter(
        (part, index) =>
          !part.lines.some((line) => unread.has(line)) &&
          (isTold(part, isTable) || isHeading(part, open[index + 1])),
      )
    : open;
  all.push({
    statements: readStatements(slide, told, TOPICS[slide.subject] ?? newsTopics, context).statements,
  });
  all.push(pictureText(slide, free(slide.extra), isList));
  return {
    kind: kindOf(readings, slide),
    title: readings.find((reading) => reading.title)?.title ?? slide.title,
    records: mergeRecords(all),
    notUnderstood: [
      ...rows.map(({ text }): NotUnderstood => ({ slide: slide.number, text, source: 'text' })),
      ...open
        .filter((part) => !told.includes(part))
        .map((part) => ({ slide: slide.number, text: part.text, source: part.lines[0]?.source ?? 'text' })),
    ],
  };
}

/** Two sources say it, or its cells were known. */
function isChecked(slide: Slide, reading: Reading): boolean {
  return slide.sources.length > 1 || reading.isGrid === true;
}

/** Lists whose records are their own words, or that check themselves by a count. */
const NEEDS_NO_CHECK = new Set([
  'agenda',
  'status_areas',
  'contacts',
  'links',
  'statements',
  'signatures',
  'warnings',
]);

/** What one file alone says, with its layout guessed, is likely and not sure. */
function unchecked(records: Partial<Records>): Partial<Records> {
  const lists = Object.entries(records) as [string, Record<string, unknown>[]][];
  return Object.fromEntries(
    lists.map(([key, list]) => [
      key,
      NEEDS_NO_CHECK.has(key)
        ? list
        : list.map((one) => (one['confidence'] === 'high' ? { ...one, confidence: 'medium' } : one)),
    ]),
  ) as Partial<Records>;
}

/** A table or list names the slide; else a theme or the closing does; else what is told on it. */
function kindOf(readings: readonly Reading[], slide: Slide): string {
  const plain = plainKindOf(slide);
  const list = readings.find((reading) => reading.isList)?.kind;
  if (list || plain === 'theme' || plain === 'wrap-up') return list ?? plain;
  return readings.find((reading) => reading.kind !== 'text')?.kind ?? plain;
}

/** Every list of the parts, one after the other. */
export function mergeRecords(parts: readonly Partial<Records>[]): Partial<Records> {
  const merged: Record<string, unknown[]> = {};
  for (const part of parts) {
    for (const [key, list] of Object.entries(part)) merged[key] = [...(merged[key] ?? []), ...list];
  }
  return merged as Partial<Records>;
}

function titleParagraph(slide: Slide): Paragraph {
  return { text: slide.title, lines: slide.titleLines, bullet: false };
}

/** On a list slide a point or a sentence is told beside the list; a few loose words are a cell nobody placed. */
function isTold(part: Paragraph, isTable: boolean): boolean {
  const isSentence = part.text.split(' ').length >= SENTENCE_WORDS && (!isTable || VERB.test(part.text));
  return part.bullet || /\p{L}[.!?:]$/u.test(part.text) || isSentence;
}

function isWords(text: string): boolean {
  return /\p{L}{2}|\d/u.test(text);
}
