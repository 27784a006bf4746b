/** What one source has that the other lacks, and where their figures differ. */
import { damageDistance, damageSkeleton, isOneLetterApart } from '#src/shared/letter-damage.ts';
import { isLetterSpaced } from './headings.ts';
import type { Line } from './slide.ts';

/** A line whose words are all but this share in the other source tells nothing of its own. */
const OWN_SHARE = 0.3;

/** The lines of `other` that hold words or dates that `main` lacks. Each word of `main` answers for one word only. */
export function linesBeyond(main: readonly string[], other: readonly Line[]): Line[] {
  const open = new OpenWords(main.flatMap(wordsOf));
  return other.filter((line) => {
    if (isLetterSpaced(line.raw)) return false;
    let all = 0;
    let own = 0;
    let ownDate = false;
    for (const word of wordsOf(line.text)) {
      all += word.length;
      if (open.take(word)) continue;
      own += word.length;
      ownDate ||=
        /^(?:januar|februar|marts|april|juni|juli|august|september|oktober|november|december)$/.test(word);
    }
    return hasLetters(line.text) && (own / all > OWN_SHARE || ownDate);
  });
}

/** The words of one source that no word of the other has answered yet. */
class OpenWords {
  readonly #left = new Map<string, { count: number; skeleton: string }>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      const known = this.#left.get(word);
      if (known) known.count += 1;
      else this.#left.set(word, { count: 1, skeleton: damageSkeleton(word) });
    }
  }

  /** Takes the word, or one that `read` is a misreading of; false when there is none left. */
  take(read: string): boolean {
    const word = this.#left.has(read) ? read : this.#misread(read);
    const left = word === undefined ? undefined : this.#left.get(word);
    if (word === undefined || !left) return false;
    if (left.count > 1) left.count -= 1;
    else this.#left.delete(word);
    return true;
  }

  #misread(read: string): string | undefined {
    const limit = read.length >= 9 ? 2 : read.length >= 5 ? 1 : 0;
    const own = damageSkeleton(read);
    for (const [word, { skeleton }] of this.#left) {
      if (word.length < 3 || !(limit === 0 ? own === skeleton : isOneLetterApart(own, skeleton))) continue;
      if (damageDistance(read, word, limit) <= limit) return word;
    }
    return undefined;
  }
}

/** One figure or date as the two sources read it. */
export interface Disagreement {
  text: string;
  ocr: string;
}

/** Figures and dates of a slide that differ by a digit or two. Blanks and lost dots between digits are no difference. */
export function disagreements(text: readonly string[], ocr: readonly string[]): Disagreement[] {
  let textOnly = figuresOf(text);
  let ocrOnly = figuresOf(ocr);
  [textOnly, ocrOnly] = withoutCommon(textOnly, ocrOnly);
  textOnly = withoutDivided(textOnly, ocrOnly);
  ocrOnly = withoutDivided(ocrOnly, textOnly);
  const found: Disagreement[] = [];
  for (const read of ocrOnly) {
    const index = textOnly.findIndex((good) => isMisreading(read, good));
    const good = textOnly[index];
    if (!good) continue;
    textOnly.splice(index, 1);
    found.push({ text: good.token, ocr: read.token });
  }
  return found;
}

interface Figure {
  token: string;
  digits: string;
  letters: string;
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter(
    (word) => word.length > 1 || /\d/.test(word),
  );
}

function hasLetters(text: string): boolean {
  return /\p{L}{3}|\d{4}/u.test(text);
}

function figuresOf(lines: readonly string[]): Figure[] {
  return lines
    .flatMap((line) => line.split(/\s+/))
    .filter((token) => /\d/.test(token))
    .map((token) => ({
      token: token.replace(/^[^\p{L}\d]+|[^\p{L}\d§]+$/gu, ''),
      digits: token.replace(/\D/g, ''),
      letters: token.replace(/[^\p{L}]/gu, '').toLowerCase(),
    }));
}

function withoutCommon(a: Figure[], b: Figure[]): [Figure[], Figure[]] {
  const rest = [...b];
  const own = a.filter((figure) => {
    const index = rest.findIndex((other) => other.digits === figure.digits);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [own, rest];
}

/** Without those whose digits another source wrote with a blank between, or without one. */
function withoutDivided(figures: Figure[], others: readonly Figure[]): Figure[] {
  return figures.filter((figure, index) => {
    const next = figures[index + 1];
    const before = figures[index - 1];
    const pairs = [before && before.digits + figure.digits, next && figure.digits + next.digits];
    return !others.some((other) => pairs.includes(other.digits) || isPairIn(figure.digits, others));
  });
}

function isPairIn(digits: string, others: readonly Figure[]): boolean {
  return others.some((other, index) => other.digits + (others[index + 1]?.digits ?? '') === digits);
}

/** One digit apart, in a figure of three digits or more or beside the same letters ("A11", "A1"). */
function isMisreading(read: Figure, good: Figure): boolean {
  if (read.letters !== good.letters) return false;
  const longest = Math.max(read.digits.length, good.digits.length);
  if (longest < 3 && good.letters === '') return false;
  return damageDistance(read.digits, good.digits, 1) <= 1;
}
