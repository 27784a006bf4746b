/** What `portal import` tells of the difference to the portal, and how it accepts. Loads the database and all features. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { applyCertain, differenceLines } from '#src/overviews/material-import/changes.ts';
import type { MaterialInput } from '#src/overviews/material-import/open-files.ts';
import { materialHash, sha256Of } from '#src/overviews/material-import/proposals/files.ts';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { Terminal } from './command.ts';

export interface ReadMaterial {
  snapshot: Snapshot;
  inputs: readonly MaterialInput[];
  /** ISO day that a person has given. */
  meetingDay: string | null;
}

/**
 * Prints what the material would change; with `applyBy`, a mail address, accepts what is certain.
 * @throws RefusedError when there is no portal to accept it in
 */
export function compareMaterial(
  { snapshot, inputs, meetingDay }: ReadMaterial,
  applyBy: string | undefined,
  { config, out }: Terminal,
): void {
  const file = join(resolve(config.dataFolder), 'portal.db');
  if (!existsSync(file)) {
    const nothing = `Der er ingen portal i ${config.dataFolder} at sammenligne med. Start den én gang med npm start.`;
    if (applyBy !== undefined) throw new RefusedError(nothing);
    out(nothing);
    return;
  }
  const db = openMigrated(file);
  try {
    const differences = proposeSnapshot(db, snapshot, meetingDay, NO_HINTS);
    for (const line of differenceLines(differences)) out(line);
    if (applyBy === undefined || differences.length === 0) return;
    const { applied, waiting } = applyCertain(db, differences, {
      actor: applyBy,
      title: `${snapshot.meeting.title} ${snapshot.meeting.id}`,
      materialHash: materialHash(inputs.map(({ bytes }) => sha256Of(bytes))),
      now: new Date(),
    });
    out(`${applied} godkendt. ${waiting} venter på, at en redaktør tager stilling.`);
  } finally {
    db.$client.close();
  }
}
