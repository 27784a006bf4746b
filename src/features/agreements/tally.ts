/** How many have signed: the rows of the municipalities, dated by the last count. */
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { listCounts, listStatusCounts, type Signature, type SignatureCount } from './queries.ts';

export interface Tally {
  status: Record<Signature['status'], number>;
  /** Municipalities the agreement concerns: all but those it is not relevant to. */
  total: number;
  notCounted: number;
  /** ISO day of the last count; null where only single municipalities are known. */
  countedOn: string | null;
  /** Oldest first. */
  counts: SignatureCount[];
}

/** Tallies by agreement; an agreement that nobody has counted has none. */
export function tallies(db: Db): Map<string, Tally> {
  const all = listMunicipalities(db).length;
  const counts = Map.groupBy(listCounts(db), (one) => one.agreementId);
  const rows = Map.groupBy(listStatusCounts(db), (one) => one.agreementId);
  return new Map([...rows].map(([id, own]) => [id, tallyOf(own, counts.get(id) ?? [], all)]));
}

function tallyOf(
  rows: readonly { status: Signature['status']; municipalities: number }[],
  counts: SignatureCount[],
  all: number,
): Tally {
  const status = { signed: 0, missing: 0, 'in-progress': 0, claimed: 0, 'not-relevant': 0 };
  for (const row of rows) status[row.status] = row.municipalities;
  const known = Object.values(status).reduce((sum, one) => sum + one, 0);
  return {
    status,
    total: all - status['not-relevant'],
    notCounted: all - known,
    countedOn: counts.at(-1)?.countedOn ?? null,
    counts,
  };
}
