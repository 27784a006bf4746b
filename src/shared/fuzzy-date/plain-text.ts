/** Text made plain for reading, with the way back to where each character stood. */
export interface PlainText {
  /** Small letters, composed, one blank or line feed for any white space, `-` for any dash. */
  text: string;
  /** For each place in `text`, and for its end, the place in the source. */
  sourceIndex: readonly number[];
}

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
  if (/^\s/.test(cluster)) return /[\n\r\u2028\u2029]/.test(cluster) ? '\n' : ' ';
  // Footnote marks and characters without a shape stand in the way of "15.12.2025¹".
  if (/^[¹²³⁴-⁹\u00ad\u200b-\u200d\u2060\ufeff]/u.test(cluster)) return '';
  if (/^[‐‑‒–—―−]/u.test(cluster)) return '-';
  if (/^[’‘´`]/u.test(cluster)) return "'";
  return cluster.normalize('NFC').toLowerCase();
}
