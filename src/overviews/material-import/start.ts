import type { Db } from '#src/db/client.ts';
import { acceptSeeds, isEmptyPortal, loadSeeds, proposeSeeds, readSeedFiles, type Seeds } from './seeds.ts';

export type SeedOutcome = { kind: 'accepted' } | { kind: 'same' } | { kind: 'proposed'; differences: number };

/** Which version the seeds are, and the seeds themselves, parsed only where they are needed. */
export interface SeedSource {
  hash: string;
  load: () => Seeds;
}

/**
 * What a start does with the seeds: an empty portal accepts them; one in use that has met this version does nothing;
 * a newer version becomes a proposal that a person decides, never an overwrite.
 */
export function settleSeeds(db: Db, now: Date, source: SeedSource = seedFiles()): SeedOutcome {
  if (isEmptyPortal(db)) {
    acceptSeeds(db, source.load(), now);
    return { kind: 'accepted' };
  }
  const met = db.$client
    .prepare(
      'select 1 from batch where material_hash = @hash union select 1 from proposal where material_hash = @hash',
    )
    .get({ hash: source.hash });
  if (met) return { kind: 'same' };
  const differences = proposeSeeds(db, source.load());
  if (differences.length === 0) return { kind: 'same' };
  db.$client
    .prepare("insert into proposal (kind, material_hash, content, created_at) values ('seed', ?, ?, ?)")
    .run(source.hash, JSON.stringify(differences), now.toISOString());
  return { kind: 'proposed', differences: differences.length };
}

function seedFiles(): SeedSource {
  const files = readSeedFiles();
  return { hash: files.hash, load: () => loadSeeds(files) };
}
