import type { municipality } from '#src/db/schema/municipalities.ts';
import { words } from './entity-words.ts';
import { inner, list, number, ordinal, text } from './field.ts';

export const MUNICIPALITY_WORDS = {
  municipality: words<typeof municipality.$inferSelect>('Kommune', {
    name: text('Navn'),
    officialName: text('Officielt navn'),
    slug: inner(text('Navn i adresser')),
    variants: inner(list('Andre stavemåder')),
    region: text('Region'),
    regionFrom2027: text('Region fra 2027'),
    kkr: text('KKR'),
    sizeClass: text('Størrelse'),
    populationApprox: inner(number('Indbyggere, ca.')),
    populationYear: inner(ordinal('År for indbyggertallet')),
    cvr: text('CVR-nr.'),
    stsUuid: inner(text('Organisation i STS')),
  }),
};
