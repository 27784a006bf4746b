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
  if (!KIND.test(part.text) && !KIND.test(page.slide.title)) return [];
  const found = datesIn(part.text, context, { role: 'event' }, part.lines).find(
    (one) => one.time && one.date.precision === 'day' && one.date.from,
  );
  if (!found) return [];
  return [
    {
      slide: page.slide.number,
      confidence: confidenceOf(part.lines, 'medium'),
      title: titleBefore(part.text.slice(0, found.start)) || page.slide.title,
      target: page.slide.subject,
      date: found.date,
      time: timeWordsOf(found.time),
      place: null,
      audience: null,
      signup_deadline: null,
      url: eventLink(page),
      announced: null,
    },
  ];
}

function eventLink(page: Page): string | null {
  return page.slide.links.find((link) => /event|webinar|tilmeld/i.test(link)) ?? null;
}

/** "Husk webinaret om roller den 3. ..." -> "Webinaret om roller"; '' when no kind of event stands before the day. */
function titleBefore(text: string): string {
  const at = text.search(KIND);
  if (at < 0) return '';
  const title = text
    .slice(at)
    .replace(/[\s,:–—-]*(?:(?:^|\s)(?:den|d\.|på|afholdes|er|bliver))*[\s,:–—-]*$/i, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function timedDate(line: Line, context: ReadContext): ReturnType<typeof datesIn>[number] | undefined {
  return datesIn(line.text, context, { role: 'event' }, [line]).find(
    (found) => found.time && found.date.from,
  );
}
