import type { municipalitySet, municipalitySetMember, solution } from '#src/db/schema/solutions.ts';
import { words } from './entity-words.ts';
import {
  choice,
  flag,
  inner,
  list,
  municipalityName,
  municipalitySetName,
  solutionName,
  text,
} from './field.ts';

export const SOLUTION_WORDS = {
  solution: words<typeof solution.$inferSelect>('Løsning', {
    name: text('Navn'),
    fullName: text('Fulde navn'),
    kind: choice('Type', { system: 'System', theme: 'Tema' }),
    aliases: inner(list('Andre stavemåder')),
    parentId: solutionName('Samlet under'),
    summary: text('Beskrivelse'),
  }),
  municipality_set: words<typeof municipalitySet.$inferSelect>('Gruppe af kommuner', {
    name: text('Navn'),
    membersKnown: flag('Medlemmerne er oplyst'),
    note: text('Bemærkning'),
  }),
  municipality_set_member: words<typeof municipalitySetMember.$inferSelect>('Medlem af gruppe', {
    setId: municipalitySetName('Gruppe'),
    municipalityId: municipalityName('Kommune'),
  }),
};
