import type { Database } from 'better-sqlite3';
import { loadGlossary } from '#src/core/glossary/glossary.ts';
import { headOf } from '#src/core/journal/remembered.ts';
import type { Reading, SearchEntry } from '#src/core/offers/offers.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import { listMeetings, listSlides } from '#src/core/sources/queries.ts';
import { features } from '#src/features/index.ts';
import { foldForSearch } from '#src/shared/danish-text.ts';

export interface SearchIndex {
  /** Entries that hold every word of the query, as a word or the beginning of one; best first. */
  find: (query: string) => SearchEntry[];
  entries: readonly SearchEntry[];
}

export const MOST_HITS = 200;
const built = new WeakMap<object, { head: number; index: SearchIndex }>();

/**
 * The full-text index of what stands, in memory, one for each database: days between two changes share it. It is made
 * again when the journal has grown: no trigger can forget it, and it can never show what no longer stands.
 */
export function indexOf(reading: Reading): SearchIndex {
  const { $client } = reading.db;
  const head = headOf(reading.db);
  const found = built.get($client);
  if (found?.head === head) return found.index;
  const index = buildIndex($client, entriesOf(reading));
  built.set($client, { head, index });
  return index;
}

function entriesOf(reading: Reading): SearchEntry[] {
  const own = features.flatMap((feature) => feature.searchEntries?.(reading) ?? []);
  const solutions = listSolutions(reading.db).map(
    (one): SearchEntry => ({
      group: 'Løsninger',
      title: one.name,
      body: [one.fullName ?? '', ...one.aliases, one.summary ?? ''].join(' '),
      href: `/loesninger/${one.id}`,
      context: one.fullName ?? '',
      source: null,
    }),
  );
  const slides = listMeetings(reading.db).flatMap((meeting) =>
    listSlides(reading.db, meeting.id).map(
      (slide): SearchEntry => ({
        group: 'Slides',
        title: slide.title || `Slide ${slide.slide}`,
        body: slide.section,
        href: `/moeder/${meeting.id}/slide/${slide.slide}`,
        context: slide.section,
        source: { meetingId: meeting.id, slide: slide.slide },
      }),
    ),
  );
  const terms = loadGlossary().entries.map(
    (one): SearchEntry => ({
      group: 'Ordliste',
      title: one.full ? `${one.term}: ${one.full}` : one.term,
      body: [one.sentence, ...(one.spellings ?? [])].join(' '),
      href: `/ordliste#${one.anchor}`,
      context: one.sentence,
      source: null,
    }),
  );
  return [...own, ...solutions, ...terms, ...slides];
}

/** A temporary table of the connection: it goes when the day's database is closed, and no file is written. */
function buildIndex(raw: Database, entries: readonly SearchEntry[]): SearchIndex {
  raw.exec('drop table if exists temp.found');
  raw.exec(
    `create virtual table temp.found using fts5 (title, body, tokenize = "unicode61 remove_diacritics 0")`,
  );
  const insert = raw.prepare('insert into temp.found (rowid, title, body) values (?, ?, ?)');
  raw.transaction(() => {
    for (const [i, entry] of entries.entries())
      insert.run(i, foldForSearch(entry.title), foldForSearch(`${entry.body} ${entry.context}`));
  })();
  const query = raw
    .prepare(
      `select rowid from found where found match ? order by bm25(found, 8, 1), rowid limit ${MOST_HITS}`,
    )
    .pluck();
  return {
    entries,
    find(text) {
      const expression = matchExpression(text);
      if (expression === '') return [];
      const rows = query.all(expression) as number[];
      return rows.map((row) => entries[row]).filter((one) => one !== undefined);
    },
  };
}

/** Every word quoted, so that nothing a person types is an operator; each may be the beginning of a longer word. */
function matchExpression(text: string): string {
  const words = foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => `"${word}"*`).join(' ');
}
