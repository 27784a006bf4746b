/** The road of every deed that changes facts: one transaction, one batch in the journal, one line in the access log. */
import { logAccess } from '#src/core/access-log/record.ts';
import { type Change, type Deed, recordDeed } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import type { Doer } from './doer.ts';

/** What a deed is, beside who does it. `title` is a Danish sentence: the receipt, and the line in the log. */
export type DeedWords = Pick<
  Deed,
  'kind' | 'title' | 'reason' | 'meetingId' | 'materialHash' | 'undoesBatchId'
>;

/**
 * @returns the batch id.
 * @throws SqliteError when a rule of the database is broken or the disk cannot be written; nothing is stored then.
 */
export function saveDeed(db: Db, doer: Doer, words: DeedWords, changes: readonly Change[]): number {
  const deed: Deed = {
    ...words,
    actor: doer.actor,
    actorRole: doer.roles.join(','),
    actorMunicipalityId: doer.municipalityId,
    now: doer.now,
    ...(doer.requestId === undefined ? {} : { requestId: doer.requestId }),
  };
  const save = db.$client.transaction(() => {
    const batchId = recordDeed(db, deed, changes);
    logAccess(db, doer, { event: 'facts-changed', batchId }, doer.now);
    return batchId;
  });
  return save.immediate();
}
