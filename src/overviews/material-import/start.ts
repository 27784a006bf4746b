import type { Db } from '#src/db/client.ts';
import { acceptSeeds, isEmptyPortal, loadSeeds, proposeSeeds, type Seeds } from './seeds.ts';

export type SeedOutcome = { kind: 'accepted' } | { kind: 'same' } | { kind: 'proposed'; differences: number };

/**
 * What a start does with the seeds: an empty portal accepts them; one in use that has met this version does nothing;
 * a newer version becomes a proposal that a person decides, never an overwrite.
 */
export function settleSeeds(db: Db, now: Date, seeds: Seeds = loadSeeds()): SeedOutcome {
  if (isEmptyPortal(db)) {
    acceptSeeds(db, seeds, now);
    return { kind: 'accepted' };
  }
  const met = db.$client
    .prepare(
      'select 1 from batch where material_hash = @hash union select 1 from proposal where material_hash = @hash',
    )
    .get({ hash: seeds.hash });
  if (met) return { kind: 'same' };
  const differences = proposeSeeds(db, seeds);
  if (differences.length === 0) return { kind: 'same' };
  db.$client
    .prepare("insert into proposal (kind, material_hash, content, created_at) values ('seed', ?, ?, ?)")
    .run(seeds.hash, JSON.stringify(differences), now.toISOString());
  return { kind: 'proposed', differences: differences.length };
}
