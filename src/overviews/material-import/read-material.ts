/** The files of one meeting -> its snapshot. Reads no database and changes nothing. */
import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import { loadReferenceMunicipalities } from '#src/core/municipalities/reference.ts';
import { pagesOfDeck } from '#src/core/reading/deck-slides.ts';
import { findMeetingDay, type MeetingDay } from '#src/core/reading/meeting-day.ts';
import { type GoodSource, type MergedSlide, mergeSources } from '#src/core/reading/merge-sources.ts';
import type { ReadContext, Records } from '#src/core/reading/reading.ts';
import type { Slide } from '#src/core/reading/slide.ts';
import { findSpellings } from '#src/core/reading/spelling.ts';
import { SOLUTION_NAMES } from '#src/core/reading/subjects.ts';
import { type Snapshot, snapshotSchema } from '#src/core/snapshot/schema.ts';
import { findAgreementOddities } from '#src/features/agreements/reader.ts';
import { findTaskOddities } from '#src/features/klik/reader.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';
import { chooseSources, kindOfSource } from './choose-sources.ts';
import { finish } from './finish-records.ts';
import { disagreementWarnings, meetingWarning, sourceWarnings } from './material-warnings.ts';
import { type MaterialInput, type OpenedFile, openFiles } from './open-files.ts';
import { mergeRecords, readSlide, type SlideRead } from './read-slide.ts';
import { reconcile } from './reconcile.ts';

export interface ReadOptions {
  /** ISO day of the meeting, when a person has given it. */
  meetingDay?: string;
  /** Whose names are looked for; the 98 of the reference when absent. */
  municipalities?: readonly NamedMunicipality[];
}

/**
 * Opens and reads the files of one meeting: decks (.pptx, .pdf), its text layer, its OCR text.
 * @throws RefusedError when a file cannot be read, or when two files are of one kind
 */
export async function readMaterial(
  inputs: readonly MaterialInput[],
  options: ReadOptions = {},
): Promise<Snapshot> {
  return readDecks(await openFiles(inputs), options);
}

/**
 * What the opened files of one meeting say. Pure: the same files give the same snapshot.
 * @throws RefusedError when there is no file, or two of one kind
 */
export function readDecks(files: readonly OpenedFile[], options: ReadOptions = {}): Snapshot {
  const chosen = chooseSources(files);
  const municipalities = options.municipalities ?? loadReferenceMunicipalities();
  const merged = slidesOf(chosen.main, chosen.ocr, municipalities);
  const slides = merged.map(({ slide }) => slide);
  const meeting = tellMeeting(slides, options.meetingDay);
  const context: ReadContext = { meetingDay: meeting.day, municipalities, before: null, earlier: [] };
  const reads = readSlides(slides, context);
  const read = finish(mergeRecords(reads.map((one) => one.records)));
  const checks = chosen.others.map((file) => ({ kind: file.kind, records: readAlone(file, context) }));
  const { records, warnings: compared } = reconcile(read, chosen.kinds[0] ?? 'text', checks);
  const warnings = [
    ...sourceWarnings(chosen.kinds, slides),
    ...meetingWarning(meeting),
    ...records.warnings,
    ...compared,
    ...findTaskOddities(records.klik_tasks, meeting.day),
    ...findAgreementOddities(records.agreements),
    ...merged.flatMap((slide) => disagreementWarnings(slide, records)),
    ...findSpellings(slides),
  ];
  const { agenda, status_areas, ...lists } = records;
  return snapshotSchema.parse({
    meeting: {
      id: meeting.date.from ? meetingIdOf(meeting) : null,
      title: meetingTitle(slides),
      date: meeting.date,
      date_basis: options.meetingDay ? 'given' : meeting.basis,
      agenda,
      status_areas,
      sources: chosen.kinds,
    },
    slides: slides.map(({ number, title, section, sources: from }, index) => ({
      number,
      title: withoutSmiley(reads[index]?.title ?? title),
      section,
      kind: reads[index]?.kind ?? 'text',
      sources: from.map((source) => kindOfSource(source, chosen.main)),
    })),
    ...lists,
    warnings: warnings.sort((a, b) => (a.slide ?? 0) - (b.slide ?? 0)),
    not_understood: reads.flatMap((one) => one.notUnderstood),
  } satisfies Record<keyof Snapshot, unknown>);
}

/** What a further file of the meeting says, dates read by the same meeting day. */
function readAlone(file: OpenedFile, context: ReadContext): Records {
  const slides = slidesOf(file, null, context.municipalities).map(({ slide }) => slide);
  return finish(mergeRecords(readSlides(slides, context).map(({ records }) => records)));
}

function slidesOf(
  main: OpenedFile | null,
  ocr: OpenedFile | null,
  municipalities: readonly NamedMunicipality[],
): MergedSlide[] {
  const names = [...municipalities.map(({ name }) => name), ...SOLUTION_NAMES];
  const good: GoodSource | null =
    main === null
      ? null
      : 'deck' in main
        ? { kind: 'deck', pages: pagesOfDeck(main.deck) }
        : { kind: 'text', slides: main.slides };
  return mergeSources(good, ocr && 'slides' in ocr ? ocr.slides : null, names);
}

function readSlides(slides: readonly Slide[], context: ReadContext): SlideRead[] {
  const titles = new Set(slides.map(({ title }) => title));
  return slides.map((slide, index) => readSlide(slide, { ...context, ...around(slides, index) }, titles));
}

/** A table seldom goes on over more slides than this. */
const EARLIER_SLIDES = 4;

function around(slides: readonly Slide[], index: number): Pick<ReadContext, 'before' | 'earlier'> {
  const earlier = slides.slice(Math.max(0, index - EARLIER_SLIDES), index).reverse();
  return { before: earlier[0] ?? null, earlier };
}

function tellMeeting(slides: readonly Slide[], given: string | undefined): MeetingDay {
  if (!given) return findMeetingDay(slides);
  return { date: parseFuzzyDate(given, { meetingDay: given }), basis: 'printed', day: given };
}

/** `2025-11`, when all days it may have been lie in one month. */
function meetingIdOf({ date }: MeetingDay): string | null {
  const month = date.from?.slice(0, 7) ?? null;
  return month && date.to?.startsWith(month) ? month : null;
}

function meetingTitle(slides: readonly Slide[]): string {
  const text = slides.flatMap((slide) => [slide.title, ...slide.lines.map((line) => line.text)]).join('\n');
  return /KOMBIT-?\s?programledermøde/i.test(text) ? 'KOMBIT-programledermøde' : 'Programledermøde';
}

function withoutSmiley(title: string): string {
  return title.replace(/\s*[☺©🙂]$/u, '');
}
