import { sha256 } from '#src/core/access/tokens.ts';
import type { ContactRole } from '#src/core/municipal-contacts/queries.ts';
import { daysBetween } from '#src/shared/calendar-day.ts';

/** Roles that every municipality has once; a system owner there is for each system. */
export const EXPECTED_ROLES = [
  'programme-leader',
  'mailbox',
  'infrastructure',
  'legal',
] as const satisfies ContactRole[];

/** Whether somebody, or a mailbox, has the role. */
export function isFilled({ name, email }: Person): boolean {
  return name !== '' || email !== '';
}

/** Of the roles that every municipality has once, those that nobody has. */
export function missingRolesOf(contacts: readonly (Person & { role: ContactRole })[]): ContactRole[] {
  return EXPECTED_ROLES.filter((role) => !contacts.some((one) => one.role === role && isFilled(one)));
}

const OLD_DAYS = 182;

/** Half a year after it was last said to be right, somebody asks. Days are ISO. */
export function needsConfirming(confirmedOn: string, today: string): boolean {
  return daysBetween(confirmedOn, today) > OLD_DAYS;
}

/** The same person in two roles is known by name and mail. */
export function isSamePerson(a: Person, b: Person): boolean {
  return a.name === b.name && a.email.toLowerCase() === b.email.toLowerCase();
}

/** What stands, as one word: another one when anybody changed a contact meanwhile. */
export function contactsStanding(contacts: readonly { id: string; version: number }[]): string {
  return sha256(
    contacts
      .map(({ id, version }) => `${id}/${version}`)
      .sort()
      .join(),
  ).slice(0, 32);
}

interface Person {
  name: string;
  email: string;
}
