/** How many seats the words of one mean. */
const NUMBERS: Readonly<Record<string, number>> = {
  en: 1,
  et: 1,
  én: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
};
/** The five councils of mayors (KKR) are the geographies of K98. */
const KKR_COUNT = 5;

/** "En kommunaldirektør fra hver af de fem KKR-geografier" is five; one "fra hvert Fagråd" is not known. */
export function countOf(seat: string): number | null {
  if (/\bkan være\b/i.test(seat)) return null;
  const [, word = ''] = /^(?:(?:minimum|mindst|op til|højst)\s+)?(\p{L}+|\d{1,2})\b/iu.exec(seat) ?? [];
  const each = NUMBERS[word.toLowerCase()] ?? (/^\d+$/.test(word) ? Number(word) : 1);
  const [, places] = /\bfra hver(?:t)? af de (\p{L}+)\b/iu.exec(seat) ?? [];
  if (places) return each * (NUMBERS[places.toLowerCase()] ?? 1);
  if (/\bfra hver(?:t)?\b.*KKR/i.test(seat)) return each * KKR_COUNT;
  return /\bfra hver(?:t)?\b/i.test(seat) ? null : each;
}
