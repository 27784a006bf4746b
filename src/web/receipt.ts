import type { FastifyRequest } from 'fastify';
import { isStaff } from '#src/core/access/roles.ts';
import { whyNotUndo } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { batch } from '#src/db/schema/journal.ts';
import type { Receipt } from './page-frame.ts';

/** Adds the receipt of a deed to the address that answers it. */
export function withReceipt(path: string, batchId: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}kvittering=${batchId}`;
}

/** `?kvittering=`: what this person has just done. Another's number shows nothing. */
export function receiptOf(
  db: Db,
  { query, principal, reading, now }: FastifyRequest,
  back: string,
): Receipt | null {
  const id = (query as Record<string, unknown>).kvittering;
  if (!principal || reading.isPast || typeof id !== 'string' || !/^\d{1,15}$/.test(id)) return null;
  const one = db
    .select()
    .from(batch)
    .where(eq(batch.id, Number(id)))
    .get();
  if (!one || one.actor !== principal.accountId) return null;
  const logHref = isStaff(principal) ? `/redaktion/log?aendring=${one.id}` : null;
  if (one.kind === 'undo') return { text: 'Ændringen er fortrudt.', undoBatchId: null, back, logHref };
  const undoBatchId = whyNotUndo(db, one, now) === null ? one.id : null;
  return { text: one.title, undoBatchId, back, logHref };
}
