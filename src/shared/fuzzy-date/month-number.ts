const MONTH_WORDS: Readonly<Record<string, number>> = {
  januar: 1,
  jan: 1,
  februar: 2,
  febr: 2,
  feb: 2,
  marts: 3,
  mar: 3,
  mrt: 3,
  april: 4,
  apr: 4,
  maj: 5,
  juni: 6,
  jun: 6,
  juli: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  okt: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
  // Suppliers and some slides speak English.
  january: 1,
  february: 2,
  march: 3,
  may: 5,
  june: 6,
  july: 7,
  october: 10,
};

/** Longest first, so that "marts" is not read as "mar". For use in a regular expression. */
export const MONTH_PATTERN = Object.keys(MONTH_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** 1–12 for a Danish month name, whole or shortened, with or without a dot; null for any other word. */
export function monthNumber(word: string): number | null {
  return MONTH_WORDS[word.toLowerCase().replace(/\.$/, '')] ?? null;
}
