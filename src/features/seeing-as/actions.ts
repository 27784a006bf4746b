import { seeAs } from '#src/core/access/sessions.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';

/** @param sessionRef the session that sees so; another of the same person does not */
export function beginSeeingAs(db: Db, doer: Doer, sessionRef: string, municipalityId: string): void {
  change(db, doer, sessionRef, 'seeing-as-begun', municipalityId);
}

export function endSeeingAs(db: Db, doer: Doer, sessionRef: string, municipalityId: string): void {
  change(db, doer, sessionRef, 'seeing-as-ended', municipalityId);
}

function change(
  db: Db,
  doer: Doer,
  sessionRef: string,
  event: 'seeing-as-begun' | 'seeing-as-ended',
  municipalityId: string,
): void {
  const run = db.$client.transaction(() => {
    seeAs(db, sessionRef, event === 'seeing-as-begun' ? municipalityId : null);
    const about = { objectType: 'municipality', objectId: municipalityId } as const;
    logAccess(db, doer, { event, ...about, objectMunicipalityId: municipalityId }, doer.now);
  });
  run.immediate();
}
