/** Addresses on a slide, each with the words of the slide that lead to it. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { slugify } from '#src/shared/danish-text.ts';
import type { Slide } from './slide.ts';

type Link = Snapshot['links'][number];

/** Words of an address that name no page. */
const NO_PAGE_WORDS = new Set([
  'https',
  'http',
  'www',
  'dk',
  'com',
  'pdf',
  'media',
  'indhold',
  'html',
  'events',
  'aktuelt',
]);
const PHRASE_MAX_WORDS = 12;
/** Shorter words stand in any address. */
const LONG_KEY = 4;
/** So many of the last words of an address must stand together on the slide. */
const LEAST_SHARE = 0.6;

/**
 * A deck gives addresses with their words. The text layer gives them without their words, so those are found by the address: the phrase on the slide
 * that has most of its last part's words. '' when no phrase does.
 */
export function linksOf(slide: Slide): Link[] {
  if (slide.layout) {
    const told = slide.layout.links;
    return told.map(({ text, url }) => ({
      slide: slide.number,
      confidence: namesItsPage(text, url) ? 'high' : 'medium',
      text,
      url,
    }));
  }
  const text = joinLines([{ text: slide.title }, ...slide.lines]);
  const inPicture = joinLines(slide.extra);
  return slide.links.map((url) => {
    const told = url.startsWith('mailto:') ? url.slice('mailto:'.length) : phraseFor(url, text);
    const sure = told !== '' && slide.sources.includes('text');
    const words = told || phraseFor(url, inPicture);
    return { slide: slide.number, confidence: sure ? 'high' : 'medium', text: words, url };
  });
}

/** The words that carry an address and the address itself name the same thing: a check that it is not another's. */
function namesItsPage(text: string, url: string): boolean {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address) return false;
  const named = slugify(decoded(address.hostname + address.pathname)).split('-');
  return keysOf(text).some((key) => key.length >= LONG_KEY && !NO_PAGE_WORDS.has(key) && named.includes(key));
}

function phraseFor(url: string, text: string): string {
  const address = URL.canParse(url) ? new URL(url) : null;
  const wanted = new Set(address ? pageWords(address) : []);
  if (!address || wanted.size === 0) return '';
  const site = address.hostname.split('.').at(-2) ?? '';
  const words = text.split(' ');
  let best = { start: 0, end: 0, hits: 0 };
  for (let start = 0; start < words.length; start += 1) {
    const hits = new Set<string>();
    for (let end = start; end < words.length && end < start + PHRASE_MAX_WORDS; end += 1) {
      const word = words[end] ?? '';
      const found = keysOf(word).filter((key) => hasWord(wanted, key));
      if (found.length === 0 && !isSmall(word) && slugify(word) !== site) break;
      if (found.length === 0 && end === start) break;
      for (const key of found) hits.add(key);
      const isBetter =
        hits.size > best.hits || (hits.size === best.hits && end - start < best.end - best.start);
      const namesSite = slugify(word) === site && start === best.start && hits.size === best.hits;
      if (found.length > 0 ? isBetter : namesSite) best = { start, end, hits: hits.size };
    }
  }
  if ((best.hits < 2 && wanted.size > 1) || best.hits / wanted.size < LEAST_SHARE) return '';
  return quotedBefore(words, best.start) ?? bare(words.slice(best.start, best.end + 1).join(' '));
}

/** "oplægget ‘Ny aftale’ på mødet september 2025": the address is that of the quoted title. */
function quotedBefore(words: readonly string[], start: number): string | null {
  const before = words.slice(Math.max(0, start - PHRASE_MAX_WORDS), start).join(' ');
  return /[‘“”]([^‘“”’]{8,})[’”](?: \S+){0,4}$/.exec(before)?.[1] ?? null;
}

function bare(phrase: string): string {
  return phrase.replace(/^[‘“”"(]+|[’”".,;:)!?]+$/gu, '');
}

/** The words of the address's last part: "implementering-af-nis-2" -> implementering, af, nis, 2. */
function pageWords(address: URL): string[] {
  const last = address.pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return (
    decoded(last ?? '')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  ).filter((word) => !NO_PAGE_WORDS.has(word));
}

/** "Programledermde%20september" has a blank; a stray % is only a sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function keysOf(word: string): string[] {
  return slugify(word)
    .split('-')
    .filter((key) => key !== '');
}

/** "demonstrationen" leads to "demonstration". */
function hasWord(wanted: ReadonlySet<string>, key: string): boolean {
  if (wanted.has(key)) return true;
  return (
    key.length > 5 &&
    [...wanted].some((word) => word.length > 5 && (key.startsWith(word) || word.startsWith(key)))
  );
}

function isSmall(word: string): boolean {
  return word.length <= 3;
}
