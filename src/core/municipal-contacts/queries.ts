/** People in roles of a municipality. Personal data: for its own people and for KOMBIT, never in the journal. */

import { solutionNames } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { type CONTACT_ROLES, municipalContact } from '#src/db/schema/answers.ts';
import { compareDanish } from '#src/shared/danish-text.ts';

export type MunicipalContact = typeof municipalContact.$inferSelect;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** As on screen, in the order in which they stand. */
export const CONTACT_ROLE_WORDS: Readonly<Record<ContactRole, string>> = {
  'programme-leader': 'Programleder',
  mailbox: 'Funktionspostkasse',
  infrastructure: 'Infrastrukturansvarlig',
  legal: 'Jurist eller DPO',
  'system-owner': 'Systemansvarlig',
  other: 'Anden kontakt',
};

const byOwner = prepared((db) =>
  db
    .select()
    .from(municipalContact)
    .where(eq(municipalContact.ownerId, sql.placeholder('ownerId')))
    .prepare(),
);

const ownerById = prepared((db) =>
  db
    .select({ ownerId: municipalContact.ownerId })
    .from(municipalContact)
    .where(eq(municipalContact.id, sql.placeholder('id')))
    .prepare(),
);

/** Code of the municipality whose contact it is; undefined for one that is erased or never was. */
export function ownerOfContact(db: Db, id: string): string | undefined {
  return ownerById(db).get({ id })?.ownerId;
}

/** By role, solution and name. @param code the municipality's */
export function listContactsOf(db: Db, code: string): MunicipalContact[] {
  const order = Object.keys(CONTACT_ROLE_WORDS);
  const names = solutionNames(db);
  const solution = (one: MunicipalContact) => names.get(one.solutionId ?? '') ?? '';
  return byOwner(db)
    .all({ ownerId: code })
    .sort(
      (a, b) =>
        order.indexOf(a.role) - order.indexOf(b.role) ||
        compareDanish(solution(a), solution(b)) ||
        compareDanish(a.name, b.name),
    );
}

/** "Systemansvarlig, SAPA" */
export function roleInWords(
  db: Db,
  { role, solutionId }: Pick<MunicipalContact, 'role' | 'solutionId'>,
): string {
  const solution = solutionNames(db).get(solutionId ?? '');
  return solution ? `${CONTACT_ROLE_WORDS[role]}, ${solution}` : CONTACT_ROLE_WORDS[role];
}

/** "Sune System (Systemansvarlig, SAPA)", and the role alone where nobody has it. */
export function contactInWords(db: Db, contact: MunicipalContact): string {
  const role = roleInWords(db, contact);
  const who = contact.name || contact.email;
  return who === '' ? `${role} (ingen person endnu)` : `${who} (${role})`;
}
