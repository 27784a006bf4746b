/** Reads the picture of a solution's news page: the article that is open, and the headlines beside it. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { proseOf } from '#src/core/reading/prose.ts';
import {
  confidenceOf,
  datesIn,
  lower,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { damageSkeleton } from '#src/shared/letter-damage.ts';
import { timeWordsOf } from './event-time.ts';

type Event = Snapshot['events'][number];
type News = Snapshot['news'][number];

const PAGE = /nyhedsside|nyhedsbrev|\bnyheder\b/i;
const EVENT_WORDS = /møde|demonstration|webinar|workshop|temadag/i;
const LEAST_HEADLINES = 3;
/** Fewer words are a button or a menu. */
const SENTENCE_MIN_WORDS = 6;

interface Article {
  title: Paragraph;
  published: Snapshot['events'][number]['announced'];
  body: Paragraph[];
  headlines: Paragraph[];
}

/** The list of headlines begins where the open article's own title stands a second time. */
export function readNewsPage(page: Page, context: ReadContext): Reading | null {
  const lines = page.extra.length > 0 ? page.extra : page.lines;
  if (!lines.some((line) => PAGE.test(line.text))) return null;
  const article = findArticle(paragraphs(lines), context);
  if (!article || article.headlines.length < LEAST_HEADLINES) return null;
  const event = eventOf(article, page, context);
  const news = article.headlines.map((part) => headlineOf(part, page, context));
  const events = [event, ...article.headlines.slice(1).map((part) => headlineEvent(part, page, context))];
  const told = article.body.filter(isWholeSentence);
  return {
    kind: 'event',
    isList: false,
    records: {
      news,
      events: events.filter((one): one is Event => one !== null),
      statements: told.map((part) => ({
        slide: page.slide.number,
        confidence: 'low',
        ...proseOf(part.text),
        kind: 'note',
        target: `${page.slide.subject}/news-letter`,
        date: null,
      })),
    },
    claimed: [article.title, ...told, ...article.headlines].flatMap((part) => part.lines),
  };
}

/** A day alone on its line, the title below it, the text, and the headlines from the title's second standing on. */
function findArticle(parts: readonly Paragraph[], context: ReadContext): Article | null {
  for (const [index, part] of parts.entries()) {
    const date = datesIn(part.text, context, { role: 'other', tense: 'past' }, part.lines)[0];
    const title = parts[index + 1];
    if (!date || date.end - date.start < part.text.length - 2 || !title) continue;
    const again = parts.findIndex((other, at) => at > index + 1 && isSameTitle(other.text, title.text));
    if (again < 0) continue;
    const around = [...parts.slice(0, index), ...parts.slice(index + 2, again)];
    const headlines = parts.slice(again).filter((one) => /\p{L}{3}/u.test(one.text));
    return { title, published: date.date, body: around, headlines };
  }
  return null;
}

function isSameTitle(a: string, b: string): boolean {
  const key = (text: string): string => damageSkeleton(text).replace(/\P{L}/gu, '');
  return key(a) === key(b);
}

/** Menus and buttons are no sentences. */
function isWholeSentence(part: Paragraph): boolean {
  return (
    part.text.split(' ').length >= SENTENCE_MIN_WORDS &&
    (/[.?!]$/.test(part.text) || part.text.split(' ').length > SENTENCE_MIN_WORDS * 2)
  );
}

function headlineOf(part: Paragraph, page: Page, context: ReadContext): News {
  return {
    slide: page.slide.number,
    confidence: isCut(part.text) ? 'low' : confidenceOf(part.lines),
    target: page.slide.subject,
    title: part.text,
    date: datesIn(part.text, context, { role: 'event' }, part.lines)[0]?.date ?? null,
  };
}

/** A closing quotation mark without its opening one: words before it are lost. */
function isCut(title: string): boolean {
  return (title.match(/”/g)?.length ?? 0) > (title.match(/[“„]/g)?.length ?? 0) && !/^”|\s”/.test(title);
}

function eventOf(article: Article, page: Page, context: ReadContext): Event | null {
  for (const part of article.body) {
    const found = datesIn(part.text, context, { role: 'event' }, part.lines).find((one) => one.time);
    if (!found) continue;
    const greeting = article.body.find((one) => /^kære /i.test(one.text));
    return {
      ...emptyEvent(page),
      confidence: lower(confidenceOf([...part.lines, ...article.title.lines]), 'medium'),
      title: withoutDate(article.title.text, context),
      date: found.date,
      time: timeWordsOf(found.time),
      audience: greeting ? greeting.text.replace(/^kære /i, '') : null,
      url: page.slide.links.find((link) => /nyhed/i.test(link)) ?? null,
      announced: article.published,
    };
  }
  return null;
}

/** A headline that names a meeting and its day. */
function headlineEvent(part: Paragraph, page: Page, context: ReadContext): Event | null {
  const found = datesIn(part.text, context, { role: 'event' }, part.lines)[0];
  if (!found?.date.from || found.date.precision !== 'day' || !EVENT_WORDS.test(part.text)) return null;
  return {
    ...emptyEvent(page),
    confidence: lower(confidenceOf(part.lines), 'medium'),
    title: withoutDate(part.text.replace(/^link til /i, ''), context),
    date: found.date,
    time: timeWordsOf(found.time),
  };
}

function emptyEvent(page: Page): Event {
  return {
    slide: page.slide.number,
    confidence: 'low',
    title: '',
    target: page.slide.subject,
    date: { raw: '', from: null, to: null, precision: 'none', yearInferred: false },
    time: null,
    place: null,
    audience: null,
    signup_deadline: null,
    url: null,
    announced: null,
  };
}

/** "Dialogmøde om skattedata i SAPA 8. januar 2026" -> without its day. */
function withoutDate(title: string, context: ReadContext): string {
  const found = datesIn(title, context, { role: 'event' })[0];
  return (found ? title.slice(0, found.start) : title).replace(/[\s,–—-]+$/u, '');
}
