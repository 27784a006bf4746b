/** Repair of a line that OCR read: only where one known word fits. */
import type { Vocabulary } from './vocabulary.ts';

export interface Repaired {
  text: string;
  /** A word still looks damaged, or was repaired by more than damaged letters. */
  doubtful: boolean;
}

export function repairLine(raw: string, vocabulary: Vocabulary): Repaired {
  let doubtful = false;
  const tokens = withoutFrames(raw).split(' ');
  const words = tokens.map((token, index) => {
    if (token === '|') return letterForBar(tokens[index - 1], tokens[index + 1]);
    const repaired = repairToken(token, vocabulary);
    doubtful ||= repaired.doubtful;
    return repaired.text;
  });
  return { text: words.filter((word) => word !== '').join(' '), doubtful };
}

/** Lines of a table's frame read as brackets and bars around a cell. */
function withoutFrames(raw: string): string {
  return raw
    .replace(/(^|\s)[[\]|](?=\p{L}{2})/gu, '$1')
    .replace(/\s+[[\]](?=\d)/g, ' ')
    .replace(/(?<=\s)(?:[^\p{L}\p{N}\s+&|–—-]+\s+|[_—–=]+$)/gu, '')
    .replace(/^\p{Ll}(?<![iåo]) (?=\p{Lu}\p{Ll})/u, '')
    .replace(/\bK[IlL]\.(?=\s*\d)/g, 'kl.')
    .replace(/\bk\.(?=\s*\d)/g, 'kl.')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "om | potentielt": the word I or i; "(arbejdstitel) | Primo jan.": the frame of a table. */
function letterForBar(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return '';
  if (/^\p{Ll}/u.test(after)) return 'I';
  if (/^[\p{Lu}-]{3,}$/u.test(before ?? '') && /^[\p{Lu}-]{3,}$/u.test(after)) return 'I';
  return /^\p{Ll}+$/u.test(before ?? '') && /^\p{Lu}{2}/u.test(after) ? 'i' : '';
}

function repairToken(token: string, vocabulary: Vocabulary): Repaired {
  if (/^(?:https?:|mailto:)|@.+\./.test(token)) return { text: token, doubtful: false };
  const whole = /^(["“”'‘’«»(]*(?:\/(?=\p{Ll}))?)(.*?)([)"“”'‘’«».,:;!?…]*)$/u.exec(token);
  const [, before = '', core = token, after = ''] = whole ?? [];
  const repaired = repairWord(core, vocabulary) ?? repairParts(core, vocabulary);
  return { text: before + repaired.text + after, doubtful: repaired.doubtful };
}

/** A compound with hyphens or strokes is repaired part by part. */
function repairParts(core: string, vocabulary: Vocabulary): Repaired {
  const parts = core.split(/(?<=\p{L}{2}-?)([-/])/u).filter((part) => part !== '');
  if (parts.length === 1) return guessWord(core, vocabulary);
  let doubtful = false;
  const text = parts.map((part) => {
    const repaired = repairWord(part, vocabulary) ?? guessWord(part, vocabulary);
    doubtful ||= repaired.doubtful;
    return repaired.text;
  });
  return { text: text.join(''), doubtful };
}

/** Only damaged letters lie between the reading and one known word. */
function repairWord(word: string, vocabulary: Vocabulary): Repaired | undefined {
  if (word.length < 2 || !/\p{L}/u.test(word) || vocabulary.has(word)) return { text: word, doubtful: false };
  const sure = vocabulary.damagedFrom(word);
  return sure ? { text: sameCase(word, sure), doubtful: false } : undefined;
}

/** More than damaged letters: words run together, or one letter more. A person should look at it. */
function guessWord(word: string, vocabulary: Vocabulary): Repaired {
  const apart = ungluedWords(word, vocabulary);
  if (apart) return { text: apart, doubtful: true };
  const likely = /\d/.test(word) ? undefined : (vocabulary.nearest(word) ?? vocabulary.cutOffFrom(word));
  return likely
    ? { text: sameCase(word, likely), doubtful: true }
    : { text: word, doubtful: looksDamaged(word) };
}

/** Small words that OCR runs into their neighbour: "skattedatai", "foridag", "Enrepraesentant". */
/** A word that stands beside one small word is long; "derfor" and "finder" are words of their own. */
const LONG_WORD = 7;
const SMALL_WORDS = ['i', 'en', 'er', 'for', 'og', 'på', 'af', 'til', 'de'];

function ungluedWords(word: string, vocabulary: Vocabulary, depth = 0): string | undefined {
  if (depth > 2 || word === word.toUpperCase()) return undefined;
  for (const small of SMALL_WORDS) {
    const head = word.slice(0, small.length);
    const tail = word.slice(-small.length);
    if (isWord(head, small, vocabulary)) {
      const rest = knownOrUnglued(word.slice(small.length), vocabulary, depth);
      if (rest) return `${sameCase(head, small)} ${rest}`;
    }
    // At the end "er" is a plural: only "i" is safe, and "er" before it.
    if ((small === 'i' || (small === 'er' && depth > 0)) && isWord(tail, small, vocabulary)) {
      const rest = knownOrUnglued(word.slice(0, -small.length), vocabulary, depth);
      if (rest) return `${rest} ${small}`;
    }
  }
  return undefined;
}

function isWord(read: string, word: string, vocabulary: Vocabulary): boolean {
  return read.toLowerCase() === word || vocabulary.damagedFrom(read) === word;
}

function knownOrUnglued(part: string, vocabulary: Vocabulary, depth: number): string | undefined {
  const minLength = depth === 0 ? LONG_WORD : 3;
  const known = part.length >= minLength ? repairWord(part, vocabulary)?.text : undefined;
  return known ?? ungluedWords(part, vocabulary, depth + 1);
}

/** A sentence's first word keeps its capital, a heading all of them. */
function sameCase(read: string, word: string): string {
  if (/\p{Lu}.*\p{Lu}/u.test(word)) return word;
  if (/^[^\p{Ll}]{2,}$/u.test(read)) return word.toUpperCase();
  if (/^[I|]\p{Ll}/u.test(read) && word.startsWith('l')) return word;
  return /^[\p{Lu}/@|]/u.test(read) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Signs and letters in places no Danish word has them. */
function looksDamaged(word: string): boolean {
  const bare = word.replace(/[’']/g, '');
  return (
    /\p{L}[@¢§|{}=~_<>]|[@¢§|{}=~_<>]\p{L}/u.test(bare) ||
    /\p{Ll}(?:ee|ae|zz)\p{Ll}/u.test(bare) ||
    /[bcdfhjklmpqrstvwx]g[bcdfhjkmnpqrtvwx]|\p{Ll}\d\p{Ll}|\p{Ll}\p{Lu}/u.test(bare)
  );
}
