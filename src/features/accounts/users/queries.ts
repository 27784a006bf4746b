import { type Account, isKeptElsewhere } from '#src/core/access/accounts.ts';
import { isForgotten } from '#src/core/access/forget-person.ts';
import { openInvitation } from '#src/core/access/one-time-links.ts';
import type { Role } from '#src/core/access/roles.ts';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { account } from '#src/db/schema/accounts.ts';
import { compareDanish } from '#src/shared/danish-text.ts';

/**
 * `never`: was invited and has not chosen a password. `forgotten`: the person has been anonymised.
 */
export type Standing = 'active' | 'never' | 'disabled' | 'forgotten';

export interface User extends Account {
  standing: Standing;
  /** When the invitation ends that still works, or null. */
  invitedUntil: string | null;
  /** As long as the access log goes back; null when they have not signed in since. */
  lastSignIn: string | null;
  /** Rights come from the login solution at every sign-in. */
  isKeptElsewhere: boolean;
}

export interface UserFilter {
  municipalityId?: string | undefined;
  role?: Role | undefined;
  standing?: Standing | undefined;
}

/** In Danish order of their names. */
export function listUsers(db: Db, filter: UserFilter, now: Date): User[] {
  return db
    .select()
    .from(account)
    .all()
    .map((one) => userOf(db, one, now))
    .filter(
      (one) =>
        (filter.municipalityId === undefined || one.municipalityId === filter.municipalityId) &&
        (filter.role === undefined || one.roles.includes(filter.role)) &&
        (filter.standing === undefined ? one.standing !== 'forgotten' : one.standing === filter.standing),
    )
    .sort((a, b) => compareDanish(a.name, b.name));
}

export function userOf(db: Db, one: Account, now: Date): User {
  const keptElsewhere = isKeptElsewhere(db, one);
  return {
    ...one,
    standing: standingOf(one, keptElsewhere),
    invitedUntil: openInvitation(db, one.id, now),
    lastSignIn: (lastSignIn(db).get(one.id) as string | undefined) ?? null,
    isKeptElsewhere: keptElsewhere,
  };
}

function standingOf(one: Account, keptElsewhere: boolean): Standing {
  if (isForgotten(one)) return 'forgotten';
  if (one.disabledAt !== null) return 'disabled';
  return one.passwordHash === null && !keptElsewhere ? 'never' : 'active';
}

const lastSignIn = prepared((db) =>
  db.$client
    .prepare(
      `select at from access_log where actor = ? and event = 'sign-in' and outcome = 'ok' order by at desc limit 1`,
    )
    .pluck(),
);
