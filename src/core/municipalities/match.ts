/**
 * Which municipality a written name means. Exact after normalising, then the table of variants, then a suggestion
 * that a person accepts. Never a silent guess: Allerød and Hillerød, Frederiksberg and Frederikshavn lie close.
 */
import { damageDistance, NO_DAMAGE } from '#src/shared/letter-damage.ts';

/** What matching needs to know of a municipality. */
export interface NamedMunicipality {
  code: string;
  name: string;
  officialName: string;
  variants: readonly string[];
}

export type MunicipalityMatch<M extends NamedMunicipality> =
  | { kind: 'exact' | 'variant' | 'ocr'; municipality: M }
  | { kind: 'suggestion'; municipality: M }
  | { kind: 'none' };

/** The letters of the name: `ocr` text may have damaged ones (ø read as g, æ as ee), which count as no distance. */
export type Letters = 'good' | 'ocr';

/** A suggestion differs from the name by at most this many letters, and no other name lies as near. */
const SUGGESTION_MAX_DISTANCE = 2;

export function matchMunicipality<M extends NamedMunicipality>(
  written: string,
  municipalities: readonly M[],
  letters: Letters = 'good',
): MunicipalityMatch<M> {
  const wanted = normaliseName(written);
  if (wanted === '') return { kind: 'none' };
  const known = matchWholeName(written, municipalities);
  if (known) return known;
  if (letters === 'ocr') {
    const damaged = onlyOne(municipalities.filter((one) => isDamagedNameOf(written, one)));
    if (damaged) return { kind: 'ocr', municipality: damaged };
  }
  return suggest(wanted, municipalities, letters);
}

/** By the proper names and the table of variants alone: no damaged letters, no suggestion. */
export function matchWholeName<M extends NamedMunicipality>(
  written: string,
  municipalities: readonly M[],
): { kind: 'exact' | 'variant'; municipality: M } | undefined {
  const wanted = normaliseName(written);
  const { proper, variants } = indexOf(municipalities);
  const exact = municipalities[proper.get(wanted) ?? -1];
  if (exact) return { kind: 'exact', municipality: exact };
  // "Odenses", "Mariagerfjords Kommune": the genitive of a name is the name.
  const bare = wanted.endsWith('s') ? wanted.slice(0, -1) : wanted;
  const variant = municipalities[variants.get(wanted) ?? proper.get(bare) ?? -1];
  return variant && { kind: 'variant', municipality: variant };
}

/** Places in a list of municipalities by their normalised names. */
interface NameIndex {
  proper: ReadonlyMap<string, number>;
  variants: ReadonlyMap<string, number>;
}

/** Normalising 98 names for each of a deck's thousand lines would take longer than reading it. */
const indexes = new WeakMap<readonly NamedMunicipality[], NameIndex>();

function indexOf(municipalities: readonly NamedMunicipality[]): NameIndex {
  const known = indexes.get(municipalities);
  if (known) return known;
  const proper = new Map<string, number>();
  const variants = new Map<string, number>();
  for (const [index, one] of municipalities.entries()) {
    for (const name of [one.name, one.officialName]) proper.set(normaliseName(name), index);
    for (const name of one.variants) variants.set(normaliseName(name), index);
  }
  const made = { proper, variants };
  indexes.set(municipalities, made);
  return made;
}

/** "Århus Kommune" and "aarhus" have one form. */
function normaliseName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*\b(regions)?kommun(?:e|es|er|ers)$/i, '')
    .toLowerCase()
    .replaceAll('aa', 'å')
    .replace(/[‐‑–]/g, '-');
}

function isDamagedNameOf(written: string, municipality: NamedMunicipality): boolean {
  const bare = written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*\b(regions)?kommun(?:e|es|er|ers)$/i, '');
  return [municipality.name, ...municipality.variants].some((name) => damageDistance(bare, name, 0) === 0);
}

/** Nearest by letters, when it is near and nothing else lies as near. A tie proposes nothing. */
function suggest<M extends NamedMunicipality>(
  wanted: string,
  municipalities: readonly M[],
  letters: Letters,
): MunicipalityMatch<M> {
  const limit = Math.min(SUGGESTION_MAX_DISTANCE, Math.floor(wanted.length / 4));
  if (limit === 0) return { kind: 'none' };
  let best = limit + 1;
  let nearest: M[] = [];
  for (const one of municipalities) {
    const distance = Math.min(...spellings(one).map((name) => nameDistance(wanted, name, letters, limit)));
    if (distance < best) {
      best = distance;
      nearest = [one];
    } else if (distance === best) {
      nearest.push(one);
    }
  }
  const municipality = best <= limit ? onlyOne(nearest) : undefined;
  return municipality ? { kind: 'suggestion', municipality } : { kind: 'none' };
}

function spellings(municipality: NamedMunicipality): string[] {
  return [municipality.name, ...municipality.variants].map(normaliseName);
}

/** Letters apart; æ ø å written with the letters of other keyboards (oe, ae) are no letters apart. */
function nameDistance(wanted: string, name: string, letters: Letters, limit: number): number {
  if (letters === 'ocr') return damageDistance(wanted, name, limit);
  return Math.min(
    damageDistance(wanted, name, limit, NO_DAMAGE),
    damageDistance(spelledOut(wanted), spelledOut(name), limit, NO_DAMAGE),
  );
}

function spelledOut(name: string): string {
  return name.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
}

function onlyOne<T>(found: T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
