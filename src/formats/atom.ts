/** Atom feeds (RFC 4287). */

export interface AtomFeed {
  /** Permanent; never shown. */
  id: string;
  title: string;
  subtitle: string;
  author: string;
  /** The page that shows the same to a reader. */
  pageUrl: string;
  selfUrl: string;
  /** Newest first. */
  entries: AtomEntry[];
  /** ISO instant, for a feed without entries. */
  updated: string;
}

export interface AtomEntry {
  /** Permanent, and the same however often the entry changes. */
  id: string;
  title: string;
  url: string;
  /** ISO instants. */
  published: string;
  updated: string;
  /** Paragraphs: lines of plain text, each with an address or ''. */
  lines: { text: string; url: string }[];
}

export function atomXml(feed: AtomFeed): string {
  const updated =
    feed.entries
      .map((one) => one.updated)
      .sort()
      .at(-1) ?? feed.updated;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.subtitle)}</subtitle>
<updated>${xml(updated)}</updated>
<author><name>${xml(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(feed.selfUrl)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.pageUrl)}"/>
${feed.entries.map(entryXml).join('')}</feed>
`;
}

function entryXml({ id, title, url, published, updated, lines }: AtomEntry): string {
  const html = lines
    .map(({ text, url: to }) => `<p>${to ? `<a href="${xml(to)}">${xml(text)}</a>` : xml(text)}</p>`)
    .join('');
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<published>${xml(published)}</published>
<updated>${xml(updated)}</updated>
<content type="html">${xml(html)}</content>
</entry>
`;
}

/** Characters that XML 1.0 has no way to write, halves of a pair among them. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function xml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}
