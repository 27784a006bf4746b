/** One record of a review: what it is, why it is as sure as it is, and each difference with its decision. */
import { actorName } from '#src/core/access/accounts.ts';
import { entityNoun, fieldsOf, valueInWords } from '#src/core/fields/fields.ts';
import type { Db } from '#src/db/client.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { isCorrectable } from './corrections.ts';
import { type DecisionRow, fittingDecision } from './decide.ts';
import type { Confidence, Group, Item } from './items.ts';
import type { ProposalRow } from './store.ts';
import { proposalPath } from './words.ts';

const BADGES: Record<Confidence, StatusBadge> = {
  low: { word: 'Lav', icon: 'st-passed', tone: 'over' },
  medium: { word: 'Mellem', icon: 'st-progress', tone: 'progress' },
  high: { word: 'Høj', icon: 'st-done', tone: 'done' },
};

const NOT_MENTIONED: StatusBadge = { word: 'Nævnes ikke', icon: 'st-not-relevant', tone: 'unknown' };

/** Uncertain first. */
export const LEVELS = (['low', 'medium', 'high'] as const).map((level) => ({ level, badge: BADGES[level] }));

const KINDS: Record<Group, string> = {
  new: 'Ny',
  changed: 'Ændret',
  gone: 'Står i portalen, men ikke i materialet',
  unmentioned: 'Står i portalen, men ikke i materialet',
};

const VALUE_MAX_LENGTH = 300;

/** @param items differences of one record */
export function recordView(
  db: Db,
  row: ProposalRow,
  items: readonly Item[],
  decisions: ReadonlyMap<string, DecisionRow>,
  typed: ReadonlyMap<string, string>,
) {
  const [first] = items;
  if (!first) throw new Error('A record without differences');
  const { draft } = first.difference;
  const noun = entityNoun(draft.entity);
  const isReadable = row.kind === 'import' && draft.slide !== null;
  return {
    key: first.key,
    kind: KINDS[first.group],
    label: draft.label.startsWith(`${noun}: `) ? draft.label.slice(noun.length + 2) : draft.label,
    badge: isClosing(first) ? NOT_MENTIONED : BADGES[first.confidence],
    reasons: [...new Set(items.map(({ reason }) => reason))].filter((reason) => reason !== ''),
    slide: draft.slide,
    slideHref: isReadable ? `${proposalPath(row)}/slide/${draft.slide}` : '',
    items: items.map((item) => itemView(db, row, item, decisions, typed)),
  };
}

/** Accepting it closes what stands. */
export function isClosing({ group }: Item): boolean {
  return group === 'gone' || group === 'unmentioned';
}

function itemView(
  db: Db,
  row: ProposalRow,
  item: Item,
  decisions: ReadonlyMap<string, DecisionRow>,
  typed: ReadonlyMap<string, string>,
) {
  const found = decisions.get(item.key);
  const decision = fittingDecision(decisions, item);
  const corrections = decision?.decision === 'correct' ? (decision.corrections ?? {}) : {};
  const standing = decision ? (decision.decision === 'reject' ? 'reject' : 'accept') : '';
  return {
    key: item.key,
    fields: fieldViews(db, item, corrections),
    words: isClosing(item) ? { accept: 'Luk', reject: 'Behold' } : { accept: 'Godkend', reject: 'Afvis' },
    correctHref: isCorrectable(item) ? `${proposalPath(row)}/ret/${item.key}` : '',
    isCorrected: decision?.decision === 'correct',
    chosen: typed.get(item.key) ?? standing,
    seen: `${found?.version ?? 0}|${standing}`,
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
    return group !== 'new' || !isEmpty(after);
  });
  return shown.map(({ field, before, after }) => ({
    label: field === 'withdrawnOn' ? 'Lukkes' : (words[field]?.label ?? field),
    before: group === 'changed' ? cut(valueInWords(db, entity, field, before)) : '',
    after: cut(valueInWords(db, entity, field, field in corrections ? corrections[field] : after)),
    read: field in corrections ? cut(valueInWords(db, entity, field, after)) : '',
  }));
}

/** A new record is told without what the material leaves open. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function cut(text: string): string {
  return text.length <= VALUE_MAX_LENGTH ? text : `${text.slice(0, VALUE_MAX_LENGTH)}…`;
}
