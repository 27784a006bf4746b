import { remembered } from '#src/core/journal/remembered.ts';
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

/** All 98 in Danish order (Aa last). */
export const listMunicipalities = remembered((db): readonly Municipality[] =>
  all(db)
    .all()
    .sort((a, b) => compareDanish(a.name, b.name)),
);

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
