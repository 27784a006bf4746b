import type { contractDate, event, newsItem } from '#src/db/schema/news.ts';
import { position, words } from './entity-words.ts';
import { choice, fuzzy, solutionName, text } from './field.ts';

export const NEWS_WORDS = {
  news_item: words<typeof newsItem.$inferSelect>('Nyhed', {
    position,
    solutionId: solutionName('Løsning'),
    title: text('Overskrift'),
    date: fuzzy('Dato'),
    wording: text('Tekst'),
  }),
  event: words<typeof event.$inferSelect>('Arrangement', {
    solutionId: solutionName('Løsning'),
    title: text('Titel'),
    date: fuzzy('Afholdes'),
    time: text('Klokken'),
    place: text('Sted'),
    audience: text('For'),
    signupDeadline: fuzzy('Tilmeldingsfrist'),
    url: text('Adresse'),
    announced: fuzzy('Varslet'),
  }),
  contract_date: words<typeof contractDate.$inferSelect>('Kontraktdato', {
    solutionId: solutionName('Løsning'),
    what: choice('Hvad', {
      'expiry-said': 'Bortfalder, hvis den ikke forlænges',
      expiry: 'Løber frem til',
      option: 'Sidste option på forlængelse',
    }),
    date: fuzzy('Dato'),
  }),
};
