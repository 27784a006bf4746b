import type { SourceRef } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { type Deadline, rowOf } from '#src/overviews/deadlines/index.ts';
import { byTime } from '#src/overviews/municipality/index.ts';
import { dayInSentence, monthShortName } from '#src/shared/danish-calendar.ts';
import type { FuzzyDateView } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';

export interface Letter {
  heading: string;
  /** "Stand pr. 24. november 2025. Kilde: Programledermøde nov. 2025." */
  dated: string;
  /** What is not known of all rows alike; '' when every row has a status. */
  statusNote: string;
  groups: { heading: string; rows: LetterRow[] }[];
  back: { href: string; text: string };
}

export interface LetterRow {
  date: FuzzyDateView;
  /** What happens on the date where it is no deadline: "udsendes". */
  occasion: string;
  title: string;
  /** "Gælder EG-kommuner; ikke oplyst hvilke" */
  audience: string;
  /** "KLIK · VALG" */
  about: string;
  /** "Mangler"; '' where nobody has counted. */
  status: string;
  /** Which slide says so, and of which meeting where there are several. */
  source: string;
}

/** `code`: the municipality the letter is for, or null. */
export function letter(
  asks: readonly Deadline[],
  code: string | null,
  { heading, back }: Pick<Letter, 'heading' | 'back'>,
  reading: RequestReading,
): Letter {
  const meetings = [
    ...new Set(asks.flatMap(({ sources }) => sources.map(({ meetingId }) => meetingId))),
  ].sort();
  const names = solutionNames(reading.db);
  const rowsOf = (own: readonly Deadline[]) =>
    own.map((one): LetterRow => {
      const row = rowOf(one, reading.today, code, names);
      return {
        date: row.date,
        occasion: row.occasion ?? '',
        title: row.lead === '' ? row.title : `${row.lead}: ${row.title}`,
        audience: row.audience ?? '',
        about: [row.kind, row.solution].filter((words) => words !== '').join(' · '),
        status: row.status?.word ?? '',
        source: sourceWords(one.sources, meetings.length),
      };
    });
  const { ahead, passed, undated } = byTime(asks);
  return {
    heading,
    back,
    dated: `Stand pr. ${dayInSentence(reading.today)}.${meetings.length > 0 ? ` Kilde: ${meetingsWords(meetings)}.` : ''}`,
    statusNote: asks.some((one) => code === null || one.statusOf(code) === 'not-counted')
      ? 'Hvor der ikke står en status, har KOMBIT ikke opgjort den. Portalen ved altså ikke, om det er gjort.'
      : '',
    groups: [
      { heading: 'Kommende frister', rows: rowsOf(ahead) },
      { heading: 'Frist passeret', rows: rowsOf(passed) },
      { heading: 'Uden dato', rows: rowsOf(undated) },
    ].filter(({ rows }) => rows.length > 0),
  };
}

/** "Slide 4 og 5" while all is from one meeting, else "nov. 2025, slide 4 og 5; dec. 2025, slide 2". */
function sourceWords(sources: readonly SourceRef[], meetings: number): string {
  const byMeeting = Map.groupBy(sources, ({ meetingId }) => meetingId);
  const said = [...byMeeting].map(([meetingId, own]) => {
    const slides = [...new Set(own.flatMap(({ slide }) => slide ?? []))];
    const where = slides.length === 0 ? '' : `slide ${inSentence(slides)}`;
    if (meetings === 1) return where === '' ? meetingsWords([meetingId]) : capitalised(where);
    return [monthWords(meetingId), where].filter((words) => words !== '').join(', ');
  });
  return said.join('; ');
}

/** "Programledermøde nov. 2025", "Programledermøder nov. 2025 og dec. 2025" */
function meetingsWords(meetingIds: readonly string[]): string {
  const word = meetingIds.length === 1 ? 'Programledermøde' : 'Programledermøder';
  return `${word} ${inSentence(meetingIds.map(monthWords))}`;
}

/** "4", "4 og 5", "4, 5 og 6" */
function inSentence(parts: readonly (string | number)[]): string {
  return [parts.slice(0, -1).join(', '), String(parts.at(-1))].filter((words) => words !== '').join(' og ');
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
}

/** "nov. 2025" */
function monthWords(meetingId: string): string {
  return `${monthShortName(Number(meetingId.slice(5, 7)))} ${meetingId.slice(0, 4)}`;
}
