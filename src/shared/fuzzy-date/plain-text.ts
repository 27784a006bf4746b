/** Text made plain for reading, with the way back to where each character stood. */
export interface PlainText {
  /** Small letters, composed; white space is one blank, one line feed, or `PARAGRAPH` for blank lines; `-` for any dash. */
  text: string;
  /** For each place in `text`, and for its end, the place in the source. */
  sourceIndex: readonly number[];
}

/** A place in plain text, the end exclusive. */
export interface Place {
  start: number;
  end: number;
}

/** Stands for blank lines. It is white space to a regular expression. */
export const PARAGRAPH = '\u2029';

const CLUSTERS = /\s+|\P{M}\p{M}*|\p{M}+/gsu;

/** Makes text plain: the phrases need to know only one spelling of everything. */
export function plainText(source: string): PlainText {
  let text = '';
  const sourceIndex: number[] = [];
  for (const { 0: cluster, index } of source.matchAll(CLUSTERS)) {
    const plain = plainCluster(cluster);
    for (let i = 0; i < plain.length; i += 1) sourceIndex.push(index);
    text += plain;
  }
  sourceIndex.push(source.length);
  return { text, sourceIndex };
}

function plainCluster(cluster: string): string {
  if (/^\s/.test(cluster)) return plainSpace(cluster);
  // Footnote marks and characters without a shape stand in the way of "15.12.2025¹".
  if (/^[¹²³⁴-⁹\u00ad\u200b-\u200d\u2060\ufeff]/u.test(cluster)) return '';
  if (/^[‐‑‒–—―−]/u.test(cluster)) return '-';
  if (/^[’‘´`]/u.test(cluster)) return "'";
  return cluster.normalize('NFC').toLowerCase();
}

function plainSpace(space: string): string {
  const lines = space.split(/\r\n|[\n\r\f\u2028]/).length - 1;
  if (lines > 1 || space.includes(PARAGRAPH)) return PARAGRAPH;
  return lines === 1 ? '\n' : ' ';
}
