import type { DraftContext } from '#src/core/drafts/draft.ts';
import { getEntity } from '#src/core/journal/entities.ts';
import type { Db } from '#src/db/client.ts';
import { slugify } from '#src/shared/danish-text.ts';

/** What an editor has said about identity before the material is interpreted. */
export interface Hints {
  /** Wished ids: entity -> identity -> id. */
  slugs: Record<string, Record<string, string>>;
  /** Further spellings of solutions. */
  aliases: { solution: string; alias: string }[];
}

const LONGEST_SLUG = 60;

/** What interpreters ask, and afterwards by which identity each id was given. */
export interface ImportContext extends DraftContext {
  /** Undefined for an id that was not asked for by an identity. */
  identityOf: (entity: string, id: string) => string | undefined;
}

/** Builds what interpreters may ask, from what stands in the database and what the editor wishes. */
export function makeContext(db: Db, meetingId: string, meetingDay: string, hints: Hints): ImportContext {
  const spellings = solutionSpellings(db, hints);
  const municipalities = db.$client.prepare('select id, name from municipality').all() as {
    id: string;
    name: string;
  }[];
  const byName = new Map(municipalities.map((one) => [one.name, one.id]));
  return {
    meetingId,
    meetingDay,
    solutionIdFor: (name) => spellings.get(folded(name)),
    solutionNamedIn: (words) => namedIn(words, spellings),
    municipalityIdFor: (name) => byName.get(name),
    municipalityIds: municipalities.map((one) => one.id),
    ...makeIds(db, hints),
  };
}

function solutionSpellings(db: Db, hints: Hints): Map<string, string> {
  const rows = db.$client.prepare('select id, name, aliases from solution').all() as {
    id: string;
    name: string;
    aliases: string;
  }[];
  const spellings = new Map<string, string>();
  for (const row of rows) {
    for (const alias of [row.name, ...(JSON.parse(row.aliases) as string[])])
      spellings.set(folded(alias), row.id);
  }
  for (const { solution, alias } of hints.aliases) spellings.set(folded(alias), solution);
  return spellings;
}

function namedIn(words: string, spellings: Map<string, string>): string | undefined {
  const text = ` ${folded(words)} `;
  const found = [...spellings].filter(([alias]) => text.includes(` ${alias} `));
  const longest = Math.max(0, ...found.map(([alias]) => alias.length));
  const ids = new Set(found.filter(([alias]) => alias.length === longest).map(([, id]) => id));
  const [only] = ids;
  return ids.size === 1 ? only : undefined;
}

/** Case, spaces and punctuation do not make another spelling. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function makeIds(db: Db, hints: Hints): Pick<ImportContext, 'idFor' | 'identityOf'> {
  const given = new Map<string, Map<string, string>>();
  const identities = new Map<string, string>();
  const idsOf = (entity: string) => {
    const ids = given.get(entity) ?? standingIds(db, entity);
    given.set(entity, ids);
    return ids;
  };
  return {
    idFor(entity, identity, words) {
      const ids = idsOf(entity);
      const id =
        ids.get(identity) ?? hints.slugs[entity]?.[identity] ?? freeSlug(words, new Set(ids.values()));
      ids.set(identity, id);
      identities.set(`${entity}/${id}`, identity);
      return id;
    },
    identityOf: (entity, id) => identities.get(`${entity}/${id}`),
  };
}

function standingIds(db: Db, entity: string): Map<string, string> {
  const rows = db.$client
    .prepare(`select id, identity from "${getEntity(entity).name}" where identity is not null`)
    .all() as { id: string; identity: string }[];
  return new Map(rows.map((row) => [row.identity, row.id]));
}

function freeSlug(words: string, taken: Set<string>): string {
  const whole = slugify(words) || 'post';
  const cut =
    whole.length <= LONGEST_SLUG
      ? whole
      : whole.slice(0, whole.lastIndexOf('-', LONGEST_SLUG)) || whole.slice(0, LONGEST_SLUG);
  let slug = cut;
  for (let n = 2; taken.has(slug); n++) slug = `${cut}-${n}`;
  return slug;
}
