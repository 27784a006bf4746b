import { type Editable, field, needed, type Row } from '#src/core/editing/editable.ts';
import type { Task } from './queries.ts';
import { titleWithoutMarks } from './rules.ts';

export const editableTasks: readonly Editable[] = [
  {
    entity: 'task',
    slug: 'klik-opgaver',
    plural: 'KLIK-opgaver',
    fields: [
      needed('title', 'text', { hint: 'Som i KLIK.' }),
      needed('solutionId', 'solution'),
      field('workingTitle', 'yes-no', { hint: 'Ja, mens titlen kan blive ændret.' }),
      field('start', 'date', { role: 'start' }),
      field('end', 'date', { role: 'end', startsAt: 'start' }),
      field('appliesToId', 'municipality-set'),
      field('wording', 'long-text', { hint: 'Med portalens egne ord. Skriv aldrig om borgere.' }),
    ],
    title: (row) => titleWithoutMarks(asTask(row).title),
    dateField: 'end',
    blank: { projectRaw: '', extra: {} },
    isAsk: true,
    canBeDouble: true,
  },
  {
    entity: 'task_note',
    slug: 'noter',
    plural: 'Noter til KLIK-opgaver',
    fields: [
      needed('wording', 'long-text', { hint: 'Med portalens egne ord.' }),
      field('uncertain', 'yes-no', {
        hint: 'Nej, når KOMBIT har bekræftet, hvilken opgave noten hører til.',
      }),
      field('date', 'date'),
    ],
    title: ({ wording, text }) => String(wording ?? text ?? 'Note på sliden'),
    dateField: 'date',
  },
];

function asTask(row: Row): Task {
  return row as unknown as Task;
}
