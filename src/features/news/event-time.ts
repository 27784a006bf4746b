/** "kl. 9.30 — 11.00" -> "9.30–11.00"; null when no time is told. */
export function timeWordsOf(words: string | undefined): string | null {
  if (!words) return null;
  return words
    .replace(/^[^\d]*/, '')
    .replace(/\s*[-–—]\s*/, '–')
    .trim();
}
