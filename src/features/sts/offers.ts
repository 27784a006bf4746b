import {
  type DeadlineOffer,
  type Described,
  PLAIN_DEADLINE,
  type Reading,
  type SearchEntry,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { readTheme } from '#src/core/sources/theme.ts';
import { wordsOf, wordsWithSource } from '#src/web/fuzzy-date-view.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { STS_TITLE } from './page.ts';
import { isDated, planWords } from './plan-view.ts';
import { listMilestones, listPhases, type Milestone, readSts } from './queries.ts';
import { type MilestoneKind, milestoneKind, planOf, STS_SOLUTION } from './rules.ts';

const DATE_LABELS: Record<MilestoneKind, string> = {
  published: 'offentliggøres',
  contract: 'ventes',
  other: 'ventes',
};

/** The milestones; a phase without a date is no date to know. Municipalities have nothing to do at any of them. */
export function milestoneDeadlines({ db }: Reading): DeadlineOffer[] {
  return listMilestones(db).map((one) => ({
    ...PLAIN_DEADLINE,
    kind: 'milestone',
    key: `sts_milestone/${one.id}`,
    title: one.title,
    href: milestoneHref(one),
    solutionId: STS_SOLUTION,
    date: one.date,
    dateLabel: DATE_LABELS[milestoneKind(one.title)],
    sources: sourcesOf(one),
    informationOnly: true,
  }));
}

export function searchSts({ db }: Reading): SearchEntry[] {
  const facts = readSts(db);
  const theme = readTheme(db, [STS_SOLUTION], 'sts/');
  const entry = (row: Parameters<typeof sourcesOf>[0], title: string, href: string, context: string) => ({
    group: 'STS-genudbud',
    title,
    body: '',
    href,
    context,
    source: sourcesOf(row)[0] ?? null,
  });
  const [first] = [...theme.requests, ...facts.milestones];
  if (!first) return [];
  const words = [
    ...theme.statements.map(({ wording, text }) => wording ?? text ?? ''),
    ...facts.layers.map(({ layer, contract }) => `${layer} ${contract ?? ''}`),
    ...facts.transition.flatMap(({ step, supplier, cells }) => [step, supplier ?? '', ...cells]),
    ...facts.chain.map(({ title }) => title),
  ];
  return [
    { ...entry(first, STS_TITLE, '/sts', 'Tidsplan, transition og modernisering'), body: words.join(' ') },
    ...facts.milestones.map((one) => entry(one, one.title, milestoneHref(one), wordsOf(one.date, 'text'))),
    ...facts.phases.map((one) =>
      entry(one, one.title, `/sts#fase-${one.id}`, `Fase i tidsplanen, ${dateDetail(one)}`),
    ),
    ...facts.components.map((one) => entry(one, one.name, '/sts#komponenter', 'Komponent')),
    ...facts.goals.map((one) => entry(one, one.title, '/sts#modernisering', 'Mål for moderniseringen')),
  ];
}

export function describeSts({ db }: Reading, entity: string, id: string): Described | undefined {
  if (!entity.startsWith('sts_')) return undefined;
  const facts = readSts(db);
  switch (entity) {
    case 'sts_milestone': {
      const one = byId(facts.milestones, id);
      return (
        one && {
          kind: 'STS-milepæl',
          title: one.title,
          href: milestoneHref(one),
          detail: wordsWithSource(one.date),
        }
      );
    }
    case 'sts_phase': {
      const one = byId(facts.phases, id);
      return one && { kind: 'STS-fase', title: one.title, href: `/sts#fase-${id}`, detail: dateDetail(one) };
    }
    case 'sts_component': {
      const one = byId(facts.components, id);
      return one && { kind: 'STS-komponent', title: one.name, href: '/sts#komponenter' };
    }
    case 'sts_layer': {
      const one = byId(facts.layers, id);
      const detail = `Kontrakt: ${one?.contract ?? 'ikke oplyst'}`;
      return one && { kind: 'STS-lag', title: one.layer, href: '/sts#lag', detail };
    }
    case 'sts_transition_step': {
      const one = byId(facts.transition, id);
      return one && { kind: 'STS-transition', title: one.step, href: '/sts#transition' };
    }
    case 'sts_goal': {
      const one = byId(facts.goals, id);
      return one && { kind: 'Mål for moderniseringen', title: one.title, href: '/sts#modernisering' };
    }
    case 'sts_chain_step': {
      const one = byId(facts.chain, id);
      return one && { kind: 'Led i det agile samarbejde', title: one.title, href: '/sts#modernisering' };
    }
    default:
      return undefined;
  }
}

/** The plan in short, on the page of the support systems and of the infrastructure they belong to. */
export function stsSections({ db }: Reading, solutionId: string): SolutionSection[] {
  if (solutionId !== STS_SOLUTION && solutionId !== 'faelleskommunal-infrastruktur') return [];
  const milestones = listMilestones(db);
  const phases = listPhases(db);
  const lines = planOf(phases, milestones);
  if (lines.length === 0) return [];
  const data = {
    dated: lines.filter(isDated).map((line) => ({ title: line.title, words: planWords(line) })),
    undated: lines.filter((line) => !isDated(line)).map(({ title }) => title),
    sources: chipsOf(...milestones, ...phases),
  };
  return [
    {
      id: 'sts-genudbud',
      heading: 'Genudbud af Støttesystemerne',
      order: 40,
      view: 'sts/solution-section',
      data: { sts: data },
    },
  ];
}

function milestoneHref({ id }: Milestone): string {
  return `/sts#milepael-${id}`;
}

function dateDetail({ date }: Pick<Milestone, 'date'>): string {
  return date.precision === 'none' ? 'ingen dato i materialet' : wordsOf(date, 'text');
}

function byId<T extends { id: string }>(rows: readonly T[], id: string): T | undefined {
  return rows.find((one) => one.id === id);
}
