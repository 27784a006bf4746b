import type { answer, assignment, setAnswer } from '#src/db/schema/answers.ts';
import { words } from './entity-words.ts';
import { choice, day, flag, inner, municipalityName, municipalitySetName, text } from './field.ts';

export const ANSWER_WORDS = {
  answer: words<typeof answer.$inferSelect>('Kommunens svar', {
    ownerId: municipalityName('Kommune'),
    ask: text('Opgave'),
    status: choice('Status', {
      done: 'Løst',
      'in-progress': 'Under behandling',
      'not-relevant': 'Ikke relevant',
    }),
    doneOn: day('Løst den'),
    remark: text('Bemærkning'),
  }),
  set_answer: words<typeof setAnswer.$inferSelect>('Hvad kommunen bruger', {
    ownerId: municipalityName('Kommune'),
    setId: municipalitySetName('Gruppe'),
    belongs: flag('Hører til'),
  }),
  assignment: words<typeof assignment.$inferSelect>('Hvem der har opgaven', {
    ownerId: municipalityName('Kommune'),
    ask: text('Opgave'),
    contactId: inner(text('Kontakt')),
  }),
};
