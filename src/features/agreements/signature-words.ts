/** Words that tell which list of municipalities follows, and how many stand on it. */
import { sentencesOf } from '#src/core/reading/sentences.ts';
import { ALL, type Listed } from './signature-checks.ts';

const MISSING =
  /mangle(?:r|nde)|ikke (?:\p{L}+ )?(?:underskrevet|skrevet under|tilsluttet|tiltrådt)|afventer underskrift|udestår|udestående|har endnu ikke|endnu ikke (?:modtaget|tilsluttet)/iu;
const SIGNED =
  /underskrevet|underskrevne|tilsluttet|tilsluttede|underskrifter fra|skrevet under|har tiltrådt/i;
/** "Alle undtagen Fanø har underskrevet": those who are named are the others. */
const EXCEPT = /(?<!\p{L})(?:undtagen|undtaget|på nær|bortset fra|med undtagelse af|ekskl)(?!\p{L})/iu;
/** A new clause may count the other list: "95 af 98 har underskrevet, kun tre mangler". */
const CLAUSE = /[.;]\s|\s[–—-]\s|,?\s(?:mens|men|kun|så|og der)\s/i;
const NUMBERS = [
  'en',
  'to',
  'tre',
  'fire',
  'fem',
  'seks',
  'syv',
  'otte',
  'ni',
  'ti',
  'elleve',
  'tolv',
] as const;
const NUMBER = `(\\d{1,2}|${NUMBERS.slice(1).join('|')})`;
/** "95 (ud) af (de) 98" before all, because "98 kommuner" may stand in it. */
const OF_ALL = new RegExp(
  `(?<![\\p{L}\\d])${NUMBER}\\s+(?:ud\\s+)?af\\s+(?:de\\s+|alle\\s+|landets\\s+)?98`,
  'iu',
);
const COUNT = new RegExp(
  `(?<![\\p{L}\\d./])${NUMBER}\\s+(?:\\p{L}+\\s+)?kommuner|\\((\\d{1,2})\\)|:\\s*(\\d{1,2})(?![\\d./])(?!\\.? \\p{L})|^(?:følgende|de|disse|kun)\\s+${NUMBER}(?![\\p{L}\\d])`,
  'iu',
);

/** Whether the words say who lacks or who has signed. */
export function toldBy(text: string): Listed | null {
  const told = plainlyTold(text);
  return told === null || !EXCEPT.test(text) ? told : told === 'missing' ? 'signed' : 'missing';
}

function plainlyTold(text: string): Listed | null {
  if (MISSING.test(text)) return 'missing';
  return SIGNED.test(text) ? 'signed' : null;
}

/** "84 har underskrevet. Følgende mangler: ...": the names stand after the last sentence that tells. */
export function tellingPart(text: string): string {
  return (
    sentencesOf(text)
      .filter((sentence) => toldBy(sentence) !== null)
      .at(-1) ?? text
  );
}

/** "Følgende 83 kommuner", "Underskrevet: 27 af 98", "har underskrevet (15)", "fem kommuner". */
export function countIn(text: string): number | null {
  const match = OF_ALL.exec(text) ?? COUNT.exec(text);
  const count = match?.slice(1).find((one) => one !== undefined);
  if (count === undefined) return null;
  const word = (NUMBERS as readonly string[]).indexOf(count.toLowerCase());
  const number = word >= 0 ? word + 1 : Number(count);
  // "Alle 98 kommuner" counts no list.
  return number < ALL ? number : null;
}

/** The number that the words state of this list, not of the other one. */
export function statedIn(text: string, listed: Listed): number | null {
  const told = countsTold(text);
  return told.length > 0 ? (told.find((one) => one.listed === listed)?.count ?? null) : countIn(text);
}

/** Every number that a text states of either list, clause by clause. */
export function countsTold(text: string): { listed: Listed; count: number }[] {
  return text.split(CLAUSE).flatMap((clause) => {
    const listed = plainlyTold(clause);
    const count = listed && !EXCEPT.test(clause) ? countIn(clause) : null;
    return listed && count !== null ? [{ listed, count }] : [];
  });
}
