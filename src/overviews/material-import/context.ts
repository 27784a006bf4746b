import type { DraftContext } from '#src/core/drafts/draft.ts';
import { type Likeness, likeness } from '#src/core/drafts/likeness.ts';
import { getEntity } from '#src/core/journal/entities.ts';
import type { Db } from '#src/db/client.ts';
import { slugify } from '#src/shared/danish-text.ts';

/** What an editor has said about identity before the material is interpreted. */
export interface Hints {
  /** Wished ids: entity -> identity -> id; null: it is none of those that stand. */
  slugs: Record<string, Record<string, string | null>>;
  /** Further spellings of solutions. */
  aliases: { solution: string; alias: string }[];
}

const LONGEST_SLUG = 60;

/** What interpreters ask, and afterwards by which identity each id was given. */
export interface ImportContext extends DraftContext {
  /** Undefined for an id that was not asked for by an identity. */
  identityOf: (entity: string, id: string) => string | undefined;
  /** Set when the id is that of an object which stands under other words, or may be one. */
  likenessOf: (entity: string, id: string) => Known | undefined;
  /** Every identity that was asked for. */
  asked: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Under other words than it stands; its candidates are ids. */
export type Known = Likeness;

/** Identities that the whole material asks for: an object that has its own words is never taken for another. */
export type Asked = ImportContext['asked'];

/**
 * Builds what interpreters may ask, from what stands in the database and what the editor wishes.
 * @param asked of a first run over the same material; without it nothing is known again under other words
 */
export function makeContext(
  db: Db,
  meetingId: string,
  meetingDay: string,
  hints: Hints,
  asked?: Asked,
): ImportContext {
  const spellings = solutionSpellings(db, hints);
  const municipalities = db.$client.prepare('select id, name from municipality').all() as {
    id: string;
    name: string;
  }[];
  const byName = new Map(municipalities.map((one) => [one.name, one.id]));
  return {
    meetingId,
    meetingDay,
    solutionIdFor: (name) => spellings.get(folded(name)) ?? withoutGaps(name, spellings),
    solutionNamedIn: (words) => namedIn(words, spellings),
    municipalityIdFor: (name) => byName.get(name),
    municipalityIds: municipalities.map((one) => one.id),
    ...makeIds(db, hints, asked),
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

/** "Nem Refusion" is NemRefusion, where only one solution is spelled so. */
function withoutGaps(name: string, spellings: Map<string, string>): string | undefined {
  const bare = (text: string): string => folded(text).replaceAll(' ', '');
  const ids = new Set([...spellings].flatMap(([alias, id]) => (bare(alias) === bare(name) ? [id] : [])));
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

function makeIds(
  db: Db,
  hints: Hints,
  asked: Asked | undefined,
): Pick<ImportContext, 'idFor' | 'identityOf' | 'likenessOf' | 'asked'> {
  const given = new Map<string, Map<string, string>>();
  const identities = new Map<string, string>();
  const known = new Map<string, Known>();
  const seen = new Map<string, Set<string>>();
  const likenesses = new Map<string, Map<string, Known>>();
  const idsOf = (entity: string) => {
    const ids = given.get(entity) ?? standingIds(db, entity);
    given.set(entity, ids);
    return ids;
  };
  const likeOne = (entity: string, identity: string): Known | undefined => {
    const others = asked?.get(entity);
    if (!others) return undefined;
    const found = likenesses.get(entity) ?? knownAgain(standingIds(db, entity), others, hints.slugs[entity]);
    likenesses.set(entity, found);
    return found.get(identity);
  };
  return {
    asked: seen,
    idFor(entity, identity, words) {
      seen.set(entity, (seen.get(entity) ?? new Set()).add(identity));
      const ids = idsOf(entity);
      const hint = hintFor(hints.slugs[entity], identity);
      const exact = ids.get(identity) ?? hint;
      const like = exact || hint === null ? undefined : likeOne(entity, identity);
      const free = like?.candidates.find((one) => !identities.has(`${entity}/${one}`));
      const id = exact ?? free ?? freeSlug(words, new Set(ids.values()));
      ids.set(identity, id);
      identities.set(`${entity}/${id}`, identity);
      if (like) known.set(`${entity}/${id}`, like);
      return id;
    },
    identityOf: (entity, id) => identities.get(`${entity}/${id}`),
    likenessOf: (entity, id) => known.get(`${entity}/${id}`),
  };
}

/**
 * Which of the identities that are asked for may be objects that stand under other words. Two that may be the same
 * one leave it open which of them is.
 */
function knownAgain(
  standing: ReadonlyMap<string, string>,
  asked: ReadonlySet<string>,
  hints: Hints['slugs'][string] | undefined,
): Map<string, Known> {
  const taken = new Set(Object.values(hints ?? {}));
  const free = [...standing].filter(([identity, id]) => !asked.has(identity) && !taken.has(id));
  const names = free.map(([identity]) => identity);
  const found = new Map<string, Known>();
  const claims = new Map<string, number>();
  for (const identity of asked) {
    const like =
      standing.has(identity) || hintFor(hints, identity) !== undefined ? null : likeness(identity, names);
    if (!like) continue;
    const candidates = like.candidates.flatMap((one) => standing.get(one) ?? []);
    found.set(identity, { ...like, candidates });
    for (const id of candidates) claims.set(id, (claims.get(id) ?? 0) + 1);
  }
  for (const [identity, like] of found) {
    const isContested = like.candidates.slice(0, 1).some((id) => (claims.get(id) ?? 0) > 1);
    if (isContested) found.set(identity, { ...like, kind: 'doubtful' });
  }
  return found;
}

function hintFor(hints: Hints['slugs'][string] | undefined, identity: string): string | null | undefined {
  return hints && Object.hasOwn(hints, identity) ? hints[identity] : undefined;
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
