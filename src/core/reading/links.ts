/** Addresses on a slide, each with the words of the slide that lead to it. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
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
/** So many of the last words of an address must stand together on the slide. */
const LEAST_SHARE = 0.6;

/**
 * The text layer gives addresses without their words, so those are found by the address: the phrase on the slide
 * that has most of its last part's words. '' when no phrase does.
 */
export function linksOf(slide: Slide): Link[] {
  const text = [slide.title, ...slide.lines.map((line) => line.text)]
    .join(' ')
    .replace(/-\s+(?=\p{Ll})/gu, '');
  return slide.links.map((url) => {
    const words = url.startsWith('mailto:') ? url.slice('mailto:'.length) : phraseFor(url, text);
    return { slide: slide.number, confidence: words === '' ? 'medium' : 'high', text: words, url };
  });
}

function phraseFor(url: string, text: string): string {
  const wanted = new Set(pageWords(url));
  if (wanted.size === 0) return '';
  const words = text.split(' ');
  let best = { phrase: '', hits: 0 };
  for (let start = 0; start < words.length; start += 1) {
    const hits = new Set<string>();
    for (let end = start; end < words.length && end < start + 12; end += 1) {
      const keys = keysOf(words[end] ?? '');
      if (!keys.some((key) => hasWord(wanted, key))) {
        if (end === start || !isSmall(words[end] ?? '')) break;
        continue;
      }
      for (const key of keys) if (hasWord(wanted, key)) hits.add(key);
      if (hits.size > best.hits) best = { phrase: words.slice(start, end + 1).join(' '), hits: hits.size };
    }
  }
  if (best.hits < 2 && wanted.size > 1) return '';
  return best.hits / wanted.size >= LEAST_SHARE ? best.phrase.replace(/^[‘“”"(]+|[’”".,;:)!?]+$/gu, '') : '';
}

/** The words of the address's last part: "implementering-af-nis-2" -> implementering, af, nis, 2. */
function pageWords(url: string): string[] {
  const last = decodeURIComponent(url.split(/[?#]/)[0] ?? '')
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return (last?.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !NO_PAGE_WORDS.has(word));
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
