import type { task, taskNote, taskNoteTarget } from '#src/db/schema/klik.ts';
import { words } from './entity-words.ts';
import { cells, flag, fuzzy, inner, municipalitySetName, solutionName, text } from './field.ts';

export const KLIK_WORDS = {
  task: words<typeof task.$inferSelect>('KLIK-opgave', {
    solutionId: solutionName('Løsning'),
    title: text('Titel'),
    workingTitle: flag('Arbejdstitel'),
    projectRaw: inner(text('Projekt i kilden')),
    start: fuzzy('Start'),
    end: fuzzy('Frist'),
    appliesToId: municipalitySetName('Gælder'),
    extra: cells('Andre felter'),
    wording: text('Hvad I skal gøre'),
  }),
  task_note: words<typeof taskNote.$inferSelect>('Note til KLIK-opgaver', {
    text: inner(text('Ord i kilden')),
    wording: text('Note'),
    uncertain: flag('Tilknytning usikker'),
    date: fuzzy('Dato'),
  }),
  task_note_target: words<typeof taskNoteTarget.$inferSelect>('Tilknytning af note', {
    noteId: inner(text('Note')),
    taskId: inner(text('KLIK-opgave')),
  }),
};
