/** Reads what the material tells of the meeting itself: its agenda, what a section covers, how it closes. */
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  type Page,
  type ReadContext,
  type Reading,
  type SlideReader,
} from '#src/core/reading/reading.ts';
import type { Slide } from '#src/core/reading/slide.ts';

export const meetingReaders: readonly SlideReader[] = [readTitleSlide, readAgenda, readStatusAreas];

/** Headings of its sentences, as in `statements[].target`. */
export const meetingTopics = [
  { heading: /^tak for i ?dag\s+\S/i, name: 'end' },
  { heading: /^tak for i ?dag|efter mødet/i, name: 'after' },
];

const NUMBERED = /^(\d{1,2})[.)]\s+(.+)$/;
const AGENDA = /\b(?:agenda|dagsorden)\b/i;
const LEAST_POINTS = 2;
const TITLE_MAX_LINES = 3;

/** The first slide with the meeting's name and day; the day itself is read by `findMeetingDay`. */
function readTitleSlide(page: Page, context: ReadContext): Reading | null {
  const isFirst =
    page.slide.number === 1 && /møde/i.test(page.slide.title) && page.lines.length <= TITLE_MAX_LINES;
  const dated = page.lines.filter(
    (line) => datesIn(line.text, context, { role: 'event' }, [line]).length > 0,
  );
  return isFirst && dated.length > 0 ? { kind: 'title', isList: false, records: {}, claimed: dated } : null;
}

/** The points of the day, numbered. A theme's own agenda lists the titles of its slides and makes no records. */
function readAgenda(page: Page): Reading | null {
  if (!AGENDA.test(page.slide.title)) return null;
  const parts = paragraphs(page.lines);
  const points = parts.flatMap((part) => {
    const [, number, title] = NUMBERED.exec(part.text) ?? [];
    return number && title ? [{ part, number: Number(number), title }] : [];
  });
  if (points.length >= LEAST_POINTS) {
    return {
      kind: 'agenda',
      isList: true,
      records: {
        agenda: points.map(({ part, number, title }) => ({
          slide: page.slide.number,
          confidence: confidenceOf(part.lines),
          number,
          title,
        })),
      },
      claimed: points.flatMap(({ part }) => part.lines),
    };
  }
  const bullets = parts.filter((part) => part.bullet);
  if (bullets.length < LEAST_POINTS) return null;
  return { kind: 'theme-agenda', isList: true, records: {}, claimed: bullets.flatMap((part) => part.lines) };
}

/** "Dagens status dækker følgende områder:" with its points. */
function readStatusAreas(page: Page): Reading | null {
  if (!/følgende (?:områder|punkter|emner)/i.test(page.slide.title)) return null;
  const parts = paragraphs(page.lines).filter((part) => /\p{L}{3}/u.test(part.text));
  if (parts.length < LEAST_POINTS) return null;
  return {
    kind: 'status-areas',
    isList: true,
    records: {
      status_areas: parts.map((part) => ({
        slide: page.slide.number,
        confidence: confidenceOf(part.lines),
        title: part.text,
      })),
    },
    claimed: parts.flatMap((part) => part.lines),
  };
}

/** What a slide is that no reader has taken for a table or a list. */
export function plainKindOf(slide: Slide): string {
  if (/^TEMA /.test(slide.section)) return 'theme';
  if (/^(?:AFRUNDING|AFSLUTNING)/.test(slide.section) || /^tak for i ?dag/i.test(slide.title))
    return 'wrap-up';
  if (/^spørgsmål\b/i.test(slide.title)) return 'questions';
  const own = slide.lines.filter((line) => !line.text.includes('@'));
  return own.length === 0 ? 'divider' : 'text';
}
