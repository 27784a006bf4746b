import type { agreement, agreementDetail, signature, signatureCount } from '#src/db/schema/agreements.ts';
import { words } from './entity-words.ts';
import {
  cells,
  choice,
  day,
  field,
  fuzzy,
  inner,
  list,
  municipalityName,
  number,
  solutionName,
  status,
  text,
} from './field.ts';

const LISTED = { missing: 'Dem, der mangler', signed: 'Dem, der har underskrevet', both: 'Begge dele' };

export const AGREEMENT_WORDS = {
  agreement: words<typeof agreement.$inferSelect>('Aftale', {
    solutionId: solutionName('Løsning'),
    type: choice('Type', {
      tilslutningsaftale: 'Tilslutningsaftale',
      databehandleraftale: 'Databehandleraftale',
      dataudvekslingsaftale: 'Dataudvekslingsaftale',
      anden: 'Anden aftale',
    }),
    title: text('Titel i kilden'),
    solutionRaw: inner(text('Løsning i kilden')),
    name: text('Navn'),
    aliases: inner(list('Andre navne')),
    sent: fuzzy('Udsendt'),
    deadline: fuzzy('Frist'),
    recipientsRaw: text('Sendt til'),
    recipientRoles: inner(list('Modtagere')),
    extra: cells('Andre felter'),
  }),
  agreement_detail: words<typeof agreementDetail.$inferSelect>('Om en aftale', {
    agreementId: inner(text('Aftale')),
    name: text('Navn på sliden'),
    deadline: fuzzy('Frist'),
    signedStated: number('Har underskrevet, ifølge sliden'),
    areas: field('Områder', (value) =>
      (value as { area: string; topic: string }[]).map(({ area, topic }) => `${area}: ${topic}`).join('; '),
    ),
  }),
  signature_count: words<typeof signatureCount.$inferSelect>('Opgørelse af underskrifter', {
    agreementId: inner(text('Aftale')),
    countedOn: day('Opgjort'),
    listed: inner(choice('Listen nævner', LISTED)),
    statedCount: inner(number('Antal ifølge sliden')),
    listedCount: inner(number('Antal på listen')),
    signed: number('Har underskrevet'),
    missing: number('Mangler'),
    inferred: inner(choice('Udledt', { signed: 'Dem, der har underskrevet', missing: 'Dem, der mangler' })),
  }),
  signature: words<typeof signature.$inferSelect>('Underskrift', {
    agreementId: inner(text('Aftale')),
    municipalityId: inner(municipalityName('Kommune')),
    status: status({
      signed: 'Underskrevet',
      missing: 'Mangler',
      'in-progress': 'Under behandling',
      claimed: 'Meldt af kommunen',
      'not-relevant': 'Ikke relevant',
    }),
    signedOn: day('Underskrevet den'),
    // The count itself tells it, once for all 98.
    countedOn: inner(day('Opgjort')),
    note: text('Bemærkning'),
  }),
};
