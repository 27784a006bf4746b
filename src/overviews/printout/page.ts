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
  /** "Slide 4" while all is from one meeting, else "Nov. 2025, slide 4". */
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
        source: one.sources.map((source) => sourceWords(source, meetings.length)).join(', '),
      };
    });
  const { ahead, passed, undated } = byTime(asks);
  return {
    heading,
    back,
    dated: `Stand pr. ${dayInSentence(reading.today)}.${meetings.length > 0 ? ` Kilde: ${meetings.map(meetingWords).join(', ')}.` : ''}`,
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

function sourceWords({ meetingId, slide }: SourceRef, meetings: number): string {
  const where = slide === null ? '' : `slide ${slide}`;
  if (meetings === 1) return where === '' ? meetingWords(meetingId) : `Slide ${slide}`;
  return [monthWords(meetingId), where].filter((words) => words !== '').join(', ');
}

function meetingWords(meetingId: string): string {
  return `Programledermøde ${monthWords(meetingId)}`;
}

/** "nov. 2025" */
function monthWords(meetingId: string): string {
  return `${monthShortName(Number(meetingId.slice(5, 7)))} ${meetingId.slice(0, 4)}`;
}
