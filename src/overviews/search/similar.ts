import type { SearchEntry } from '#src/core/offers/offers.ts';
import { foldForSearch } from '#src/shared/danish-text.ts';

const SUGGESTED = 5;
/** Below this two words look alike by chance. */
const LEAST_ALIKE = 0.4;

/** Titles that look like what was typed, for a search that found nothing: shared pairs of letters, best first. */
export function similarTitles(
  query: string,
  entries: readonly SearchEntry[],
): { title: string; href: string }[] {
  const asked = pairs(foldForSearch(query));
  const scored = entries
    .filter((entry) => entry.group !== 'Slides')
    .map((entry) => ({
      entry,
      score: Math.max(
        alike(asked, foldForSearch(entry.title)),
        ...words(entry.title).map((word) => alike(asked, word)),
      ),
    }))
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score);
  const unique = [...new Map(scored.map(({ entry }) => [entry.href, entry])).values()];
  return unique.slice(0, SUGGESTED).map(({ title, href }) => ({ title, href }));
}

function words(title: string): string[] {
  return foldForSearch(title).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

/** Dice coefficient of the pairs of neighbouring letters. */
function alike(asked: ReadonlySet<string>, text: string): number {
  const own = pairs(text);
  let shared = 0;
  for (const pair of own) if (asked.has(pair)) shared++;
  return asked.size + own.size === 0 ? 0 : (2 * shared) / (asked.size + own.size);
}

function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}
