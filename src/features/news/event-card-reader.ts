/** Reads an event told in labelled lines: "Dato: 10. februar", "Tid: kl. 9.00-10.30", "Sted: Teams". */
import {
  confidenceOf,
  datesIn,
  isUnread,
  lower,
  type Page,
  type ReadContext,
  type Reading,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { timeWordsOf } from './event-time.ts';

type Event = Snapshot['events'][number];

const LABELS = {
  date: /^(?:dato|hvornår|dag)\s*:\s*/i,
  time: /^(?:tid(?:spunkt)?|klokken|kl\.)\s*:\s*/i,
  place: /^(?:sted|hvor|lokation|adresse)\s*:\s*/i,
  audience: /^(?:målgruppe|for hvem|deltagere)\s*:\s*/i,
  signup: /^(?:tilmeldingsfrist|tilmelding(?: senest)?|tilmeld (?:dig|jer) senest)\s*:?\s*/i,
} as const;
type Label = keyof typeof LABELS;
const LEAST_LABELS = 2;

/** The title of the slide is the name of the event. */
export function readEventCard(page: Page, context: ReadContext): Reading | null {
  const told: Partial<Record<Label, { text: string; lines: Line[] }>> = {};
  for (const line of page.lines) {
    const text = line.text.replace(/^•\s*/, '');
    const label = (Object.keys(LABELS) as Label[]).find((one) => LABELS[one].test(text));
    if (label) told[label] ??= { text: text.replace(LABELS[label], ''), lines: [line] };
  }
  if (!told.date || Object.keys(told).length < LEAST_LABELS || page.slide.title === '') return null;
  const date = readDate(told.date.text, context, { role: 'event' }, told.date.lines);
  const within = datesIn(told.date.text, context, { role: 'event' }, told.date.lines)[0];
  const lines = Object.values(told).flatMap((one) => one.lines);
  const { links = [] } = page.slide.layout ?? {};
  const event: Event = {
    slide: page.slide.number,
    confidence: lower(confidenceOf(lines, 'medium'), isUnread(date) ? 'low' : 'medium'),
    title: page.slide.title,
    target: page.slide.subject,
    date,
    time: timeWordsOf(told.time?.text ?? within?.time),
    place: told.place?.text ?? null,
    audience: told.audience?.text ?? null,
    signup_deadline: told.signup
      ? (datesIn(told.signup.text, context, { role: 'deadline', tense: 'future' }, told.signup.lines)[0]
          ?.date ?? null)
      : null,
    // One address on the slide of one event is its own.
    url: links.length === 1 ? (links[0]?.url ?? null) : null,
    announced: null,
  };
  return { kind: 'event', isList: false, records: { events: [event] }, claimed: lines };
}
