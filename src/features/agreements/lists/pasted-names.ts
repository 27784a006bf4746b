/** From pasted text to names: each piece is a municipality for sure, something a person decides, or no name at all. */
import { matchWholeName } from '#src/core/municipalities/match.ts';
import { type Near, nearestMunicipalities } from '#src/core/municipalities/nearest.ts';
import type { Named } from '#src/core/municipalities/queries.ts';

export interface Sure {
  text: string;
  municipality: Named;
}

export interface Unsure {
  text: string;
  /** Nearest first; empty where nothing lies near. */
  near: Near<Named>[];
  /** The one it is taken for unless a person says otherwise: alike enough, and nothing else as near. */
  proposed: Named | null;
}

export interface PastedNames {
  sure: Sure[];
  unsure: Unsure[];
  /** Lines without a name: headings, sentences. Nothing is made of them, and they are shown. */
  others: string[];
}

/** From here on a name is proposed; below, a person chooses from all. */
const ALIKE = 80;
/** Names have at most this many words. */
const MOST_WORDS = 3;

export function pastedNames(text: string, municipalities: readonly Named[]): PastedNames {
  const lines = joinedLines(text.split('\n'), municipalities).map((line) => piecesOf(line, municipalities));
  const hasName = lines.map((pieces) => pieces.some((piece) => piece.municipality ?? piece.unsure.proposed));
  const found: PastedNames = { sure: [], unsure: [], others: [] };
  const seen = new Set<string>();
  for (const [index, pieces] of lines.entries()) {
    const isInList = hasName.slice(Math.max(0, index - 1), index + 2).includes(true);
    for (const { text: piece, municipality, unsure } of pieces) {
      if (municipality) found.sure.push({ text: piece, municipality });
      else if (!seen.has(piece.toLowerCase())) {
        const isName = unsure.near.length > 0 || (isInList && isLikeAName(piece));
        if (isName) found.unsure.push(unsure);
        else found.others.push(piece);
      }
      seen.add(piece.toLowerCase());
    }
  }
  return found;
}

interface Piece {
  text: string;
  municipality: Named | undefined;
  unsure: Unsure;
}

/** "Bornholms" and "Regionskommune" on two lines are one name. */
function joinedLines(lines: readonly string[], municipalities: readonly Named[]): string[] {
  const joined: string[] = [];
  for (const raw of lines) {
    const line = bare(raw);
    const before = joined.at(-1);
    const isRest = /^(regions)?kommune$/i.test(line) && before !== undefined;
    if (isRest && matchWholeName(`${before} ${line}`, municipalities))
      joined[joined.length - 1] = `${before} ${line}`;
    else if (/\p{L}/u.test(line)) joined.push(line);
  }
  return joined;
}

/** The whole line when it is a name, else what stands between its marks and "og". */
function piecesOf(line: string, municipalities: readonly Named[]): Piece[] {
  return textsIn(line, municipalities).map((text) => ({
    text,
    municipality: matchWholeName(text, municipalities)?.municipality,
    unsure: unsureOf(text, municipalities),
  }));
}

function textsIn(line: string, municipalities: readonly Named[]): string[] {
  if (matchWholeName(line, municipalities)) return [line];
  const afterHeading = line.replace(/^[^:]{3,60}:\s+(?=\p{Lu})/u, '');
  return afterHeading
    .split(/[,;\t|/]|\s+og\s+(?=\p{Lu})|\s{2,}/u)
    .map(bare)
    .filter((piece) => /\p{L}/u.test(piece));
}

function unsureOf(text: string, municipalities: readonly Named[]): Unsure {
  const near = isShort(text) ? nearestMunicipalities(text, municipalities) : [];
  const [best, second] = near;
  const isAlone = best !== undefined && best.likeness >= ALIKE && best.likeness > (second?.likeness ?? 0);
  return { text, near, proposed: isAlone ? best.municipality : null };
}

/** One or two words with a capital: a name the portal does not know. A heading ends in a colon or says what it is. */
function isLikeAName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)?( [Kk]ommune)?$/u.test(text) && !/mangl|underskr|kommuner/i.test(text)
  );
}

function isShort(text: string): boolean {
  return text.split(' ').length <= MOST_WORDS;
}

/** Without bullets and numbers before, without marks and notes after. */
function bare(text: string): string {
  const begun = text
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/^[^\p{L}]+/u, '');
  return withoutMarks(begun.trimEnd().replace(/\((?:\d{4}|nr\.? ?\d{1,4})\)$/i, ''));
}

/** From the end, sign by sign: a pattern would look through a long run of marks once for each of them. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,:;*)¹²³"”]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
