import { type Account, isKeptElsewhere } from '#src/core/access/accounts.ts';
import { identitiesOf } from '#src/core/access/identities.ts';
import { MUNICIPAL_ROLES, ROLE_WORDS } from '#src/core/access/roles.ts';
import { openSessions } from '#src/core/access/sessions.ts';
import { hasUnsubscribed } from '#src/core/mail/subscription.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import {
  type Field,
  fieldOf,
  NOTHING_SENT,
  passwordField,
  type Shown,
} from '#src/features/accounts/fields.ts';
import { type SessionRow, sessionRow } from '#src/features/accounts/session-rows.ts';
import type { Fault } from '#src/web/forms.ts';

export interface OwnPage {
  name: string;
  email: string;
  roles: string;
  /** Null for KOMBIT's own. */
  ownMunicipality: { name: string; href: string } | null;
  solutions: string | null;
  version: number;
  /** Null where the login solution tells it. */
  nameField: Field | null;
  /** Empty where there is no password to change. */
  passwordFields: Field[];
  faults: readonly Fault[];
  /** Null for those ugens mail is not for. */
  weeklyMail: 'comes' | 'unsubscribed' | null;
  sessions: SessionRow[];
  hasOtherSessions: boolean;
  /** Null: the portal has no other way of signing in. */
  login: { isLinked: boolean; mayUnlink: boolean } | null;
}

interface OwnGround {
  db: Db;
  now: Date;
  sessionRef: string;
  hasLogin: boolean;
}

/** @param shown what was sent with one of the two forms; the fields of the other show nothing of it */
export function ownPage(ground: OwnGround, account: Account, shown: Shown = NOTHING_SENT): OwnPage {
  const { db, now, sessionRef, hasLogin } = ground;
  const { municipalityId, solutionIds, passwordHash } = account;
  const sessions = openSessions(db, now, account.id).map((row) => sessionRow(row.session, sessionRef));
  const municipality = listMunicipalities(db).find(({ id }) => id === municipalityId);
  const solutions = solutionIds.map((id) => findSolution(db, id)?.name ?? id);
  return {
    name: account.name,
    email: account.email,
    roles: account.roles.map((role) => ROLE_WORDS[role]).join(', '),
    ownMunicipality: municipality
      ? { name: municipality.officialName, href: `/kommuner/${municipality.slug}` }
      : null,
    solutions: solutions.length > 0 ? solutions.join(', ') : null,
    version: account.version,
    nameField: isKeptElsewhere(db, account)
      ? null
      : fieldOf(shown, { name: 'navn', label: 'Navn', value: account.name, autocomplete: 'name' }),
    passwordFields: passwordHash === null ? [] : passwordFields(shown),
    faults: shown.faults,
    weeklyMail: weeklyMailOf(db, account),
    sessions,
    hasOtherSessions: sessions.some(({ isThis }) => !isThis),
    login: hasLogin
      ? { isLinked: identitiesOf(db, account.id).length > 0, mayUnlink: passwordHash !== null }
      : null,
  };
}

function weeklyMailOf(db: Db, { id, roles, municipalityId }: Account): OwnPage['weeklyMail'] {
  const isFor = municipalityId !== null && roles.some((role) => MUNICIPAL_ROLES.has(role));
  if (!isFor) return null;
  return hasUnsubscribed(db, id) ? 'unsubscribed' : 'comes';
}

function passwordFields(shown: Shown): Field[] {
  const old = {
    name: 'adgangskode_nu',
    label: 'Nuværende adgangskode',
    type: 'password',
    autocomplete: 'current-password',
  } as const;
  return [fieldOf(shown, old), passwordField(shown, 'Ny adgangskode')];
}
