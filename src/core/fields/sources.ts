import type {
  agendaItem,
  contact,
  link,
  meeting,
  remark,
  sameAsk,
  slide,
  statement,
} from '#src/db/schema/sources.ts';
import { position, words } from './entity-words.ts';
import { choice, day, flag, fuzzy, inner, list, ordinal, solutionName, text } from './field.ts';

export const SOURCE_WORDS = {
  meeting: words<typeof meeting.$inferSelect>('Møde', {
    title: text('Titel'),
    date: fuzzy('Dato'),
    dateBasis: inner(
      choice('Datoen er', { printed: 'trykt', given: 'oplyst', inferred: 'udledt', unknown: 'ukendt' }),
    ),
    dateReason: inner(text('Grund til datoen')),
    nextMeetingOn: day('Næste møde'),
    nextMeetingSlide: inner(ordinal('Næste møde står på slide')),
    statusAreas: list('Under status'),
    slidesUrl: text('Slides'),
    recordingUrl: text('Optagelse'),
  }),
  agenda_item: words<typeof agendaItem.$inferSelect>('Dagsordenspunkt', {
    number: inner(ordinal('Nummer')),
    title: text('Titel'),
  }),
  slide: words<typeof slide.$inferSelect>('Slide', {
    title: text('Titel'),
    section: text('Løbende overskrift'),
    kind: inner(text('Type')),
    sources: inner(list('Læst af')),
  }),
  contact: words<typeof contact.$inferSelect>('Kontakt', {
    name: text('Navn'),
    roles: list('Roller'),
    email: text('Mail'),
    solutionId: solutionName('Løsning'),
    slides: inner(list('Slides')),
  }),
  link: words<typeof link.$inferSelect>('Link', {
    text: text('Tekst'),
    url: text('Adresse'),
    solutionId: solutionName('Løsning'),
  }),
  remark: words<typeof remark.$inferSelect>('Bemærkning til kilden', {
    code: inner(text('Kode')),
    words: inner(text('Ord i kilden')),
    reason: text('Bemærkning'),
    entity: inner(text('Om typen')),
    objectId: inner(text('Om')),
    shown: inner(flag('Vises for læsere')),
    resolution: text('Afklaring'),
  }),
  statement: words<typeof statement.$inferSelect>('Fra mødet', {
    kind: inner(
      choice('Type', {
        bullet: 'Punkt',
        quote: 'Citat',
        clause: 'Vilkår',
        note: 'Note',
        lead: 'Indledning',
      }),
    ),
    target: inner(text('Hører til')),
    solutionId: solutionName('Løsning'),
    date: fuzzy('Dato'),
    text: inner(text('Ord i kilden')),
    wording: text('Tekst'),
    position,
  }),
  same_ask: words<typeof sameAsk.$inferSelect>('Samme opgave', {
    shown: inner(text('Vises')),
    folded: inner(text('Lagt sammen med')),
    reason: text('Grund'),
  }),
};
