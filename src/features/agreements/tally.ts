/** How many have signed: the rows of the municipalities, dated by the last count. */
import { remembered } from '#src/core/journal/remembered.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { listCounts, listStatusCounts, type Signature, type SignatureCount } from './queries.ts';
import { observedOn } from './signing/observed.ts';

export interface Tally {
  status: Record<Signature['status'], number>;
  /** Municipalities the agreement concerns: all but those it is not relevant to. */
  total: number;
  notCounted: number;
  /** ISO day of the last count; null where only single municipalities are known. */
  countedOn: string | null;
  /** One a day, oldest first, with the numbers that were known at the end of that day. */
  counts: SignatureCount[];
}

/** Tallies by agreement; an agreement that nobody has counted has none. */
export const tallies = remembered((db): ReadonlyMap<string, Tally> => {
  const all = listMunicipalities(db).length;
  const counts = countsByAgreement(db);
  const rows = Map.groupBy(listStatusCounts(db), (one) => one.agreementId);
  return new Map([...rows].map(([id, own]) => [id, tallyOf(own, counts.get(id) ?? [], all)]));
});

/** A day on which somebody counted several times, or a few municipalities only, is one count. */
export const countsByAgreement = remembered((db): ReadonlyMap<string, SignatureCount[]> => {
  const byAgreement = Map.groupBy(listCounts(db), (one) => one.agreementId);
  return new Map(
    [...byAgreement].map(([id, saves]) => {
      const observed = observedOn(
        db,
        id,
        saves.map((one) => one.countedOn),
      );
      const byDay = new Map(saves.map((one) => [one.countedOn, one]));
      const counts = [...byDay].map(([day, one]) => {
        const { signed = 0, missing = 0 } = observed.get(day) ?? {};
        return { ...one, signed, missing };
      });
      return [id, counts];
    }),
  );
});

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
