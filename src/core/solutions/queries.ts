import { remembered } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { municipalitySet, solution } from '#src/db/schema/solutions.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { NotFoundError } from '#src/shared/errors.ts';

export type Solution = typeof solution.$inferSelect;
export type MunicipalitySet = typeof municipalitySet.$inferSelect;

const all = prepared((db) => db.select().from(solution).where(isNull(solution.withdrawnOn)).prepare());
const byId = prepared((db) =>
  db
    .select()
    .from(solution)
    .where(eq(solution.id, sql.placeholder('id')))
    .prepare(),
);
const setsById = remembered(
  (db): ReadonlyMap<string, MunicipalitySet> =>
    new Map(
      db
        .select()
        .from(municipalitySet)
        .all()
        .map((one) => [one.id, one]),
    ),
);
const sets = prepared((db) =>
  db.select().from(municipalitySet).where(isNull(municipalitySet.withdrawnOn)).prepare(),
);

/** In Danish order of their names. */
export const listSolutions = remembered((db): readonly Solution[] =>
  all(db)
    .all()
    .sort((a, b) => compareDanish(a.name, b.name)),
);

export function findSolution(db: Db, id: string): Solution | undefined {
  return byId(db).get({ id });
}

/** @throws NotFoundError */
export function getSolution(db: Db, id: string): Solution {
  const found = findSolution(db, id);
  if (!found) throw new NotFoundError('Løsningen');
  return found;
}

/** Name by id, for rows that show which solution they belong to. */
export const solutionNames = remembered(
  (db): ReadonlyMap<string, string> => new Map(listSolutions(db).map((one) => [one.id, one.name])),
);

/** The solution and those gathered under it: FKI SP and FKI STS belong to Fælleskommunal Infrastruktur. */
export function solutionFamily(db: Db, id: string): string[] {
  return [
    id,
    ...listSolutions(db)
      .filter((one) => one.parentId === id)
      .map((one) => one.id),
  ];
}

/** A named set such as EG, whose members may not be known. */
export function findMunicipalitySet(db: Db, id: string): MunicipalitySet | undefined {
  return setsById(db).get(id);
}

/** In Danish order of their names. */
export function listMunicipalitySets(db: Db): MunicipalitySet[] {
  return sets(db)
    .all()
    .sort((a, b) => compareDanish(a.name, b.name));
}

/** Those who use the solution, where not all 98 do: the set that bears the solution's own id, e.g. `dubu`. */
export function findUsersOf(db: Db, solutionId: string | null): MunicipalitySet | undefined {
  return solutionId === null ? undefined : findMunicipalitySet(db, solutionId);
}
