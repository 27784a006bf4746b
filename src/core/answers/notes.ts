/** Notes of a municipality to itself. In no journal: they can be erased, and KOMBIT never reads them. */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { and, eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { ownNote } from '#src/db/schema/answers.ts';

export type OwnNote = typeof ownNote.$inferSelect;

const byOwner = prepared((db) =>
  db
    .select()
    .from(ownNote)
    .where(eq(ownNote.ownerId, sql.placeholder('ownerId')))
    .prepare(),
);

/** By key of the ask. @param code the municipality's */
export function listNotes(db: Db, code: string): Map<string, OwnNote> {
  return new Map(
    byOwner(db)
      .all({ ownerId: code })
      .map((note) => [note.ask, note]),
  );
}

/**
 * An empty text erases the note. A version is never used again, also when a note was erased in between.
 * @param note.version of the note that the form was made from; 0 for none
 * @returns false when another one stands now: nothing is saved then
 */
export function saveNote(
  db: Db,
  doer: Doer,
  note: { code: string; ask: string; text: string; version: number },
): boolean {
  const { code, ask, text, version } = note;
  const save = db.$client.transaction(() => {
    const now = listNotes(db, code).get(ask);
    if ((now?.version ?? 0) !== version) return now?.text === text;
    const about = { ownerId: code, ask };
    const changed = {
      text,
      version: Math.max(version + 1, doer.now.getTime()),
      changedAt: doer.now.toISOString(),
      changedBy: doer.actor,
    };
    if (text === '') {
      db.delete(ownNote)
        .where(and(eq(ownNote.ownerId, code), eq(ownNote.ask, ask)))
        .run();
    } else if (now) {
      db.update(ownNote)
        .set(changed)
        .where(and(eq(ownNote.ownerId, code), eq(ownNote.ask, ask)))
        .run();
    } else {
      db.insert(ownNote)
        .values({ ...about, ...changed })
        .run();
    }
    const entry = { event: 'own-note-changed', objectType: 'own_note', objectId: ask } as const;
    logAccess(db, doer, { ...entry, objectMunicipalityId: code }, doer.now);
    return true;
  });
  return save.immediate();
}

/** The key under which the note of an ask is kept: one that has a note already, else its own. */
export function noteKey(db: Db, code: string, keys: readonly string[]): string {
  const notes = listNotes(db, code);
  return keys.find((key) => notes.has(key)) ?? keys[0] ?? '';
}

/** '' for none. */
export function standingNote(db: Db, code: string, keys: readonly string[]): string {
  return listNotes(db, code).get(noteKey(db, code, keys))?.text ?? '';
}
