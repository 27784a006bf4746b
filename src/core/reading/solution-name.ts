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

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
