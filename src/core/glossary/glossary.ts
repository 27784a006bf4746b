import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { slugify } from '#src/shared/danish-text.ts';

const entrySchema = z.strictObject({
  /** As it stands on the glossary page: "DBA (databehandleraftale)" is term "DBA", full "databehandleraftale". */
  term: z.string(),
  full: z.string().optional(),
  /** One sentence in the portal's own words. */
  sentence: z.string(),
  /** Further spellings that link here; the term itself always does unless `linked` is false. */
  spellings: z.array(z.string()).optional(),
  /** False: explained, but not linked on pages (words as common as "aftale"). */
  linked: z.boolean().optional(),
  /** The solution's page, when there is one. */
  solution: z.string().optional(),
});

export type GlossaryEntry = z.infer<typeof entrySchema> & { anchor: string };

/** The glossary: entries in Danish order, and the words that pages link to them. Source: seeds/reference/glossary.json. */
export function loadGlossary(): { entries: GlossaryEntry[]; terms: { word: string; anchor: string }[] } {
  const file = new URL('../../../seeds/reference/glossary.json', import.meta.url);
  const read = z.array(entrySchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  const collator = new Intl.Collator('da');
  const entries = read
    .map((entry) => ({ ...entry, anchor: slugify(entry.term) }))
    .sort((a, b) => collator.compare(a.term, b.term));
  const terms = entries
    .filter((entry) => entry.linked !== false)
    .flatMap(({ term, spellings = [], anchor }) => [term, ...spellings].map((word) => ({ word, anchor })));
  return { entries, terms };
}
