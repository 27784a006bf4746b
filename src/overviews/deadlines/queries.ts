import type { Db } from '#src/db/client.ts';
import { and, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { municipalitySetMember } from '#src/db/schema/solutions.ts';

const members = prepared((db) =>
  db
    .select({ code: municipalitySetMember.municipalityId })
    .from(municipalitySetMember)
    .where(
      and(
        eq(municipalitySetMember.setId, sql.placeholder('setId')),
        isNull(municipalitySetMember.withdrawnOn),
      ),
    )
    .prepare(),
);

/** Codes of the municipalities in a named set; empty where nobody has said who they are. */
export function listSetMembers(db: Db, setId: string): string[] {
  return members(db)
    .all({ setId })
    .map((row) => row.code);
}
