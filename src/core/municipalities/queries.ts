import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { municipality } from '#src/db/schema/municipalities.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { NotFoundError } from '#src/shared/errors.ts';

export type Municipality = typeof municipality.$inferSelect;

const all = prepared((db) => db.select().from(municipality).prepare());
const bySlug = prepared((db) =>
  db
    .select()
    .from(municipality)
    .where(eq(municipality.slug, sql.placeholder('slug')))
    .prepare(),
);
const sorted = new WeakMap<object, readonly Municipality[]>();

/** All 98 in Danish order (Aa last). They do not change while the portal runs, so they are read once per database. */
export function listMunicipalities(db: Db): readonly Municipality[] {
  let list = sorted.get(db.$client);
  if (!list || list.length === 0) {
    list = all(db)
      .all()
      .sort((a, b) => compareDanish(a.name, b.name));
    sorted.set(db.$client, list);
  }
  return list;
}

/** A municipality as the matching of names wants it. */
export type Named = Municipality & { code: string };
const named = new WeakMap<readonly Municipality[], readonly Named[]>();

export function listNamed(db: Db): readonly Named[] {
  const list = listMunicipalities(db);
  const found = named.get(list) ?? list.map((one) => ({ ...one, code: one.id }));
  named.set(list, found);
  return found;
}

export function findMunicipality(db: Db, slug: string): Municipality | undefined {
  return bySlug(db).get({ slug });
}

/** @throws NotFoundError */
export function getMunicipality(db: Db, slug: string): Municipality {
  const found = findMunicipality(db, slug);
  if (!found) throw new NotFoundError('Kommunen');
  return found;
}
