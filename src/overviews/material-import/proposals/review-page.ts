/** A proposal as a person reviews it: groups, uncertain first, and what was decided of each difference. */
import { actorName } from '#src/core/access/accounts.ts';
import { entityNoun, fieldsOf, valueInWords } from '#src/core/fields/fields.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { isAccepted } from './apply.ts';
import { comparisonOf, importContent } from './content.ts';
import { correctionFields } from './corrections.ts';
import { type DecisionRow, decisionsOn, fittingDecision } from './decide.ts';
import { type Confidence, type Group, type Item, sortOut } from './items.ts';
import type { ProposalRow } from './store.ts';
import { proposalPath } from './words.ts';

const GROUPS: readonly { group: Group; heading: string; text: string }[] = [
  { group: 'changed', heading: 'Ændret', text: 'Portalen siger noget andet i dag.' },
  { group: 'new', heading: 'Nyt', text: 'Står ikke i portalen.' },
  {
    group: 'gone',
    heading: 'Står der ikke længere',
    text: 'Godkender I, lukkes oplysningen pr. mødets dag. Intet slettes.',
  },
];

const BADGES: Record<Confidence, StatusBadge> = {
  low: { word: 'Lav', icon: 'st-passed', tone: 'over' },
  medium: { word: 'Mellem', icon: 'st-progress', tone: 'progress' },
  high: { word: 'Høj', icon: 'st-done', tone: 'done' },
};

const VALUE_MAX_LENGTH = 300;

/** @param typed what is chosen on a page that is shown again, by key */
export function reviewPage(db: Db, row: ProposalRow, typed: ReadonlyMap<string, string> = new Map()) {
  const content = importContent(row);
  const comparison = comparisonOf(row) ?? { differences: [], gone: [], same: [] };
  const { items, frame } = sortOut(comparison);
  const decisions = decisionsOn(db, row.id);
  const views = items.map((item) => ({ item, view: itemView(db, row, item, decisions, typed) }));
  const decided = items.filter((item) => fittingDecision(decisions, item));
  const certain = items.filter((item) => item.isCertain && !fittingDecision(decisions, item));
  const accepted = items.filter((item) => isAccepted(fittingDecision(decisions, item)));
  return {
    total: items.length,
    counts: (['low', 'medium', 'high'] as const).map((level) => {
      const count = items.filter(({ confidence }) => confidence === level).length;
      const badge = BADGES[level];
      return { ...badge, word: `${count} ${badge.word.toLowerCase()} sikkerhed` };
    }),
    certain: certain.length,
    accepted: accepted.length,
    undecided: items.length - decided.length,
    publish: `Udgiv ${plural(accepted.length, 'ændring', 'ændringer')}`,
    comparison: row.comparison,
    groups: GROUPS.map(({ group, heading, text }) => ({
      id: group,
      heading,
      text,
      items: views.filter(({ item }) => item.group === group).map(({ view }) => view),
    })).filter((one) => one.items.length > 0),
    frame: frame.length,
    frameRemarks: frame.flatMap(({ draft }) =>
      draft.entity === 'remark' ? [{ slide: draft.slide, text: String(draft.fields.reason) }] : [],
    ),
    same: comparison.same,
    lost: (content?.snapshot.not_understood ?? []).map(({ slide, text }) => ({
      slide,
      text,
      href: `${proposalPath(row)}/slide/${slide}`,
    })),
  };
}

function itemView(
  db: Db,
  row: ProposalRow,
  item: Item,
  decisions: ReadonlyMap<string, DecisionRow>,
  typed: ReadonlyMap<string, string>,
) {
  const { draft } = item.difference;
  const found = decisions.get(item.key);
  const decision = fittingDecision(decisions, item);
  const corrections = decision?.decision === 'correct' ? (decision.corrections ?? {}) : {};
  const noun = entityNoun(draft.entity);
  const isReadable = row.kind === 'import' && draft.slide !== null;
  return {
    key: item.key,
    noun,
    label: draft.label.startsWith(`${noun}: `) ? draft.label.slice(noun.length + 2) : draft.label,
    badge: BADGES[item.confidence],
    reason: item.reason,
    fields: fieldViews(db, item, corrections),
    slide: draft.slide,
    slideHref: isReadable ? `${proposalPath(row)}/slide/${draft.slide}` : '',
    correctHref:
      correctionFields(db, item, corrections).length > 0 ? `${proposalPath(row)}/ret/${item.key}` : '',
    isCorrected: decision?.decision === 'correct',
    chosen: typed.get(item.key) ?? (decision ? (decision.decision === 'reject' ? 'reject' : 'accept') : ''),
    seen: `${found?.version ?? 0}|${decision ? (decision.decision === 'reject' ? 'reject' : 'accept') : ''}`,
    by: decision ? `${actorName(db, decision.decidedBy)}, ${instantWords(decision.decidedAt)}` : '',
    isOutdated: found !== undefined && decision === undefined,
  };
}

function fieldViews(db: Db, { group, difference, fields }: Item, corrections: Record<string, unknown>) {
  const { entity } = difference.draft;
  const words = fieldsOf(entity);
  const shown = fields.filter(({ field, after }) => {
    if (fields.length === 1) return true;
    if (words[field]?.isInner && !(field === 'text' && after)) return false;
    return group !== 'new' || (after !== null && after !== undefined && after !== '');
  });
  return shown.map(({ field, before, after }) => ({
    label: words[field]?.label ?? field,
    before: group === 'new' ? '' : cut(valueInWords(db, entity, field, before)),
    after: cut(valueInWords(db, entity, field, field in corrections ? corrections[field] : after)),
    read: field in corrections ? cut(valueInWords(db, entity, field, after)) : '',
  }));
}

function cut(text: string): string {
  return text.length <= VALUE_MAX_LENGTH ? text : `${text.slice(0, VALUE_MAX_LENGTH)}…`;
}
