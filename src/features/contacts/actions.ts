/** Deeds on the people of a municipality: each is one line in the access log that tells the fields, never what is in them. */
import { randomUUID } from 'node:crypto';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { listContactsOf, type MunicipalContact } from '#src/core/municipal-contacts/queries.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { municipalContact } from '#src/db/schema/answers.ts';
import { isSamePerson } from './rules.ts';

export type Person = Pick<MunicipalContact, 'name' | 'email' | 'phone'>;
export type Filled = Person & Pick<MunicipalContact, 'role' | 'solutionId'>;

/** @param today ISO: what was just written is right that day */
export function addContact(db: Db, doer: Doer, code: string, filled: Filled, today: string): void {
  const id = randomUUID();
  write(db, doer, code, { id, what: 'added' }, () =>
    db
      .insert(municipalContact)
      .values({ id, ownerId: code, ...filled, confirmedOn: today, version: 1 })
      .run(),
  );
}

export function changeContact(
  db: Db,
  doer: Doer,
  now: MunicipalContact,
  filled: Filled,
  today: string,
): void {
  const fields = (Object.keys(filled) as (keyof Filled)[]).filter((field) => filled[field] !== now[field]);
  write(db, doer, now.ownerId, { id: now.id, what: fields.join(',') }, () => update(db, now, filled, today));
}

export function confirmContacts(
  db: Db,
  doer: Doer,
  code: string,
  contacts: readonly MunicipalContact[],
  today: string,
): void {
  write(db, doer, code, { id: '', what: 'confirmed' }, () => {
    for (const one of contacts) update(db, one, {}, today);
  });
}

/** Who had an ask in this role has it no more; it counts as nobody's. */
export function eraseContact(db: Db, doer: Doer, { id, ownerId }: MunicipalContact): void {
  write(db, doer, ownerId, { id, what: 'erased' }, () =>
    db.delete(municipalContact).where(eq(municipalContact.id, id)).run(),
  );
}

/** All roles of a person, and with them all asks that lie there. @returns how many roles */
export function handOver(db: Db, doer: Doer, code: string, from: Person, to: Person, today: string): number {
  const roles = listContactsOf(db, code).filter((one) => isSamePerson(one, from));
  const { name, email, phone } = to;
  write(db, doer, code, { id: '', what: 'handed-over' }, () => {
    for (const one of roles) update(db, one, { name, email, phone }, today);
  });
  return roles.length;
}

function update(db: Db, { id, version }: MunicipalContact, changed: Partial<Filled>, today: string): void {
  db.update(municipalContact)
    .set({ ...changed, confirmedOn: today, version: version + 1 })
    .where(eq(municipalContact.id, id))
    .run();
}

function write(
  db: Db,
  doer: Doer,
  code: string,
  about: { id: string; what: string },
  deed: () => unknown,
): void {
  db.$client
    .transaction(() => {
      deed();
      const entry = { event: 'contacts-changed', objectType: 'municipal_contact' } as const;
      const detail = { what: about.what };
      logAccess(db, doer, { ...entry, objectId: about.id, objectMunicipalityId: code, detail }, doer.now);
    })
    .immediate();
}
