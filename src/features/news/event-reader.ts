/** Reads events: the picture of an event's web page, and sentences that tell of a day to take part. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  lower,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { timeWordsOf } from './event-time.ts';

type Event = Snapshot['events'][number];

const KIND =
  /(?<!\p{L})(?:webinar(?:et|er)?|\p{L}*møde(?:t|r)?|demonstration(?:en)?|workshop(?:pen)?|temadag(?:en)?|konference(?:n)?|kursus|gå-hjem-møde)(?!\p{L})/iu;
const SIGNUP = /tilmeldingsfrist|tilmelding senest|tilmeld (?:dig|jer) senest/i;
const PLACE = /^(?:Teams|Microsoft Teams|Online|Zoom|Virtuelt)$/i;

/** OCR reads the picture of an event's page: "Tilmeldingsfrist", a day with a time, "Målgruppe". */
export function readEventPage(page: Page, context: ReadContext): Reading | null {
  const lines = page.extra.length > 0 ? page.extra : page.lines;
  const isPage =
    lines.some((line) => SIGNUP.test(line.text)) && lines.some((line) => /^målgruppe/i.test(line.text));
  if (!isPage) return null;
  const dated = lines.find((line) => !SIGNUP.test(line.text) && timedDate(line, context) !== undefined);
  const found = dated && timedDate(dated, context);
  if (!dated || !found) return null;
  const signup = lines.find((line) => SIGNUP.test(line.text));
  const title = [...lines, ...page.slide.ocrLines].find((line) => /^webinar\s*:/i.test(line.text));
  const place = lines.find((line) => PLACE.test(line.text));
  const audienceAt = lines.findIndex((line) => /^målgruppe/i.test(line.text));
  const audience = lines[audienceAt + 1];
  const used = [dated, signup, title, place, audience].filter((line): line is Line => line !== undefined);
  const event: Event = {
    slide: page.slide.number,
    confidence: lower(confidenceOf(used), 'medium'),
    title: title?.text ?? page.slide.title,
    target: page.slide.subject,
    date: found.date,
    time: timeWordsOf(found.time),
    place: place?.text ?? null,
    audience: audience?.text ?? null,
    signup_deadline: signup
      ? (datesIn(signup.text, context, { role: 'deadline', tense: 'future' }, [signup])[0]?.date ?? null)
      : null,
    url: eventLink(page),
    announced: null,
  };
  return { kind: 'event', isList: false, records: { events: [event] }, claimed: used };
}

/** "Webinar den 3. december kl. 10-11": a sentence with a kind of event, a whole day and a time. */
export function readEventSentences(page: Page, context: ReadContext): Reading | null {
  const events = paragraphs(page.lines).flatMap((part) => eventIn(part, page, context));
  if (events.length === 0) return null;
  return { kind: 'event', isList: false, records: { events }, claimed: [] };
}

function eventIn(part: Paragraph, page: Page, context: ReadContext): Event[] {
  const isListed = LIST_TITLE.test(page.slide.title) && part.bullet;
  if (!isListed && !KIND.test(part.text) && !KIND.test(page.slide.title)) return [];
  const dates = datesIn(part.text, context, { role: 'event' }, part.lines);
  const timed = dates.find((one) => one.time && one.date.precision === 'day' && one.date.from);
  // On a slide of events a point with a day is one, also where the time is not told.
  const found = timed ?? (isListed ? dates.find(({ date }) => date.from !== null) : undefined);
  if (!found) return [];
  const before = part.text.slice(0, found.start);
  const title = titleBefore(before) || (isListed ? bareTitle(before) : '');
  if (title === '' && isListed) return [];
  return [
    {
      slide: page.slide.number,
      confidence: confidenceOf(part.lines, 'medium'),
      title: title || page.slide.title,
      target: page.slide.subject,
      date: found.date,
      time: timeWordsOf(found.time),
      place: placeAfter(part.text.slice(found.end), found.time),
      audience: null,
      signup_deadline: null,
      url: linkWithin(part, page) ?? eventLink(page),
      announced: null,
    },
  ];
}

/** A slide whose points are events. */
const LIST_TITLE =
  /arrangement|webinarer|kalender|kurser|events|temadage|(?:kommende|næste|nye) møder|mødekalender|datoer/i;
const PLACE_MAX_WORDS = 5;

/** "kl. 10-11 på Teams", ", Odense Congress Center": few words behind day and time, with a capital. */
function placeAfter(text: string, time: string | undefined): string | null {
  const behind = time && text.includes(time) ? text.slice(text.indexOf(time) + time.length) : text;
  const place = behind.replace(/^[\s,:;()–-]*(?:(?:på|i|hos|via)\s)?/u, '').replace(/[\s.)]+$/u, '');
  return /^\p{Lu}/u.test(place) && place.split(' ').length <= PLACE_MAX_WORDS ? place : null;
}

/** The address that the words of the point carry. */
function linkWithin(part: Paragraph, { slide }: Page): string | null {
  return slide.layout?.links.find(({ text }) => text !== '' && part.text.includes(text))?.url ?? null;
}

function eventLink(page: Page): string | null {
  const told = page.slide.layout?.links.find(({ text }) => /tilmeld|deltag/i.test(text))?.url;
  return page.slide.links.find((link) => /event|webinar|tilmeld/i.test(link)) ?? told ?? null;
}

/** "Husk webinaret om roller den 3. ..." -> "Webinaret om roller"; '' when no kind of event stands before the day. */
function titleBefore(text: string): string {
  const at = text.search(KIND);
  if (at < 0) return '';
  return bareTitle(text.slice(at));
}

function bareTitle(text: string): string {
  const title = text.replace(/[\s,:(–—-]*(?:(?:^|\s)(?:den|d\.|på|i|afholdes|er|bliver))*[\s,:(–—-]*$/i, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function timedDate(line: Line, context: ReadContext): ReturnType<typeof datesIn>[number] | undefined {
  return datesIn(line.text, context, { role: 'event' }, [line]).find(
    (found) => found.time && found.date.from,
  );
}
