/** A term of the glossary as it may stand in a text. */
export interface Term {
  /** Spelling as in running text, e.g. "DBA". */
  word: string;
  /** Anchor on the glossary page. */
  anchor: string;
}

/** Inside these a link would be wrong or in the way: links, headings, controls, graphics, names of things. */
const SKIPPED = new Set([
  'a',
  'h1',
  'h2',
  'h3',
  'button',
  'label',
  'select',
  'option',
  'summary',
  'svg',
  'script',
  'caption',
  'title',
  'code',
  'textarea',
  'th',
  'nav',
  'time',
  'blockquote',
  'q',
]);
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>|<!--.*?-->/gis;

/** Links each term once, where it first stands after the h1 of the page. The page stays as it is where no term stands. */
export function linkTerms(html: string, terms: readonly Term[], glossaryHref: string): string {
  const start = Math.max(html.indexOf('<main'), html.indexOf('</h1>'));
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < 0 || terms.length === 0) return html;
  const pattern = patternOf(terms);
  const anchors = new Map(terms.map((term) => [term.word, term.anchor]));
  const linked = new Set<string>();
  const link = (text: string) =>
    text.replace(pattern, (word) => {
      const anchor = anchors.get(word);
      if (anchor === undefined || linked.has(anchor)) return word;
      linked.add(anchor);
      return `<a class="term" href="${glossaryHref}#${anchor}">${word}</a>`;
    });
  return html.slice(0, start) + eachText(html.slice(start, end), link) + html.slice(end);
}

function eachText(html: string, change: (text: string) => string): string {
  let result = '';
  let position = 0;
  const open: string[] = [];
  for (const tag of html.matchAll(TAG)) {
    const text = html.slice(position, tag.index);
    result += open.length > 0 || text.trim() === '' ? text : change(text);
    result += tag[0];
    position = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase();
    if (!name || !(SKIPPED.has(name) || isQuotation(name, tag[0], open))) continue;
    if (tag[1] === '/') {
      if (open.at(-1) === name) open.pop();
    } else if (tag[3] !== '/') open.push(name);
  }
  const rest = html.slice(position);
  return result + (open.length > 0 ? rest : change(rest));
}

/** The source's own words stay as they are: `<span class="raw">`, and its end. */
function isQuotation(name: string, tag: string, open: readonly string[]): boolean {
  return name === 'span' && (tag.startsWith('</') ? open.at(-1) === 'span' : /\sclass="raw"/.test(tag));
}

let cached: { terms: readonly Term[]; pattern: RegExp } | undefined;

/** Whole words only; Danish letters count as letters, and a longer term wins over one it begins with. */
function patternOf(terms: readonly Term[]): RegExp {
  if (cached?.terms === terms) return cached.pattern;
  const words = terms
    .map((term) => term.word)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_@&#-])(?:${words.join('|')})(?![\\p{L}\\p{N}_@-])`, 'gu');
  cached = { terms, pattern };
  return pattern;
}
