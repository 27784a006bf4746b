import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { proposal, upload } from '#src/db/schema/proposals.ts';
import type { Upload } from '#src/web/uploads.ts';
import { NOTHING_READ } from './content.ts';
import { type FileStore, materialHash, sha256Of } from './files.ts';
import { readAnew, reopenProposal } from './store.ts';

/**
 * Keeps the files of one meeting as a proposal that waits to be read. The same files are the same proposal: one that
 * is decided, or that could not be read, is read anew; one that waits for a person is left as it is.
 */
export function submitFiles(
  db: Db,
  doer: Doer,
  store: FileStore,
  files: readonly Upload[],
): { id: number; isToRead: boolean } {
  const hashes = files.map(({ bytes }) => sha256Of(bytes));
  const hash = materialHash(hashes);
  const kept: string[] = [];
  const run = db.$client.transaction(() => {
    const known = db.select().from(proposal).where(eq(proposal.materialHash, hash)).get();
    if (known && known.decision === null && known.state !== 'failed')
      return { id: known.id, isToRead: false };
    if (known) {
      reopenProposal(db, known);
      readAnew(db, known, null);
      return { id: known.id, isToRead: true };
    }
    const at = doer.now.toISOString();
    const { id } = db
      .insert(proposal)
      .values({
        kind: 'import',
        materialHash: hash,
        content: NOTHING_READ,
        createdAt: at,
        state: 'reading',
        createdBy: doer.actor,
      })
      .returning()
      .get();
    for (const [index, { name, bytes }] of files.entries()) {
      const fileId = store.keep(bytes);
      kept.push(fileId);
      db.insert(upload)
        .values({
          id: fileId,
          proposalId: id,
          name,
          sha256: hashes[index] ?? '',
          bytes: bytes.length,
          uploadedBy: doer.actor,
          uploadedAt: at,
        })
        .run();
    }
    logAccess(
      db,
      doer,
      {
        event: 'material-sent',
        objectType: 'proposal',
        objectId: String(id),
        detail: { files: files.length },
      },
      doer.now,
    );
    return { id, isToRead: true };
  });
  try {
    return run.immediate();
  } catch (error) {
    for (const fileId of kept) store.remove(fileId);
    throw error;
  }
}
