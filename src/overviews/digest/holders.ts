/** Who in a municipality has an ask, and whether the weekly mail reaches them. */
import { firstOf, ownMatter } from '#src/core/answers/queries.ts';
import { listContactsOf, type MunicipalContact, roleInWords } from '#src/core/municipal-contacts/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type Deadline, isAsk } from '#src/overviews/deadlines/index.ts';
import type { Receiver } from './receivers.ts';

export interface Holder {
  /** The role alone: the municipality may erase a name, and a mail that was sent keeps it. Null: nobody has the ask. */
  role: string | null;
  /** Whoever of the receivers it is; null when the mail reaches nobody by the address of the contact. */
  accountId: string | null;
}

const NOBODY: Holder = { role: null, accountId: null };

/**
 * Who has each ask of a municipality; null where that says nothing: for what is no ask, and for every ask while none
 * was handed out.
 */
export function holdersIn(
  db: Db,
  code: string,
  receivers: readonly Receiver[],
): (deadline: Deadline) => Holder | null {
  const { assignments } = ownMatter(db, code);
  if (assignments.size === 0) return () => null;
  const accountOf = new Map(receivers.map(({ email, accountId }) => [sameCase(email), accountId]));
  const holders = new Map(
    listContactsOf(db, code).map((contact) => [contact.id, holderOf(db, contact, accountOf)] as const),
  );
  return (deadline) => {
    if (!isAsk(deadline)) return null;
    return holders.get(firstOf(assignments, deadline.keys) ?? '') ?? NOBODY;
  };
}

function holderOf(db: Db, contact: MunicipalContact, accountOf: ReadonlyMap<string, string>): Holder {
  return { role: roleInWords(db, contact), accountId: accountOf.get(sameCase(contact.email)) ?? null };
}

function sameCase(address: string): string {
  return address.trim().toLowerCase();
}
