import type {
  stsChainStep,
  stsComponent,
  stsGoal,
  stsLayer,
  stsMilestone,
  stsPhase,
  stsTransitionStep,
} from '#src/db/schema/sts.ts';
import { position, words } from './entity-words.ts';
import { flag, fuzzy, list, ordinal, text } from './field.ts';

export const STS_WORDS = {
  sts_milestone: words<typeof stsMilestone.$inferSelect>('STS-milepæl', {
    position,
    title: text('Milepæl'),
    date: fuzzy('Dato'),
  }),
  sts_phase: words<typeof stsPhase.$inferSelect>('STS-fase', {
    position,
    title: text('Fase'),
    date: fuzzy('Dato'),
  }),
  sts_component: words<typeof stsComponent.$inferSelect>('STS-komponent', {
    position,
    name: text('Navn'),
    isSts: flag('Støttesystem'),
  }),
  sts_layer: words<typeof stsLayer.$inferSelect>('STS-lag', {
    position,
    layer: text('Lag'),
    contract: text('Kontrakt'),
  }),
  sts_transition_step: words<typeof stsTransitionStep.$inferSelect>('STS-transition', {
    position,
    step: text('Trin'),
    supplier: text('Leverandør'),
    label: text('Betegnelse'),
    cells: list('Felter'),
  }),
  sts_goal: words<typeof stsGoal.$inferSelect>('Mål for moderniseringen', {
    position,
    number: ordinal('Nummer'),
    title: text('Mål'),
  }),
  sts_chain_step: words<typeof stsChainStep.$inferSelect>('Led i det agile samarbejde', {
    position,
    title: text('Led'),
  }),
};
