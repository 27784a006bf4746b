import type { Db } from '#src/db/client.ts';
import { sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { municipalContact } from '#src/db/schema/answers.ts';

const filled = prepared((db) =>
  db
    .select({
      code: municipalContact.ownerId,
      role: municipalContact.role,
      solutionId: municipalContact.solutionId,
    })
    .from(municipalContact)
    .where(sql`${municipalContact.name} <> '' or ${municipalContact.email} <> ''`)
    .prepare(),
);

/** Every role of every municipality that somebody has, without who. */
export function listFilledRoles(db: Db) {
  return filled(db).all();
}
