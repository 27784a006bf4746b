import type { GlossaryEntry } from '#src/core/glossary/glossary.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { slugify } from '#src/shared/danish-text.ts';

/** Terms by their first letter; `entries` are in Danish order already. */
export function glossaryPage(reading: Reading, entries: readonly GlossaryEntry[]) {
  const names = solutionNames(reading.db);
  return {
    letters: [...Map.groupBy(entries, (entry) => letterOf(entry.term))].map(([letter, ofLetter]) => ({
      letter,
      id: `bogstav-${slugify(letter)}`,
      entries: ofLetter.map((entry) => ({
        anchor: entry.anchor,
        term: entry.term,
        full: entry.full ?? '',
        sentence: entry.sentence,
        solution: solutionLink(entry, names),
      })),
    })),
  };
}

function letterOf(term: string): string {
  const first = term.charAt(0).toLocaleUpperCase('da');
  return /\d/.test(first) ? '0-9' : first;
}

/** A day before the solution stood has no page to go to. */
function solutionLink(entry: GlossaryEntry, names: ReadonlyMap<string, string>) {
  const name = entry.solution === undefined ? undefined : names.get(entry.solution);
  return name === undefined ? null : { href: `/loesninger/${entry.solution}`, text: `Alt om ${name}` };
}
