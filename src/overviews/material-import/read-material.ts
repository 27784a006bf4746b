/** The files of one meeting -> its snapshot. Pure: reads no database and changes nothing. */

import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import { loadReferenceMunicipalities } from '#src/core/municipalities/reference.ts';
import { joinContacts } from '#src/core/reading/contacts.ts';
import { findMeetingDay, type MeetingDay } from '#src/core/reading/meeting-day.ts';
import { mergeSources } from '#src/core/reading/merge-sources.ts';
import type { ReadContext, Records } from '#src/core/reading/reading.ts';
import type { Slide } from '#src/core/reading/slide.ts';
import { findSpellings } from '#src/core/reading/spelling.ts';
import { SOLUTION_NAMES } from '#src/core/reading/subjects.ts';
import { type Snapshot, snapshotSchema } from '#src/core/snapshot/schema.ts';
import { findAgreementOddities } from '#src/features/agreements/reader.ts';
import { withoutRepeats } from '#src/features/governance/reader.ts';
import { findTaskOddities } from '#src/features/klik/reader.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';
import { disagreementWarnings, meetingWarning, sourceWarnings } from './material-warnings.ts';
import { mergeRecords, readSlide, type SlideRead } from './read-slide.ts';
import { type MaterialInput, readSources } from './read-sources.ts';

export type { MaterialInput } from './read-sources.ts';

export interface ReadOptions {
  /** ISO day of the meeting, when a person has given it. */
  meetingDay?: string;
  /** Whose names are looked for; the 98 of the reference when absent. */
  municipalities?: readonly NamedMunicipality[];
}

/**
 * Reads a text layer, an OCR text, or both of the same meeting.
 * @throws UnreadableTextError when a file is no text; RefusedError when the files do not belong together
 */
export function readMaterial(inputs: readonly MaterialInput[], options: ReadOptions = {}): Snapshot {
  const sources = readSources(inputs);
  const municipalities = options.municipalities ?? loadReferenceMunicipalities();
  const names = [...municipalities.map(({ name }) => name), ...SOLUTION_NAMES];
  const merged = mergeSources(sources.text, sources.ocr, names);
  const slides = merged.map(({ slide }) => slide);
  const meeting = tellMeeting(slides, options.meetingDay);
  const context: ReadContext = { meetingDay: meeting.day, municipalities, before: null };
  const reads = readSlides(slides, context);
  const records = finish(mergeRecords(reads.map((read) => read.records)));
  const warnings = [
    ...sourceWarnings(sources, slides),
    ...meetingWarning(meeting),
    ...records.warnings,
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
      sources: [...(sources.text ? ['text'] : []), ...(sources.ocr ? ['ocr'] : [])],
    },
    slides: slides.map(({ number, title, section, sources: from }, index) => ({
      number,
      title: withoutSmiley(reads[index]?.title ?? title),
      section,
      kind: reads[index]?.kind ?? 'text',
      sources: from,
    })),
    ...lists,
    warnings: warnings.sort((a, b) => (a.slide ?? 0) - (b.slide ?? 0)),
    not_understood: reads.flatMap((read) => read.notUnderstood),
  } satisfies Record<keyof Snapshot, unknown>);
}

function readSlides(slides: readonly Slide[], context: ReadContext): SlideRead[] {
  const titles = new Set(slides.map(({ title }) => title));
  return slides.map((slide, index) =>
    readSlide(slide, { ...context, before: slides[index - 1] ?? null }, titles),
  );
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

const EMPTY: Records = {
  agenda: [],
  status_areas: [],
  klik_tasks: [],
  callouts: [],
  agreements: [],
  signatures: [],
  agreement_details: [],
  requests: [],
  sts_milestones: [],
  sts_phases: [],
  sts_components: [],
  sts_layers: [],
  sts_transition: [],
  sts_goals: [],
  sts_chain: [],
  k98_steps: [],
  k98_seats: [],
  k98_chairs: [],
  k98_criteria: [],
  k98_application_fields: [],
  k98_flow: [],
  annual_wheel: [],
  sapa_steps: [],
  sapa_accesses: [],
  supersedings: [],
  figures: [],
  next_steps: [],
  contract_dates: [],
  news: [],
  statements: [],
  events: [],
  links: [],
  contacts: [],
  warnings: [],
};

/** What more than one slide shows stands once. */
function finish(found: Partial<Records>): Records {
  const records = { ...EMPTY, ...found };
  return {
    ...records,
    contacts: joinContacts(records.contacts),
    links: firstOf(records.links, ({ url }) => url),
    events: firstOf(records.events, ({ title, date }) => `${date.from} ${title.toLowerCase()}`),
    k98_seats: withoutRepeats(records.k98_seats, ({ seat }) => seat),
    k98_chairs: withoutRepeats(records.k98_chairs, ({ chair }) => chair),
  };
}

function firstOf<T>(records: readonly T[], keyOf: (record: T) => string): T[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const isNew = !seen.has(keyOf(record));
    seen.add(keyOf(record));
    return isNew;
  });
}
