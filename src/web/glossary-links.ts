/** A term of the glossary as it may stand in a text. */
export interface Term {
  /** Spelling as in running text, e.g. "DBA". */
  word: string;
  /** Anchor on the glossary page. */
  anchor: string;
}

/** Inside these a link would be wrong or in the way: links, headings, controls, graphics, names, others' words. */
const SKIPPED: ReadonlySet<string> = new Set(
  'a b h1 h2 h3 button label select summary svg script caption title code textarea th nav time blockquote q'.split(
    ' ',
  ),
);
const TAG = '<'.charCodeAt(0);

/** Letters and figures of Latin-1, as pages hold them: everything else is written as an entity (markup.ts). */
const isLetter = Uint8Array.from({ length: 256 }, (_, code) =>
  /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/.test(String.fromCharCode(code)) ? 1 : 0,
);
/** Before or after a word these make it part of something longer: a code, an address, an entity, a compound. */
const JOINED_BEFORE = '_@&#-';
const JOINED_AFTER = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff_@-]/;

/**
 * Links each term once, where it first stands after the h1 of the page. The page stays as it is where no term stands.
 * Every page is read letter by letter, so nothing is cut out of it but what is looked up.
 */
export function linkTerms(html: string, terms: readonly Term[], glossaryHref: string): string {
  const start = Math.max(html.indexOf('<main'), html.indexOf('</h1>'));
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < 0 || terms.length === 0) return html;
  const { byFirstWord, firstLetters } = indexOf(terms);
  const linked = new Set<string>();
  let result = '';
  let copied = 0;
  for (let at = start; at < end; ) {
    const letter = html.charCodeAt(at);
    if (letter === TAG) {
      at = endOfPassed(html, at);
      continue;
    }
    const begin = at;
    at += 1;
    if (!isLetter[letter]) continue;
    while (isLetter[html.charCodeAt(at)]) at += 1;
    if (!firstLetters[letter] || JOINED_BEFORE.includes(html.charAt(begin - 1))) continue;
    const term = byFirstWord.get(html.slice(begin, at))?.find(({ word }) => standsAt(html, begin, word));
    if (!term) continue;
    // A longer term takes its place also where it is linked already: "FKI SP" is never linked as "FKI".
    at = begin + term.word.length;
    if (linked.has(term.anchor)) continue;
    linked.add(term.anchor);
    result += `${html.slice(copied, begin)}<a class="term" href="${glossaryHref}#${term.anchor}">${term.word}</a>`;
    copied = at;
  }
  return result + html.slice(copied);
}

/** Where one goes on after a tag: behind the whole element when it holds the source's own words, names, or no text. */
function endOfPassed(html: string, open: number): number {
  const end = html.indexOf('>', open) + 1;
  let nameEnd = open + 1;
  while (isLetter[html.charCodeAt(nameEnd)]) nameEnd += 1;
  const name = html.slice(open + 1, nameEnd);
  // A closing tag. Comments are not in pages.
  if (name === '') return end;
  const isPassed =
    SKIPPED.has(name) ||
    html.startsWith(' data-names>', end - ' data-names>'.length) ||
    html.startsWith('<span class="raw">', open);
  if (!isPassed) return end;
  const closing = `</${name}>`;
  const closed = html.indexOf(closing, end);
  return closed < 0 ? end : closed + closing.length;
}

function standsAt(html: string, at: number, word: string): boolean {
  return html.startsWith(word, at) && !JOINED_AFTER.test(html.charAt(at + word.length));
}

interface Index {
  /** The longer first. */
  byFirstWord: ReadonlyMap<string, Term[]>;
  /** 1 at the code of each letter that a term begins with. */
  firstLetters: Uint8Array;
}

let cached: { terms: readonly Term[]; index: Index } | undefined;

function indexOf(terms: readonly Term[]): Index {
  if (cached?.terms === terms) return cached.index;
  const longerFirst = [...terms].sort((a, b) => b.word.length - a.word.length);
  const byFirstWord = Map.groupBy(longerFirst, ({ word }) => /^[\p{L}\p{N}]+/u.exec(word)?.[0] ?? word);
  const firstLetters = new Uint8Array(256);
  for (const word of byFirstWord.keys()) firstLetters[word.charCodeAt(0)] = 1;
  cached = { terms, index: { byFirstWord, firstLetters } };
  return cached.index;
}
