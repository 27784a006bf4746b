import { type Account, isKeptElsewhere } from '#src/core/access/accounts.ts';
import { isForgotten } from '#src/core/access/forget-person.ts';
import { openInvitation } from '#src/core/access/one-time-links.ts';
import type { Role } from '#src/core/access/roles.ts';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { account } from '#src/db/schema/accounts.ts';
import { compareDanish } from '#src/shared/danish-text.ts';

/** `never`: has not signed in yet, most by an invitation that was not used. `forgotten`: the person has been anonymised. */
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
  const signedInAt = (lastSignIn(db).get(one.id) as string | undefined) ?? null;
  // Older sign-ins have left the log, so silence tells nothing of an old account.
  const isNew = now.getTime() - Date.parse(one.createdAt) < LOGGED_MS;
  return {
    ...one,
    standing: standingOf(one, signedInAt === null && isNew),
    invitedUntil: openInvitation(db, one.id, now),
    lastSignIn: signedInAt,
    isKeptElsewhere: isKeptElsewhere(db, one),
  };
}

function standingOf(one: Account, isNeverSeen: boolean): Standing {
  if (isForgotten(one)) return 'forgotten';
  if (one.disabledAt !== null) return 'disabled';
  return isNeverSeen ? 'never' : 'active';
}

/** Twelve of the thirteen months that the access log is kept. */
const LOGGED_MS = 365 * 24 * 3600_000;

const lastSignIn = prepared((db) =>
  db.$client
    .prepare(
      `select at from access_log where actor = ? and event = 'sign-in' and outcome = 'ok' order by at desc limit 1`,
    )
    .pluck(),
);
