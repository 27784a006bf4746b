/** What a reader sees of a page's content, in one line: links and emphasis do not part words, everything else does. */
export function wordsOn(html: string): string {
  const content = html.split('<main').at(-1)?.split('</main>')[0] ?? '';
  return content
    .replace(/<\/?(?:a|b|code)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => MARKS[name] ?? whole)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:])/g, '$1');
}

const MARKS: Record<string, string> = {
  amp: '&',
  laquo: '«',
  middot: '·',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
};
