/** Decisions on a proposal, which two people can share: each has a version, and nobody overwrites what they did not see. */
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { and, eq } from '#src/db/drizzle.ts';
import { type DECISIONS, proposalDecision } from '#src/db/schema/proposals.ts';
import type { Item } from './items.ts';

export type DecisionRow = typeof proposalDecision.$inferSelect;

export interface Wanted {
  item: Item;
  /** Null takes a decision back. */
  decision: (typeof DECISIONS)[number] | null;
  corrections: Record<string, unknown> | null;
  /** Version of the decision that the form was made from; 0 for none. */
  seen: number;
}

/** By key of the item. */
export function decisionsOn(db: Db, proposalId: number): Map<string, DecisionRow> {
  const rows = db.select().from(proposalDecision).where(eq(proposalDecision.proposalId, proposalId)).all();
  return new Map(rows.map((row) => [row.itemKey, row]));
}

/** A decision that was made of just this difference; undefined when it says something else now. */
export function fittingDecision(
  decisions: ReadonlyMap<string, DecisionRow>,
  item: Item,
): DecisionRow | undefined {
  const found = decisions.get(item.key);
  return found?.about === item.about ? found : undefined;
}

/**
 * Keeps decisions, all in one transaction.
 * @returns how many were kept, and those that somebody else has decided meanwhile: they stay as that person left them.
 */
export function decide(
  db: Db,
  doer: Doer,
  proposalId: number,
  wanted: readonly Wanted[],
): { kept: number; stale: Item[] } {
  const run = db.$client.transaction(() => {
    const standing = decisionsOn(db, proposalId);
    const stale: Item[] = [];
    let kept = 0;
    for (const { item, decision, corrections, seen } of wanted) {
      const found = standing.get(item.key);
      const isSame = found?.decision === decision && found?.about === item.about && decision !== 'correct';
      if (isSame) continue;
      if ((found?.version ?? 0) !== seen) {
        stale.push(item);
        continue;
      }
      kept += 1;
      const where = and(eq(proposalDecision.proposalId, proposalId), eq(proposalDecision.itemKey, item.key));
      if (decision === null) {
        db.delete(proposalDecision).where(where).run();
        continue;
      }
      const values = {
        decision,
        corrections,
        about: item.about,
        decidedBy: doer.actor,
        decidedAt: doer.now.toISOString(),
        version: seen + 1,
      };
      db.insert(proposalDecision)
        .values({ proposalId, itemKey: item.key, ...values })
        .onConflictDoUpdate({
          target: [proposalDecision.proposalId, proposalDecision.itemKey],
          set: values,
        })
        .run();
    }
    return { kept, stale };
  });
  return run.immediate();
}
