/** A proposal as a person reviews it: in sections, uncertain first, and what was decided of each difference. */
import { entityNoun } from '#src/core/fields/fields.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { bringsOnlyItself, isAccepted } from './apply.ts';
import { arrange, isDecidedTogether, type Part, SECTIONS, type Section } from './arrange.ts';
import {
  comparisonOf,
  type ImportContent,
  importContent,
  NO_DIFFERENCE,
  openQuestions,
  shownNumber,
} from './content.ts';
import { type DecisionRow, decisionsOn, fittingDecision } from './decide.ts';
import { isClosing, LEVELS, recordView } from './item-view.ts';
import { type Item, sortOut } from './items.ts';
import { questionViews } from './question-view.ts';
import type { ProposalRow } from './store.ts';
import { proposalPath } from './words.ts';

const HEADINGS: Record<Section, { heading: string; text: string; isFolded: boolean }> = {
  look: {
    heading: 'Se efter',
    text: 'Portalen er i tvivl. Slå op på sliden, og afgør dem én for én.',
    isFolded: false,
  },
  single: {
    heading: 'Mellem sikkerhed',
    text: 'Læst ét sted i materialet, uden noget at holde det op imod.',
    isFolded: false,
  },
  sure: { heading: 'Høj sikkerhed', text: 'En kontrol i materialet gik op.', isFolded: true },
  unmentioned: {
    heading: 'Nævnes ikke i materialet',
    text: 'Materialet nævner kun få af dem og har måske ikke hele listen med. De bliver stående, hvis I intet gør.',
    isFolded: true,
  },
};

/** Fewer are decided as fast one by one. */
const LEAST_TOGETHER = 3;

export interface ReviewShown {
  /** From 1; another number is as the nearest page there is. */
  page: number;
  /** What is chosen and answered on a page that is shown again, by key. */
  typed: ReadonlyMap<string, string>;
}

export function reviewPage(db: Db, row: ProposalRow, shown: ReviewShown) {
  const content = importContent(row);
  const comparison = comparisonOf(row) ?? NO_DIFFERENCE;
  const sorted = sortOut(comparison, openQuestions(row));
  const { items } = sorted;
  const decisions = decisionsOn(db, row.id);
  const asked = items.filter(({ group }) => group !== 'unmentioned');
  const isDecided = (item: Item) => fittingDecision(decisions, item) !== undefined;
  const accepted = items.filter((item) => isAccepted(fittingDecision(decisions, item)));
  const pages = arrange(items);
  const page = Math.min(Math.max(shown.page, 1), pages.length);
  const path = proposalPath(row);
  return {
    total: asked.length,
    /** Decided or not, also what nobody is asked about. */
    isEmpty: items.length === 0,
    isMeetingOnly: bringsOnlyItself(sorted, openQuestions(row)),
    counts: LEVELS.flatMap(({ level, badge }) => {
      const count = asked.filter(({ confidence }) => confidence === level).length;
      return count === 0 ? [] : [{ ...badge, word: `${count} ${badge.word.toLowerCase()} sikkerhed` }];
    }),
    certain: items.filter((item) => item.isCertain && !isDecided(item)).length,
    accepted: accepted.length,
    decided: asked.filter(isDecided).length,
    undecided: asked.filter((item) => !isDecided(item)).length,
    publish: `Udgiv ${plural(accepted.length, 'ændring', 'ændringer')}`,
    comparison: row.comparison,
    page,
    pages: pages.map((_, index) => ({
      number: index + 1,
      href: index === 0 ? path : `${path}?side=${index + 1}`,
      isShown: index + 1 === page,
    })),
    sections: sectionsOf(db, row, pages[page - 1] ?? [], { items, decisions, typed: shown.typed }),
    questions: questionViews(db, row, shown.typed),
    leftOut: comparison.leftOut.map(({ entity, count }) => `${entityNoun(entity)} (${count})`).join(', '),
    frameRemarks: [...sorted.frame, ...sorted.remarks].flatMap(({ draft }) =>
      draft.entity === 'remark' ? [{ slide: draft.slide, text: String(draft.fields.reason) }] : [],
    ),
    same: comparison.same,
    lost: content ? lostLines(content, path) : [],
  };
}

function lostLines(content: ImportContent, path: string) {
  return content.snapshot.not_understood.map(({ slide: number, text }) => {
    const slide = shownNumber(content, number);
    return { slide, text, href: `${path}/slide/${slide}` };
  });
}

interface Ground {
  items: readonly Item[];
  decisions: ReadonlyMap<string, DecisionRow>;
  typed: ReadonlyMap<string, string>;
}

function sectionsOf(db: Db, row: ProposalRow, parts: readonly Part[], ground: Ground) {
  const isOpen = (item: Item) => !fittingDecision(ground.decisions, item);
  const sections = SECTIONS.map((section) => {
    const own = parts.filter((part) => part.section === section);
    const all = own.flatMap(({ records }) => records.flat());
    const left = all.filter(isOpen).length;
    return {
      id: section,
      ...HEADINGS[section],
      count: all.length,
      state: left === 0 ? 'alle afgjort' : left === all.length ? '' : `${left} ikke afgjort`,
      parts: own.map((part) => partView(db, row, part, ground)),
    };
  }).filter(({ parts: own }) => own.length > 0);
  const isAlone = sections.length === 1;
  return sections.map((one) => ({ ...one, isFolded: one.isFolded && !(isAlone && one.id === 'sure') }));
}

function partView(db: Db, row: ProposalRow, part: Part, { decisions, typed }: Ground) {
  const items = part.records.flat();
  const open = items.filter((item) => !fittingDecision(decisions, item));
  const isToClose = items.every(isClosing);
  const isTogether = isDecidedTogether(part) && open.length >= LEAST_TOGETHER;
  return {
    noun: entityNoun(part.entity),
    count: part.records.length,
    togetherName: isTogether ? `${part.section}-${part.entity}` : '',
    acceptAll: `${isToClose ? 'Luk' : 'Godkend'} alle ${open.length}`,
    rejectAll: isToClose ? `Behold alle ${open.length}` : `Afvis alle ${open.length}`,
    records: part.records.map((record) => recordView(db, row, record, decisions, typed)),
  };
}
