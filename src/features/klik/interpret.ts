import { type Draft, type DraftContext, draftOf, type Interpreter } from '#src/core/drafts/draft.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { identityOf, titleWithoutMarks } from './rules.ts';

type Task = Snapshot['klik_tasks'][number];

const LABEL_MAX_LENGTH = 80;

/** The task table and the notes laid over it. */
export const interpretTasks: Interpreter = (snapshot, context) => {
  const idByTitle = new Map(snapshot.klik_tasks.map((task) => [task.title, taskId(task, context)]));
  const tasks = snapshot.klik_tasks.flatMap((task) => draftTask(task, context, idByTitle));
  const notes = snapshot.callouts.flatMap((callout) => draftNote(callout, context, idByTitle));
  return [...tasks, ...notes];
};

function taskId(task: Task, context: DraftContext): string {
  return context.idFor('task', identityOf(task.project, task.title), titleWithoutMarks(task.title));
}

function draftTask(task: Task, context: DraftContext, idByTitle: Map<string, string>): Draft[] {
  const solutionId = context.solutionIdFor(task.project);
  const id = idByTitle.get(task.title);
  if (!solutionId || !id) return [];
  const fields = {
    solutionId,
    title: task.title,
    workingTitle: task.working_title,
    projectRaw: task.project,
    start: task.start,
    end: task.end,
    appliesToId: appliesTo(task.title),
    extra: task.extra ?? {},
  };
  return [
    draftOf(context, task, {
      entity: 'task',
      id,
      label: `KLIK-opgave: ${task.title}`,
      fields,
      days: [task.start.from],
    }),
  ];
}

function noteLabel(text: string | null | undefined): string {
  if (!text) return 'Note til KLIK-opgaver';
  const cut = text.length > LABEL_MAX_LENGTH ? `${text.slice(0, LABEL_MAX_LENGTH)}…` : text;
  return `Note til KLIK-opgaver: ${cut}`;
}

/** EG_ and KMD_ tasks concern the municipalities that use that supplier; who they are the material does not say. */
function appliesTo(title: string): string | null {
  if (/^EG_/.test(title)) return 'eg';
  if (/^KMD_/.test(title)) return 'kmd';
  return null;
}

function draftNote(
  callout: Snapshot['callouts'][number],
  context: DraftContext,
  idByTitle: Map<string, string>,
): Draft[] {
  const id = callout.sha256.slice(0, 16);
  const note = draftOf(context, callout, {
    entity: 'task_note',
    id,
    label: noteLabel(callout.text),
    fields: {
      ...(callout.text ? { text: callout.text } : {}),
      uncertain: callout.uncertain,
      date: callout.date,
    },
  });
  const targets = callout.tasks.flatMap((title) => {
    const taskId = idByTitle.get(title);
    if (!taskId) return [];
    return [
      draftOf(context, callout, {
        entity: 'task_note_target',
        id: `${id}/${taskId}`,
        label: `Note hører til: ${title}`,
        fields: { noteId: id, taskId },
      }),
    ];
  });
  return [note, ...targets];
}
