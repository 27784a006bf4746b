import { sha256 } from '#src/core/access/tokens.ts';
import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { formDone } from '#src/db/schema/accounts.ts';
import type { Doer } from './doer.ts';

/** How long a form is remembered: longer than anybody keeps a page open. */
const KEPT_MS = 14 * 24 * 3600_000;

/**
 * Does what a form asks for, once: a double click, the back button or a request sent again gets the first answer.
 * @param deed does it and says where the answer is, or null when it did nothing: then the form may be sent again. Runs
 * in the transaction.
 * @returns an address of the portal, or the deed's null.
 */
export function once<T extends string | null>(db: Db, doer: Doer, deed: () => T): T | string {
  const keyHash = keyHashOf(doer);
  if (keyHash === null) return deed();
  const run = db.$client.transaction(() => {
    const first = firstAnswer(db, doer);
    if (first !== undefined) return first;
    const location = deed();
    if (location === null) return location;
    db.insert(formDone).values({ keyHash, location, doneAt: doer.now.toISOString() }).run();
    return location;
  });
  return run.immediate();
}

/** The answer a form got when it was sent before: for what can be checked only before it is done, as an old password. */
export function firstAnswer(db: Db, doer: Doer): string | undefined {
  const keyHash = keyHashOf(doer);
  if (keyHash === null) return undefined;
  return db.select().from(formDone).where(eq(formDone.keyHash, keyHash)).get()?.location;
}

/** @returns how many went. */
export function forgetOldForms(db: Db, now: Date): number {
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString();
  return db.delete(formDone).where(sql`${formDone.doneAt} < ${oldest}`).run().changes;
}

function keyHashOf({ actor, formKey }: Doer): string | null {
  return formKey === null ? null : sha256(`${actor}/${formKey}`);
}
