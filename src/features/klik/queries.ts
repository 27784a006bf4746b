import type { Db } from '#src/db/client.ts';
import { and, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { agreement } from '#src/db/schema/agreements.ts';
import { task, taskNote, taskNoteTarget } from '#src/db/schema/klik.ts';
import { solution } from '#src/db/schema/solutions.ts';
import { NotFoundError } from '#src/shared/errors.ts';

export type Task = typeof task.$inferSelect;
type TaskNote = typeof taskNote.$inferSelect;

const all = prepared((db) => db.select().from(task).where(isNull(task.withdrawnOn)).prepare());
const byId = prepared((db) =>
  db
    .select()
    .from(task)
    .where(and(eq(task.id, sql.placeholder('id')), isNull(task.withdrawnOn)))
    .prepare(),
);
const notes = prepared((db) =>
  db
    .select({ note: taskNote, task })
    .from(taskNote)
    .innerJoin(taskNoteTarget, eq(taskNoteTarget.noteId, taskNote.id))
    .innerJoin(task, eq(task.id, taskNoteTarget.taskId))
    .where(and(isNull(taskNote.withdrawnOn), isNull(taskNoteTarget.withdrawnOn), isNull(task.withdrawnOn)))
    .orderBy(taskNote.id, task.id)
    .prepare(),
);
const agreements = prepared((db) =>
  db
    .select({
      id: agreement.id,
      title: agreement.title,
      name: agreement.name,
      solution: solution.name,
      meetingId: agreement.meetingId,
      slide: agreement.slide,
    })
    .from(agreement)
    .innerJoin(solution, eq(solution.id, agreement.solutionId))
    .where(and(eq(agreement.id, sql.placeholder('id')), isNull(agreement.withdrawnOn)))
    .prepare(),
);

export function listTasks(db: Db): Task[] {
  return all(db).all();
}

export function findTask(db: Db, id: string): Task | undefined {
  return byId(db).get({ id });
}

/** @throws NotFoundError */
export function getTask(db: Db, id: string): Task {
  const found = findTask(db, id);
  if (!found) throw new NotFoundError('Opgaven');
  return found;
}

/** A note laid over the table, with the tasks it belongs to or, when that is uncertain, may belong to. */
export interface NoteOnTasks {
  note: TaskNote;
  tasks: Task[];
}

export function listNotes(db: Db): NoteOnTasks[] {
  const byNote = Map.groupBy(notes(db).all(), (row) => row.note.id);
  return [...byNote.values()].flatMap((rows) =>
    rows[0] ? [{ note: rows[0].note, tasks: rows.map((row) => row.task) }] : [],
  );
}

/** The agreement of that id, as far as a task that is the same ask names it. */
export function findAgreementNamed(db: Db, id: string) {
  return agreements(db).get({ id });
}
