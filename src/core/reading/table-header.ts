/** The heading row of a table whose borders are lost: which columns there are, and in what order. */
import { joinLines } from '#src/formats/text/join-lines.ts';
import type { Line } from './slide.ts';

/** A kind of column by the words its heading may have. */
export interface HeadingKind<K extends string> {
  key: K;
  /** Matches the heading's words at the start of a text. */
  words: RegExp;
}

export interface Header<K extends string> {
  /** In the order the headings stand. `key` null: a column of another kind, known by its heading only. */
  columns: { key: K | null; heading: string }[];
  lines: Line[];
}

/** Columns a table may have beside those a reader asks for. */
export const OTHER_HEADINGS =
  /^(?:ansvarlig(?:e)?|udfører|rolle(?:r)?|status|bemærkning(?:er)?|kommentar(?:er)?|note(?:r)?|type|nr\.?|nummer|id|prioritet|link|målgruppe|kanal|version|kontakt(?:person)?|bilag|hvem|antal)(?![\p{L}-])/iu;
/** A heading may be wrapped over so many lines. */
const WRAP_MAX = 3;

/** Finds the lines that consist of headings and nothing else. Null when fewer than two known kinds are there. */
export function findHeader<K extends string>(
  lines: readonly Line[],
  kinds: readonly HeadingKind<K>[],
): Header<K> | null {
  const header: Header<K> = { columns: [], lines: [] };
  for (let index = 0; index < lines.length; index += 1) {
    for (let count = Math.min(WRAP_MAX, lines.length - index); count >= 1; count -= 1) {
      const wrapped = lines.slice(index, index + count);
      if (wrapped.slice(1).some((line) => line.afterGap)) continue;
      const columns = headingsOf(joinLines(wrapped), kinds, count === 1) ?? headingsAmong(wrapped, kinds);
      if (!columns || columns.some(({ key }) => isTaken(key, header))) continue;
      header.columns.push(...columns);
      header.lines.push(...wrapped);
      index += count - 1;
      break;
    }
  }
  const known = header.columns.filter(({ key }) => key !== null).length;
  return known >= 2 ? header : null;
}

/** The headings a text consists of; null when it holds anything else. */
function headingsOf<K extends string>(
  text: string,
  kinds: readonly HeadingKind<K>[],
  mayHoldStrangers: boolean,
): Header<K>['columns'] | null {
  const columns: Header<K>['columns'] = [];
  let rest = text;
  while (rest !== '') {
    const best = longestHeading(rest, kinds, columns);
    if (best) {
      columns.push(best);
      rest = rest.slice(best.heading.length).replace(/^[\s|]+/, '');
      continue;
    }
    // A heading nobody knows, between ones that are known: one capitalised phrase.
    const unknown = /^\p{Lu}[\p{Ll}-]+(?: \p{Ll}[\p{Ll}-]*){0,3}(?=\s\p{Lu}|$)/u.exec(rest)?.[0];
    if (!unknown || !mayHoldStrangers || columns.filter(({ key }) => key !== null).length === 0) return null;
    columns.push({ key: null, heading: unknown });
    rest = rest.slice(unknown.length).trim();
  }
  // A line of only unknown words, or one heading with a stranger beside it, is more likely a row.
  const known = columns.filter(({ key }) => key !== null).length;
  const strangers = columns.filter(
    ({ key, heading }) => key === null && !OTHER_HEADINGS.test(heading),
  ).length;
  return strangers === 0 || (known >= 2 && strangers <= 2) ? columns : null;
}

/** OCR reads a note that lies over the headings into their line: three known headings in it are enough. */
function headingsAmong<K extends string>(
  lines: readonly Line[],
  kinds: readonly HeadingKind<K>[],
): Header<K>['columns'] | null {
  const [line] = lines;
  if (lines.length !== 1 || line?.source !== 'ocr') return null;
  const columns: Header<K>['columns'] = [];
  let rest = line.text;
  while (rest !== '') {
    const best = longestHeading(rest, kinds, columns);
    if (best?.key) columns.push(best);
    rest = best?.key ? rest.slice(best.heading.length).trim() : rest.replace(/^\S+\s*/, '');
  }
  return columns.length >= 3 ? columns : null;
}

function longestHeading<K extends string>(
  text: string,
  kinds: readonly HeadingKind<K>[],
  taken: Header<K>['columns'],
): { key: K | null; heading: string } | null {
  let best: { key: K | null; heading: string } | null = null;
  for (const { key, words } of [...kinds, { key: null, words: OTHER_HEADINGS }]) {
    if (key !== null && taken.some((column) => column.key === key)) continue;
    const heading = words.exec(text)?.[0];
    if (heading && heading.length > (best?.heading.length ?? 0)) best = { key, heading };
  }
  return best;
}

function isTaken<K extends string>(key: K | null, header: Header<K>): boolean {
  return key !== null && header.columns.some((column) => column.key === key);
}
