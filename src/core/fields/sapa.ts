import type { sapaAccess, sapaPurpose, sapaStep, superseding } from '#src/db/schema/sapa.ts';
import { position, words } from './entity-words.ts';
import { choice, fuzzy, inner, list, number, ordinal, text } from './field.ts';

export const SAPA_WORDS = {
  sapa_step: words<typeof sapaStep.$inferSelect>('Trin til skattedata', {
    position,
    number: ordinal('Nummer'),
    title: text('Trin'),
    klik: text('I KLIK'),
  }),
  sapa_access: words<typeof sapaAccess.$inferSelect>('Adgang til skattedata', {
    position,
    name: text('Navn'),
    channel: choice('Aftalen laves', {
      indkomstsnitflade: 'af Udviklings- og Forenklingsstyrelsen',
      dupla: 'af kommunen i DUPLA',
    }),
    levels: list('Niveauer'),
    purposesStated: number('Antal formål'),
    expected: fuzzy('Forventes'),
  }),
  sapa_purpose: words<typeof sapaPurpose.$inferSelect>('Formål for skattedata', {
    position,
    accessId: inner(text('Adgang')),
    name: text('Formål'),
    fate: choice('Fremover', { lapses: 'Udgår', stays: 'Forbliver', open: 'Ikke afklaret' }),
  }),
  superseding: words<typeof superseding.$inferSelect>('Dato, der er afløst', {
    position,
    subject: text('Emne'),
    before: fuzzy('Før'),
    afterRaw: text('Nu'),
    after: inner(fuzzy('Ny dato')),
    exempt: list('Undtaget'),
  }),
};
