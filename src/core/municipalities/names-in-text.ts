/** The municipalities named in lines of text: one name a line, several in a line, or within a sentence. */
import {
  type Letters,
  type MunicipalityMatch,
  matchMunicipality,
  matchWholeName,
  type NamedMunicipality,
} from './match.ts';

export interface NamedLine {
  text: string;
}

export interface NamesFound<M extends NamedMunicipality, L extends NamedLine> {
  /** In the order they stand, once for each time. */
  names: { municipality: M; lines: L[] }[];
  /** Texts that are no name: near one, which is proposed and never counted, or (null) near none. */
  suggestions: { text: string; name: string | null; line: L }[];
}

/** Names of several words or with a hyphen are at most this many words long. */
const NAME_MAX_WORDS = 3;

export function namesIn<M extends NamedMunicipality, L extends NamedLine>(
  lines: readonly L[],
  municipalities: readonly M[],
  letters: Letters,
): NamesFound<M, L> {
  const found: NamesFound<M, L> = { names: [], suggestions: [] };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line) continue;
    // "Bornholms / Regionskommune" is one name in two lines.
    if (next && /^(?:regions)?kommune$/i.test(next.text)) {
      const whole = certain(`${line.text} ${next.text}`, municipalities, letters);
      if (whole) {
        found.names.push({ municipality: whole, lines: [line, next] });
        index += 1;
        continue;
      }
    }
    const isShort = line.text.split(' ').length <= NAME_MAX_WORDS;
    const whole = isShort
      ? matchMunicipality(bare(line.text), municipalities, letters)
      : ({ kind: 'none' } as const);
    if (isCertain(whole)) {
      found.names.push({ municipality: whole.municipality, lines: [line] });
      continue;
    }
    const within = namesWithin(line.text, municipalities);
    for (const municipality of within) found.names.push({ municipality, lines: [line] });
    if (within.length === 0 && whole.kind === 'suggestion') {
      found.suggestions.push({ text: bare(line.text), name: whole.municipality.name, line });
    }
    if (within.length >= LEAST_IN_ENUMERATION && letters === 'good') {
      for (const text of strangersWithin(line.text, municipalities)) {
        const near = matchMunicipality(text, municipalities);
        found.suggestions.push({
          text,
          name: near.kind === 'suggestion' ? near.municipality.name : null,
          line,
        });
      }
    }
  }
  return found;
}

/** So many names in a line make it an enumeration, whose other members should be names as well. */
const LEAST_IN_ENUMERATION = 2;
/** "Odense, Allerod og Vejle": what stands between the commas and is written as a name is. */
function strangersWithin(text: string, municipalities: readonly NamedMunicipality[]): string[] {
  const list = text.slice(text.indexOf(':') + 1);
  return list
    .split(/[,;|/]|\s(?:og|samt)\s/)
    .map((piece) => bare(piece.trim()))
    .filter(
      (piece) =>
        /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]*){0,2}(?: (?:regions)?kommunes?)?$/iu.test(piece) &&
        /^\p{Lu}/u.test(piece) &&
        namesWithin(piece, municipalities).length === 0,
    );
}

/** Names among other words. Only whole, undamaged names count there: "Fang" in a sentence is no Fanø. */
function namesWithin<M extends NamedMunicipality>(text: string, municipalities: readonly M[]): M[] {
  const words = text.split(/[\s,;|/()]+/).filter((word) => word !== '');
  const found: M[] = [];
  for (let index = 0; index < words.length; index += 1) {
    for (let count = Math.min(NAME_MAX_WORDS, words.length - index); count >= 1; count -= 1) {
      const name = bare(words.slice(index, index + count).join(' '));
      const municipality = /^\p{Lu}/u.test(name)
        ? matchWholeName(name, municipalities)?.municipality
        : undefined;
      if (!municipality) continue;
      found.push(municipality);
      index += count - 1;
      break;
    }
  }
  return found;
}

function certain<M extends NamedMunicipality>(
  name: string,
  municipalities: readonly M[],
  letters: Letters,
): M | undefined {
  const match = matchMunicipality(name, municipalities, letters);
  return isCertain(match) ? match.municipality : undefined;
}

function isCertain<M extends NamedMunicipality>(
  match: MunicipalityMatch<M>,
): match is Exclude<MunicipalityMatch<M>, { kind: 'none' | 'suggestion' }> {
  return match.kind === 'exact' || match.kind === 'variant' || match.kind === 'ocr';
}

/** Without a bullet before and marks after. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}]+|[\s.,:;*)¹²³]+$/gu, '');
}
