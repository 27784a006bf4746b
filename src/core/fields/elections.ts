import type { electionFigure, electionStep } from '#src/db/schema/elections.ts';
import { position, words } from './entity-words.ts';
import { fuzzy, list, number, text } from './field.ts';

export const ELECTION_WORDS = {
  election_figure: words<typeof electionFigure.$inferSelect>('Tal fra supporten', {
    position,
    name: text('Navn'),
    value: number('Tal'),
    unit: text('Enhed'),
    asOf: fuzzy('Opgjort'),
    unassigned: list('Tal uden dag'),
  }),
  election_step: words<typeof electionStep.$inferSelect>('Næste skridt i VALG', {
    position,
    title: text('Titel'),
    details: list('Detaljer'),
    date: fuzzy('Dato'),
  }),
};
