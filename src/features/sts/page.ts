import type { Theme } from '#src/core/sources/theme.ts';
import { type AskLine, askLine, contactBlock } from '#src/web/asks.ts';
import type { ContactBlock, Picture, Remark, Saying, SourceChip } from '#src/web/parts.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type PlanRow, planPicture, planRows } from './plan-view.ts';
import type { Component, Layer, StsFacts, TransitionStep } from './queries.ts';
import { isDue, type LayerRow, layerRows, milestoneKind, planOf, tenderOf } from './rules.ts';

export const STS_TITLE = 'Genudbud af Støttesystemerne (STS) og en fælles platform';

/** A list of sentences or names with where it was read. Empty lists are not printed. */
interface Said {
  sayings: Saying[];
  sources: SourceChip[];
}

export interface StsPage {
  /** Nothing is known on the shown day. */
  isEmpty: boolean;
  /** "Næste milepæl: …"; '' when none lies ahead. */
  next: string;
  asks: AskLine[];
  plan: { picture: Picture | null; rows: PlanRow[]; remarks: Remark[]; sources: SourceChip[] };
  transition: Said & { table: TransitionTable | null };
  setup: Said & { contracts: { name: string; layers: string[] }[]; advantages: Saying[] };
  components: Said & { groups: ComponentGroup[] };
  modernisation: {
    lead: Saying[];
    goals: { number: number; title: string }[];
    needs: Saying[];
    chain: string[];
    sources: SourceChip[];
  };
  lead: Said;
  contacts: ContactBlock[];
}

interface TransitionTable {
  steps: string[];
  rows: LayerRow[];
  isUnsure: boolean;
  sources: SourceChip[];
}

interface ComponentGroup {
  heading: string;
  names: string[];
}

export function stsPage(facts: StsFacts, theme: Theme, today: string): StsPage {
  const about = (target: string) => theme.statements.filter((one) => one.target === `sts/${target}`);
  const said = (target: string, ...rows: Parameters<typeof chipsOf>): Said => ({
    sayings: sayingsOf(about(target)),
    sources: chipsOf(...about(target), ...rows),
  });
  const lines = planOf(facts.phases, facts.milestones);
  return {
    isEmpty: Object.values(facts).every((list) => list.length === 0),
    next: nextMilestone(facts, today),
    asks: theme.requests.map(askLine),
    plan: {
      picture: planPicture(lines, today),
      rows: planRows(lines, today),
      remarks: facts.remarks.map(({ reason, resolution }) => ({
        text: reason,
        correction: resolution ?? '',
      })),
      sources: chipsOf(...facts.phases, ...facts.milestones),
    },
    transition: { ...said('transition'), table: transitionTable(facts.transition) },
    setup: {
      ...said('tender', ...facts.layers),
      contracts: contractsOf(facts.layers),
      advantages: sayingsOf(about('advantage')),
    },
    components: {
      ...said('what', ...facts.components),
      groups: componentGroups(facts.components),
    },
    modernisation: {
      lead: sayingsOf(about('goals')),
      goals: facts.goals,
      needs: sayingsOf(about('needs')),
      chain: facts.chain.map(({ title }) => title),
      sources: chipsOf(...facts.goals, ...about('needs'), ...facts.chain),
    },
    lead: said('lead'),
    contacts: theme.contacts.map(contactBlock),
  };
}

function nextMilestone({ milestones }: StsFacts, today: string): string {
  const ahead = milestones.find(({ date }) => date.raw !== '' && !isDue(date, today));
  if (!ahead) return '';
  const { title, date } = ahead;
  const what = milestoneKind(title) === 'contract' ? `kontrakt om ${tenderOf(title)}` : title;
  return `Næste milepæl: ${what}, ”${date.raw}”.`;
}

function transitionTable(steps: readonly TransitionStep[]): TransitionTable | null {
  if (steps.length === 0) return null;
  const row = (layer: string, cells: string[]) => ({ layer, cells });
  const rows = [
    row(
      'Leverandør',
      steps.map(({ supplier }) => supplier ?? ''),
    ),
    ...layerRows(steps),
    row(
      'Mærkater i figuren',
      steps.map(({ label }) => label ?? ''),
    ),
  ];
  return {
    steps: steps.map(({ step }) => step),
    rows,
    isUnsure: steps.some(({ confidence }) => confidence === 'low'),
    sources: chipsOf(...steps),
  };
}

function contractsOf(layers: readonly Layer[]): { name: string; layers: string[] }[] {
  const groups = Map.groupBy(layers, ({ contract }) => contract ?? 'Kontrakt ikke oplyst');
  return [...groups].map(([name, own]) => ({ name, layers: own.map(({ layer }) => layer) }));
}

/** The slide marks the support systems with a colour, which no text tells: until somebody says, nobody knows. */
const COMPONENT_HEADINGS = new Map([
  [true, 'Støttesystemer'],
  [false, 'Andre dele af infrastrukturen'],
  [null, 'Ikke oplyst, hvilke der er Støttesystemer'],
]);

function componentGroups(components: readonly Component[]): ComponentGroup[] {
  const groups = Map.groupBy(components, ({ isSts }) => isSts);
  return [...COMPONENT_HEADINGS]
    .map(([kind, heading]) => ({ heading, names: (groups.get(kind) ?? []).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
}
