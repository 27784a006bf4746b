/** A line that is a day, a week or a span of them and nothing else: "19.11.", "Uge 3-4", "24/11 - 15/12 2025". */

const DAY = String.raw`\d{1,2}(?:\.\s?\d{1,2}\.?(?:\s?\d{2,4})?|\/\d{1,2}(?:[-\/ ]\d{2,4})?|\. \p{Ll}{3,9}\.?(?: \d{4})?)`;
const WEEK = String.raw`uge \d{1,2}`;
const LINE = new RegExp(`^(?:${DAY}(?:\\s?[-–]\\s?${DAY})?|${WEEK}(?:\\s?[-–]\\s?\\d{1,2})?)\\.?$`, 'iu');

export function isDateLine(text: string): boolean {
  return LINE.test(text);
}

const BEGINNING = new RegExp(
  `^(?:•\\s*)?((?:${DAY}(?:\\s?[-–]\\s?${DAY})?|${WEEK}(?:\\s?[-–]\\s?\\d{1,2})?)\\.?)(?:\\s*[:–-]\\s+|\\s+)(?=\\S)`,
  'iu',
);

/** "15.12. Programmøde" -> its first words, which look like a day or a week, and the rest; null for other lines. */
export function dayBefore(text: string): { day: string; rest: string } | null {
  const [whole, day] = BEGINNING.exec(text) ?? [];
  return whole && day ? { day, rest: text.slice(whole.length) } : null;
}
