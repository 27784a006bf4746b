import type { Reading, SearchEntry } from '#src/core/offers/offers.ts';
import { plural, slugify } from '#src/shared/danish-text.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { indexOf, MOST_HITS } from './index-of.ts';
import { similarTitles } from './similar.ts';

/** Order of the groups: what people come for first. */
const GROUPS = [
  'KLIK-opgaver',
  'Aftaler',
  'Opgaver',
  'Arrangementer',
  'Kommuner',
  'Løsninger',
  'STS-genudbud',
  'K98',
  'Nyheder',
  'Ordliste',
  'Slides',
];
const SHOWN_PER_GROUP = 12;

export function searchPage(reading: Reading, query: string) {
  if (query === '') return { query, status: '', groups: [], similar: [] };
  const index = indexOf(reading);
  const hits = index.find(query);
  const groups = [...Map.groupBy(hits, (hit) => hit.group)]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, entries]) => ({
      id: slugify(name),
      name,
      count: entries.length,
      rows: entries.slice(0, SHOWN_PER_GROUP).map(rowOf),
      folded: entries.slice(SHOWN_PER_GROUP).map(rowOf),
    }));
  return {
    query,
    status: hits.length === 0 ? '' : `${countWords(hits.length)} for »${query}«`,
    groups,
    similar: hits.length === 0 ? similarTitles(query, index.entries) : [],
  };
}

/** What lies beyond the limit is not counted, so nothing is said about how many there are. */
function countWords(count: number): string {
  return count < MOST_HITS ? plural(count, 'resultat', 'resultater') : `De ${MOST_HITS} bedste resultater`;
}

function rank(group: string): number {
  const place = GROUPS.indexOf(group);
  return place < 0 ? GROUPS.length : place;
}

function rowOf(entry: SearchEntry) {
  return { title: entry.title, href: entry.href, context: entry.context, chips: chipsOf(entry.source) };
}
