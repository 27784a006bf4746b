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
  const { formKey } = doer;
  if (formKey === null) return deed();
  const keyHash = sha256(`${doer.actor}/${formKey}`);
  const run = db.$client.transaction(() => {
    const first = db.select().from(formDone).where(eq(formDone.keyHash, keyHash)).get();
    if (first) return first.location;
    const location = deed();
    if (location === null) return location;
    db.insert(formDone).values({ keyHash, location, doneAt: doer.now.toISOString() }).run();
    return location;
  });
  return run.immediate();
}

/** @returns how many went. */
export function forgetOldForms(db: Db, now: Date): number {
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString();
  return db.delete(formDone).where(sql`${formDone.doneAt} < ${oldest}`).run().changes;
}
