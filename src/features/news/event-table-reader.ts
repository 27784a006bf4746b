/** Reads events from a table of days: webinars, meetings, courses, with time, place and sign-up. */
import { type DatedRow, datedTable } from '#src/core/reading/dated-table.ts';
import { datesIn, type Page, type ReadContext, type Reading } from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { timeWordsOf } from './event-time.ts';

type Event = Snapshot['events'][number];

const SUBJECT = /arrangement|webinar|møde|kursus|kurser|event|kalender|temadag|workshop|konference/i;
const TIME = /^(?:tid(?:spunkt)?|kl(?:okken)?\.?)$/i;
const PLACE = /^(?:sted|hvor|lokation|platform|form)/i;
const AUDIENCE = /^(?:målgruppe|for hvem|deltagere)/i;
const SIGNUP = /^(?:tilmeld|sidste frist|frist)/i;

/** A table of days on a slide, or under a heading, that speaks of events. */
export function readEventTable(page: Page, context: ReadContext): Reading | null {
  const table = datedTable(page, context);
  if (!table || ![page.slide.title, ...table.headings].some((text) => SUBJECT.test(text))) return null;
  return {
    kind: 'event',
    isList: true,
    isTable: true,
    isGrid: true,
    records: { events: table.rows.map((row) => eventOf(row, page, context)) },
    claimed: table.claimed,
  };
}

function eventOf(
  { title, date, confidence, extra, lines }: DatedRow,
  page: Page,
  context: ReadContext,
): Event {
  const cell = (heading: RegExp): string | null =>
    Object.entries(extra).find(([name]) => heading.test(name))?.[1] ?? null;
  const signup = cell(SIGNUP);
  const text = lines.map((line) => line.text).join(' ');
  const link = page.slide.layout?.links.find((one) => one.text !== '' && text.includes(one.text));
  const inCell = datesIn(date.raw, context, { role: 'event' })[0]?.time;
  return {
    slide: page.slide.number,
    confidence,
    title,
    target: page.slide.subject,
    date,
    time: cell(TIME) ?? timeWordsOf(inCell),
    place: cell(PLACE),
    audience: cell(AUDIENCE),
    signup_deadline: signup
      ? (datesIn(signup, context, { role: 'deadline', tense: 'future' }, lines)[0]?.date ?? null)
      : null,
    url: link?.url ?? null,
    announced: null,
  };
}
