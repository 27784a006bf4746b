import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareDrafts, type Difference } from '#src/core/drafts/compare.ts';
import type { Draft } from '#src/core/drafts/draft.ts';
import { ALWAYS, type Deed } from '#src/core/journal/record.ts';
import { type Snapshot, snapshotSchema } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';
import { acceptDifferences, proposeSnapshot } from './propose.ts';
import { proposeReview, type Review, reviewSchema } from './review.ts';

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

export interface SeedMeeting {
  snapshot: Snapshot;
  review: Review;
}

/** Everything a new portal starts with, read and checked. `hash` tells one version of the seeds from another. */
export interface Seeds {
  municipalities: Record<string, unknown>[];
  solutions: Record<string, unknown>[];
  municipalitySets: Record<string, unknown>[];
  meetings: SeedMeeting[];
  hash: string;
}

/** The files as text, and the hash that tells one version of the seeds from another. */
export interface SeedFiles {
  hash: string;
  texts: ReadonlyMap<string, string>;
}

export function readSeedFiles(folder: string = SEEDS): SeedFiles {
  const names = readdirSync(join(folder, 'meetings')).filter((name) => name.endsWith('.json'));
  const paths = [
    'reference/municipalities.json',
    'reference/solutions.json',
    ...names.map((name) => `meetings/${name}`).sort(),
  ];
  const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const hash = createHash('sha256');
  for (const [path, text] of texts) hash.update(path).update(text);
  return { hash: hash.digest('hex'), texts };
}

/** @throws Error when a file of the seeds is not as its schema says: a fault of the program, found by its tests. */
export function loadSeeds({ hash, texts }: SeedFiles = readSeedFiles()): Seeds {
  const read = (path: string): unknown => JSON.parse(texts.get(path) ?? 'null');
  const municipalities = read('reference/municipalities.json') as Record<string, unknown>[];
  const reference = read('reference/solutions.json') as Pick<Seeds, 'solutions' | 'municipalitySets'>;
  const ids = [...texts.keys()].flatMap((path) => /^meetings\/(\d{4}-\d\d)\.json$/.exec(path)?.[1] ?? []);
  const meetings = ids.map((id) => ({
    snapshot: snapshotSchema.parse(read(`meetings/${id}.json`)),
    review: reviewSchema.parse(read(`meetings/${id}.review.json`)),
  }));
  return { ...reference, municipalities, meetings, hash };
}

/** Has the portal anything at all? Only an empty one takes the seeds by itself. */
export function isEmptyPortal(db: Db): boolean {
  return db.$client.prepare('select 1 from entry limit 1').get() === undefined;
}

/**
 * Accepts the seeds on an empty portal, on the same road as an import: reference data, then each meeting as read,
 * then the editor's part of it. All or nothing.
 */
export function acceptSeeds(db: Db, seeds: Seeds, now: Date): void {
  db.$client.transaction(() => {
    const deed = (title: string, kind: Deed['kind'], actor: string): Deed => ({
      kind,
      actor,
      actorRole: kind === 'review' ? 'staff' : 'system',
      title,
      materialHash: seeds.hash,
      now,
    });
    acceptDifferences(db, deed('Grunddata', 'seed', 'system'), proposeReference(db, seeds));
    for (const { snapshot, review } of seeds.meetings) {
      const title = `${snapshot.meeting.title} ${snapshot.meeting.id}`;
      acceptDifferences(db, deed(title, 'seed', 'system'), proposeMeeting(db, snapshot, review));
      acceptDifferences(
        db,
        deed(`Redaktion af ${title}`, 'review', review.author),
        proposeReview(db, snapshot, review, true),
      );
    }
  })();
}

/** What newer seeds would change on a portal in use; nothing is written. */
export function proposeSeeds(db: Db, seeds: Seeds): Difference[] {
  return [
    ...proposeReference(db, seeds),
    ...seeds.meetings.flatMap(({ snapshot, review }) => [
      ...proposeMeeting(db, snapshot, review),
      ...proposeReview(db, snapshot, review, false),
    ]),
  ];
}

function proposeReference(db: Db, seeds: Seeds): Difference[] {
  const reference =
    (entity: string, label: string) =>
    (row: Record<string, unknown>): Draft => {
      const { id, ...fields } = row;
      return {
        entity,
        id: String(id),
        label: `${label}: ${String(fields.name)}`,
        fields: { ...fields, confidence: 'high' },
        effectiveOn: ALWAYS,
        meetingId: null,
        slide: null,
      };
    };
  const drafts = [
    ...seeds.municipalities.map(({ code, ...row }) =>
      reference('municipality', 'Kommune')({ ...row, id: code }),
    ),
    ...seeds.solutions.map(reference('solution', 'Løsning')),
    ...seeds.municipalitySets.map((row) =>
      reference('municipality_set', 'Gruppe')({ ...row, membersKnown: false }),
    ),
  ];
  return compareDrafts(db, drafts, ['seed', 'import']);
}

function proposeMeeting(db: Db, snapshot: Snapshot, review: Review): Difference[] {
  return proposeSnapshot(db, snapshot, review.meeting_day.day, {
    slugs: review.slugs,
    aliases: review.aliases,
  });
}
