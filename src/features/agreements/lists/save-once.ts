import type { Doer } from '#src/core/deeds/doer.ts';
import { once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { signingHead } from '#src/features/agreements/signing/stale.ts';
import { withReceipt } from '#src/web/receipt.ts';

/**
 * Saves a list that was read, once, as long as nobody has set anything since it was shown.
 * @param basis the signing head that the page was made from
 * @param save gives the batch
 * @returns where the answer is; null when somebody has, and nothing was saved
 */
export function saveOnce(
  db: Db,
  doer: Doer,
  { agreementId, basis }: { agreementId: string; basis: string },
  save: () => number,
): string | null {
  return once(db, doer, () => {
    if (Number(basis) !== signingHead(db, agreementId)) return null;
    return withReceipt(`/redaktion/underskrifter/${agreementId}`, save());
  });
}
