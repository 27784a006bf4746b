/** A term of the glossary as it may stand in a text. */
export interface Term {
  /** Spelling as in running text, e.g. "DBA". */
  word: string;
  /** Anchor on the glossary page. */
  anchor: string;
}

/** Inside these a link would be wrong or in the way: links, headings, controls, graphics, names, others' words. */
const SKIPPED =
  'a|b|h1|h2|h3|button|label|select|summary|svg|script|caption|title|code|textarea|th|nav|time|blockquote|q';

/** What is passed over whole: such an element with all it holds, the source's own words, lists of names, any other tag. */
const PASSED = new RegExp(
  `<(${SKIPPED})\\b[^>]*>[^]*?</\\1>|<span class="raw">[^]*?</span>|<(\\w+)\\b[^>]* data-names>[^]*?</\\2>|<!--[^]*?-->|<[^>]*>`,
  'gi',
);

/** Words of Latin-1, as pages hold them: everything else is written as an entity (markup.ts). */
const WORD = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+/g;
/** Before or after a word these make it part of something longer: a code, an address, an entity, a compound. */
const JOINED_BEFORE = '_@&#-';
const JOINED_AFTER = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff_@-]/;

/** Links each term once, where it first stands after the h1 of the page. The page stays as it is where no term stands. */
export function linkTerms(html: string, terms: readonly Term[], glossaryHref: string): string {
  const start = Math.max(html.indexOf('<main'), html.indexOf('</h1>'));
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < 0 || terms.length === 0) return html;
  const byFirstWord = indexOf(terms);
  const linked = new Set<string>();
  const link = (text: string) => linkText(text, byFirstWord, linked, glossaryHref);
  return html.slice(0, start) + eachText(html.slice(start, end), link) + html.slice(end);
}

function eachText(html: string, change: (text: string) => string): string {
  let result = '';
  let position = 0;
  for (const passed of html.matchAll(PASSED)) {
    if (passed.index > position + 1) result += change(html.slice(position, passed.index));
    else result += html.slice(position, passed.index);
    result += passed[0];
    position = passed.index + passed[0].length;
  }
  return result + change(html.slice(position));
}

function linkText(
  text: string,
  byFirstWord: ReadonlyMap<string, Term[]>,
  linked: Set<string>,
  glossaryHref: string,
): string {
  let result = '';
  let position = 0;
  for (const word of text.matchAll(WORD)) {
    if (word.index < position || isJoined(text, word.index)) continue;
    const term = byFirstWord.get(word[0])?.find((one) => standsAt(text, word.index, one.word));
    if (!term) continue;
    // A longer term takes its place also where it is linked already: "FKI SP" is never linked as "FKI".
    const end = word.index + term.word.length;
    if (!linked.has(term.anchor)) {
      linked.add(term.anchor);
      result += text.slice(position, word.index);
      result += `<a class="term" href="${glossaryHref}#${term.anchor}">${term.word}</a>`;
    } else {
      result += text.slice(position, end);
    }
    position = end;
  }
  return position === 0 ? text : result + text.slice(position);
}

function isJoined(text: string, index: number): boolean {
  return index > 0 && JOINED_BEFORE.includes(text.charAt(index - 1));
}

function standsAt(text: string, index: number, word: string): boolean {
  return text.startsWith(word, index) && !JOINED_AFTER.test(text.charAt(index + word.length));
}

let cached: { terms: readonly Term[]; index: Map<string, Term[]> } | undefined;

/** Terms by their first word, the longer first. */
function indexOf(terms: readonly Term[]): Map<string, Term[]> {
  if (cached?.terms === terms) return cached.index;
  const longerFirst = [...terms].sort((a, b) => b.word.length - a.word.length);
  const index = Map.groupBy(longerFirst, ({ word }) => /^[\p{L}\p{N}]+/u.exec(word)?.[0] ?? word);
  cached = { terms, index };
  return index;
}
