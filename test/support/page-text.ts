/** What a reader sees of a page or a part of it: text without markup, white space folded. */
export function pageText(html: string): string {
  return (html.includes('<main') ? html.slice(html.indexOf('<main'), html.lastIndexOf('</main>')) : html)
    .replace(/<svg\b.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&rdquo;', '”')
    .replaceAll('&middot;', '·')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The `<section>` with an id, to its end; '' when the page has none. Sections do not stand inside each other. */
export function sectionOf(html: string, id: string): string {
  return html.match(new RegExp(`<section[^>]* id="${id}".*?</section>`, 's'))?.[0] ?? '';
}
