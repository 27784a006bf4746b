/** Which municipalities a written name lies near, for a person to choose from. Nothing here is ever a silent guess. */
import { damageDistance, NO_DAMAGE } from '#src/shared/letter-damage.ts';
import type { NamedMunicipality } from './match.ts';

export interface Near<M extends NamedMunicipality> {
  municipality: M;
  /** 0 to 100: the share of letters that agree; æ ø å written with other keyboards' letters agree nearly. */
  likeness: number;
}

/** No name is half as long, and comparing takes the longer the longer the text is. */
const LONGEST_NAME = 100;
const LEAST = 60;
/** Other keyboards' spelling (Holbaek for Holbæk) is no wrong letter, and still not the name. */
const SPELLED_OUT = 99;

/** The nearest first, at most five; empty when nothing lies near. */
export function nearestMunicipalities<M extends NamedMunicipality>(
  written: string,
  municipalities: readonly M[],
): Near<M>[] {
  if (written.length > LONGEST_NAME) return [];
  const wanted = plain(written);
  if (wanted === '') return [];
  return municipalities
    .map((municipality) => ({ municipality, likeness: likenessTo(wanted, municipality) }))
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5);
}

function likenessTo(wanted: string, { name, variants }: NamedMunicipality): number {
  return Math.max(...[name, ...variants].map((spelling) => likeness(wanted, plain(spelling))));
}

function likeness(wanted: string, name: string): number {
  const apart = Math.min(share(wanted, name), SPELLED_OUT);
  return Math.max(apart, Math.min(share(spelledOut(wanted), spelledOut(name)), SPELLED_OUT));
}

function share(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const distance = damageDistance(a, b, Math.ceil(longest / 2), NO_DAMAGE);
  return distance === Infinity ? 0 : Math.round((1 - distance / longest) * 100);
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*\b(regions)?kommune$/, '');
}

function spelledOut(name: string): string {
  return name.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
}
