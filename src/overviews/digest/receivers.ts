import { MUNICIPAL_ROLES } from '#src/core/access/roles.ts';
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { eq, isNull, sql } from '#src/db/drizzle.ts';
import { account } from '#src/db/schema/accounts.ts';
import { digestMail, digestOptOut } from '#src/db/schema/digest.ts';
import type { Role } from '#src/shared/role-names.ts';
import type { Snapshot } from './rules.ts';

/** Somebody of a municipality who gets the weekly mail when there is something to tell. */
export interface Receiver {
  accountId: string;
  name: string;
  email: string;
  municipality: Municipality;
  roles: readonly Role[];
  /** Solutions whose asks are told; null: all of them, for a programme leader. */
  solutionIds: readonly string[] | null;
}

/** By municipality as in Danish, then by address. Nobody who is shut out, forgotten, or has said no. */
export function listReceivers(db: Db): Receiver[] {
  const rows = db
    .select({ account })
    .from(account)
    .leftJoin(digestOptOut, eq(digestOptOut.accountId, account.id))
    .where(sql`${isNull(account.disabledAt)} and ${isNull(digestOptOut.accountId)}`)
    .orderBy(account.email)
    .all();
  const byMunicipality = Map.groupBy(rows, (row) => row.account.municipalityId);
  return listMunicipalities(db).flatMap((municipality) =>
    (byMunicipality.get(municipality.id) ?? [])
      .filter((row) => row.account.roles.some((role) => MUNICIPAL_ROLES.has(role)))
      .map((row) => receiverOf(row.account, municipality)),
  );
}

/** What the mail before said to each person; absent for those who got none. What was stopped has told nothing. */
export function snapshots(db: Db): ReadonlyMap<string, Snapshot> {
  const rows = db
    .select({ accountId: digestMail.accountId, told: digestMail.told })
    .from(digestMail)
    .where(sql`${isNull(digestMail.cancelledAt)} and ${digestMail.told} is not null`)
    .orderBy(digestMail.id)
    .all();
  return new Map(rows.flatMap(({ accountId, told }) => (told ? [[accountId, told] as const] : [])));
}

/** Those who have had this week's mail. */
export function receiversOfWeek(db: Db, week: string): ReadonlySet<string> {
  const rows = db
    .select({ accountId: digestMail.accountId })
    .from(digestMail)
    .where(sql`${eq(digestMail.week, week)} and ${isNull(digestMail.cancelledAt)}`)
    .all();
  return new Set(rows.map(({ accountId }) => accountId));
}

function receiverOf(one: typeof account.$inferSelect, municipality: Municipality): Receiver {
  const { id: accountId, name, email, roles, solutionIds } = one;
  const ownsAll = roles.includes('programme-leader');
  return { accountId, name, email, municipality, roles, solutionIds: ownsAll ? null : solutionIds };
}
