import type { request } from '#src/db/schema/requests.ts';
import { words } from './entity-words.ts';
import { flag, fuzzy, inner, solutionName, text } from './field.ts';

export const REQUEST_WORDS = {
  request: words<typeof request.$inferSelect>('Opgave uden KLIK-opgave', {
    solutionId: solutionName('Løsning'),
    text: inner(text('Ord i kilden')),
    title: text('Titel'),
    wording: text('Hvad I skal gøre'),
    deadline: fuzzy('Frist'),
    informationOnly: flag('Til orientering'),
    stated: inner(flag('Kaldt opgave på sliden')),
  }),
};
