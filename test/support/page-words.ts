/**
 * What a reader sees of a page's content, or of a part of it: no tags, no drawings, entities as their marks, white
 * space folded. Links part no words; everything else does.
 */
export function pageWords(html: string): string {
  const main = html.includes('<main') ? html.slice(html.indexOf('<main'), html.lastIndexOf('</main>')) : html;
  return main
    .replace(/<svg\b.*?<\/svg>/gs, ' ')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => MARKS[name] ?? whole)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:])/g, '$1')
    .trim();
}

/** The `<section>` with an id, to its end; '' when the page has none. Sections do not stand inside each other. */
export function sectionOf(html: string, id: string): string {
  return html.match(new RegExp(`<section[^>]* id="${id}".*?</section>`, 's'))?.[0] ?? '';
}

const MARKS: Record<string, string> = {
  amp: '&',
  gt: '>',
  laquo: '«',
  lt: '<',
  middot: '·',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
};
