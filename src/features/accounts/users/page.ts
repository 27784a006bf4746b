import { identitiesOf } from '#src/core/access/identities.ts';
import { ROLE_WORDS } from '#src/core/access/roles.ts';
import { openSessions } from '#src/core/access/sessions.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type CalendarRow, calendarRows } from '#src/features/accounts/calendars/page.ts';
import { type Field, fieldOf, NOTHING_SENT, type Shown } from '#src/features/accounts/fields.ts';
import { type SessionRow, sessionRow } from '#src/features/accounts/session-rows.ts';
import { instantInSentence, instantWords } from '#src/shared/instant.ts';
import { ROLES, type Role } from '#src/shared/role-names.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import type { Standing, User } from './queries.ts';

export interface UserRow {
  href: string;
  name: string;
  email: string;
  roles: string;
  /** "Odense Kommune"; "KOMBIT" for KOMBIT's own. */
  municipality: string;
  solutions: string;
  status: StatusBadge;
  /** "Link til 1. december 2025 kl. 9.00", '' */
  hint: string;
  lastSignIn: string;
}

export function userRow(db: Db, user: User): UserRow {
  return {
    href: `/redaktion/brugere/${user.id}`,
    name: user.name,
    email: user.standing === 'forgotten' ? '' : user.email,
    roles: user.roles.map((role) => ROLE_WORDS[role]).join(', '),
    municipality: municipalityName(db, user.municipalityId),
    solutions: solutionNames(db, user.solutionIds),
    status: STANDING_BADGES[user.standing],
    hint: hintOf(user),
    lastSignIn: lastSignInOf(user),
  };
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  active: 'Aktiv',
  never: 'Aldrig logget ind',
  disabled: 'Lukket',
  forgotten: 'Anonymiseret',
};

const STANDING_BADGES: Readonly<Record<Standing, StatusBadge>> = {
  active: { word: STANDING_WORDS.active, icon: 'success', tone: 'done' },
  never: { word: STANDING_WORDS.never, icon: 'time', tone: 'soon' },
  disabled: { word: STANDING_WORDS.disabled, icon: null, tone: 'unknown' },
  forgotten: { word: STANDING_WORDS.forgotten, icon: null, tone: 'unknown' },
};

function hintOf(user: User): string {
  const { invitedUntil } = user;
  if (!isInvited(user)) return '';
  return invitedUntil ? `Linket virker til ${instantInSentence(invitedUntil)}` : 'Linket er udløbet';
}

/** Has a way in only by an invitation. */
function isInvited({ standing, passwordHash, isKeptElsewhere }: User): boolean {
  return standing !== 'disabled' && standing !== 'forgotten' && passwordHash === null && !isKeptElsewhere;
}

function lastSignInOf({ lastSignIn, standing }: User): string {
  if (lastSignIn !== null) return instantWords(lastSignIn);
  return standing === 'active' ? 'Ikke det seneste år' : 'Aldrig';
}

export interface Tick {
  id: string;
  name: string;
  value: string;
  label: string;
  isTicked: boolean;
}

/** The form about a person, for a new one and for one that is there. */
export interface UserForm {
  name: Field;
  email: Field;
  roles: { ticks: Tick[]; fault: string | null };
  municipality: { options: { value: string; text: string; isSelected: boolean }[]; fault: string | null };
  solutions: { ticks: Tick[]; fault: string | null; isOpen: boolean };
}

export function userForm(db: Db, user: User | null, shown: Shown = NOTHING_SENT): UserForm {
  const { typed, faults } = shown;
  const isSent = Object.keys(typed).length > 0;
  const roles = isSent ? [typed.roller ?? []].flat() : (user?.roles ?? []);
  const municipality = isSent ? String(typed.kommune ?? '') : (user?.municipalityId ?? '');
  const solutions = isSent ? [typed.loesninger ?? []].flat() : (user?.solutionIds ?? []);
  const faultOf = (name: string) => faults.find((one) => one.field === name)?.text ?? null;
  return {
    name: fieldOf(shown, { name: 'navn', label: 'Navn', value: user?.name ?? '' }),
    email: fieldOf(shown, { name: 'mail', label: 'Arbejdsmail', type: 'email', value: user?.email ?? '' }),
    roles: {
      ticks: ROLES.map((role) => tick('roller', role, ROLE_LABELS[role], roles)),
      fault: faultOf('roller'),
    },
    municipality: {
      options: [
        { value: '', text: 'Ingen (KOMBIT)', isSelected: municipality === '' },
        ...listMunicipalities(db).map(({ id, name }) => ({
          value: id,
          text: name,
          isSelected: id === municipality,
        })),
      ],
      fault: faultOf('kommune'),
    },
    solutions: {
      ticks: listSolutions(db).map(({ id, name }) => tick('loesninger', id, name, solutions)),
      fault: faultOf('loesninger'),
      isOpen: solutions.length > 0 || faultOf('loesninger') !== null,
    },
  };
}

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  admin: `${ROLE_WORDS.admin}: styrer brugere og kan alt, hvad en redaktør kan`,
  staff: `${ROLE_WORDS.staff}: retter oplysninger og underskrifter`,
  'programme-leader': `${ROLE_WORDS['programme-leader']}: svarer for sin kommune`,
  'system-owner': `${ROLE_WORDS['system-owner']}: svarer for sin kommune om bestemte løsninger`,
};

function tick(name: string, value: string, label: string, ticked: readonly string[]): Tick {
  return { id: `${name}-${value}`, name, value, label, isTicked: ticked.includes(value) };
}

export interface UserPage {
  row: UserRow;
  path: string;
  version: number;
  form: UserForm;
  faults: Shown['faults'];
  standing: Standing;
  created: string;
  isKeptElsewhere: boolean;
  isLinked: boolean;
  mayInvite: boolean;
  sessions: SessionRow[];
  calendars: CalendarRow[];
}

export function userPage(
  db: Db,
  user: User,
  now: Date,
  ownRef: string,
  shown: Shown = NOTHING_SENT,
): UserPage {
  const row = userRow(db, user);
  return {
    row,
    path: row.href,
    version: user.version,
    form: userForm(db, user, shown),
    faults: shown.faults,
    standing: user.standing,
    created: instantInSentence(user.createdAt),
    isKeptElsewhere: user.isKeptElsewhere,
    isLinked: identitiesOf(db, user.id).length > 0,
    mayInvite: isInvited(user),
    sessions: openSessions(db, now, user.id).map(({ session }) => sessionRow(session, ownRef)),
    calendars: calendarRows(db, user.id),
  };
}

/** What stands now beside what was sent, where somebody else changed the person meanwhile. */
export function staleLines(
  db: Db,
  user: User,
  sent: SentRights,
): { label: string; stands: string; sent: string }[] {
  const lines = [
    { label: 'Navn', stands: user.name, sent: sent.name },
    { label: 'Arbejdsmail', stands: user.email, sent: sent.email },
    { label: 'Roller', stands: roleWords(user.roles), sent: roleWords(sent.roles) },
    {
      label: 'Kommune',
      stands: municipalityName(db, user.municipalityId),
      sent: municipalityName(db, sent.municipalityId),
    },
    {
      label: 'Løsninger',
      stands: solutionNames(db, user.solutionIds),
      sent: solutionNames(db, sent.solutionIds),
    },
  ];
  return lines.filter(({ stands, sent: wished }) => stands !== wished);
}

interface SentRights {
  name: string;
  email: string;
  roles: readonly Role[];
  municipalityId: string | null;
  solutionIds: readonly string[];
}

/** In the order of the list, however they were stored. */
function roleWords(roles: readonly Role[]): string {
  return ROLES.filter((role) => roles.includes(role))
    .map((role) => ROLE_WORDS[role])
    .join(', ');
}

function municipalityName(db: Db, id: string | null): string {
  return listMunicipalities(db).find((one) => one.id === id)?.officialName ?? 'KOMBIT';
}

function solutionNames(db: Db, ids: readonly string[]): string {
  return listSolutions(db)
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
}
