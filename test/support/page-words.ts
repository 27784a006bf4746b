/** What a reader of a page reads: no tags, no entities, white space folded. A link within a sentence parts no words. */
export function pageWords(html: string): string {
  return html
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|ndash|laquo|raquo|rdquo|middot);/g, (_, name: string) => NAMED[name] ?? '')
    .replace(/\s+/g, ' ');
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ndash: '–',
  laquo: '«',
  raquo: '»',
  rdquo: '”',
  middot: '·',
};
