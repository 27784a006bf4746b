/** Is a text a known solution's name, the beginning of one, or another part of one (a wrapped cell)? */
import { SOLUTION_NAMES } from './subjects.ts';

const NAMES = SOLUTION_NAMES.map(fold);

export function knownNamePart(text: string): 'whole' | 'start' | 'part' | null {
  const folded = fold(text);
  if (folded === '') return null;
  if (NAMES.includes(folded)) return 'whole';
  if (folded.length < 4) return null;
  if (NAMES.some((name) => name.startsWith(`${folded} `))) return 'start';
  return NAMES.some((name) => ` ${name} `.includes(` ${folded} `)) ? 'part' : null;
}

/** The one solution that a heading names: "Opgaver i SAPA"; null for none or several. "KLIK-opgaver" names none. */
export function solutionNamedIn(heading: string): string | null {
  const named = SOLUTION_NAMES.filter((name) => standsAlone(name, heading));
  const [longest] = named;
  return longest !== undefined && named.every((name) => longest.includes(name)) ? longest : null;
}

function standsAlone(name: string, text: string): boolean {
  const at = text.indexOf(name);
  const isPart = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\d-]/u.test(letter);
  return at >= 0 && !isPart(text[at - 1]) && !isPart(text[at + name.length]);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
