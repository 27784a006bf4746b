/** What a person decides: one difference of one field, or a whole record that is new or gone. */
import { createHash } from 'node:crypto';
import type { Difference, FieldDifference } from '#src/core/drafts/compare.ts';
import { fieldsOf } from '#src/core/fields/fields.ts';
import type { Comparison } from './content.ts';
import type { Question } from './questions.ts';

/** `unmentioned`: may be closed, but nobody is asked. */
export type Group = 'new' | 'changed' | 'gone' | 'unmentioned';
export type Confidence = 'high' | 'medium' | 'low';

export interface Item {
  /** Names it from one comparison to the next: of object and field. */
  key: string;
  /** Hash of what it says, before and after. */
  about: string;
  group: Group;
  difference: Difference;
  /** What is decided and shown: the fields of a new record, else the one field. */
  fields: FieldDifference[];
  confidence: Confidence;
  /** Why it is as sure as it is: one Danish sentence; '' where its confidence says it all. */
  reason: string;
  /** May be accepted together with all others that are sure. */
  isCertain: boolean;
  /** A person has set the field since the material last said something of it. */
  isByHand: boolean;
}

export interface Sorted {
  /** Uncertain first; what is unmentioned last. */
  items: Item[];
  /** The meeting itself, its slides and the portal's own bookkeeping: they come with whatever is accepted. */
  frame: Difference[];
  /** Remarks on a record: they come where the record stands or is accepted. */
  remarks: Difference[];
}

const FRAME = new Set(['meeting', 'slide', 'agenda_item']);
const ORDER: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };

/** @param open questions: what they are about is decided when they are answered */
export function sortOut(comparison: Comparison, open: readonly Question[]): Sorted {
  const waiting = new Set(open.map(({ entity, id }) => `${entity}/${id}`));
  const { differences, gone, unmentioned } = comparison;
  const known = differences.filter(({ draft }) => !waiting.has(`${draft.entity}/${draft.id}`));
  const warned = warnings(differences);
  const placed = Map.groupBy(known, placeOf);
  const asked = placed.get('asked') ?? [];
  const items = [
    ...asked.flatMap((one) => itemsOf(one, warned)),
    ...gone.map((one) => itemOf('gone', one, one.fields, warned)),
  ].sort((a, b) => ORDER[a.confidence] - ORDER[b.confidence]);
  const aside = unmentioned.map((one) => itemOf('unmentioned', one, one.fields, warned));
  return {
    items: [...items, ...aside],
    frame: placed.get('frame') ?? [],
    remarks: placed.get('remark') ?? [],
  };
}

/** The record that a remark is about, as `entity/id`. */
export function aboutOf({ draft: { fields } }: Difference): string {
  return `${String(fields.entity)}/${String(fields.objectId)}`;
}

function placeOf({ kind, draft, fields }: Difference): 'asked' | 'frame' | 'remark' {
  if (kind === 'new' && draft.entity === 'remark') return draft.fields.objectId === null ? 'frame' : 'remark';
  if (kind === 'new') return FRAME.has(draft.entity) ? 'frame' : 'asked';
  const words = fieldsOf(draft.entity);
  const isInner = fields.every(({ field, changedByHand }) => words[field]?.isInner && !changedByHand);
  return isInner ? 'frame' : 'asked';
}

/** Fields that nobody is asked about: the portal's own bookkeeping goes with whatever is accepted of the record. */
export function followers({ difference }: Item): FieldDifference[] {
  const fields = fieldsOf(difference.draft.entity);
  const shown = difference.fields.filter(({ field }) => !fields[field]?.isInner);
  return shown.length === 0 ? [] : difference.fields.filter(({ field }) => fields[field]?.isInner);
}

function itemsOf(difference: Difference, warned: ReadonlyMap<string, string>): Item[] {
  if (difference.kind === 'new') return [itemOf('new', difference, difference.fields, warned)];
  const fields = fieldsOf(difference.draft.entity);
  const shown = difference.fields.filter(({ field }) => !fields[field]?.isInner);
  if (shown.length === 0) return [itemOf('changed', difference, difference.fields, warned)];
  return shown.map((field) => itemOf('changed', difference, [field], warned));
}

function itemOf(
  group: Group,
  difference: Difference,
  fields: FieldDifference[],
  warned: ReadonlyMap<string, string>,
): Item {
  const { entity, id, likeness } = difference.draft;
  const isWhole = group === 'new' || fields.length > 1;
  const isByHand = fields.some(({ changedByHand }) => changedByHand);
  const isLeftOut = group === 'gone' || group === 'unmentioned';
  const confidence = isLeftOut ? 'low' : confidenceOf(difference);
  const warning = warned.get(`${entity}/${id}`);
  return {
    key: hashOf([entity, id, isWhole ? null : fields[0]?.field]),
    about: hashOf(fields.map(({ field, before, after }) => [field, before, after])),
    group,
    difference,
    fields,
    confidence,
    reason: reasonOf({ group, confidence, likeness, isByHand, warning }),
    isByHand,
    isCertain: confidence === 'high' && likeness !== 'doubtful' && !isByHand,
  };
}

function reasonOf(of: {
  group: Group;
  confidence: Confidence;
  likeness: Difference['draft']['likeness'];
  isByHand: boolean;
  warning: string | undefined;
}): string {
  if (of.group === 'gone' || of.group === 'unmentioned') return '';
  if (of.isByHand) return 'En redaktør har rettet feltet. Godkend kun, hvis materialet er nyere.';
  if (of.likeness === 'doubtful') return 'Ligner noget i portalen, men ordene er andre. Er det den samme?';
  if (of.warning) return of.warning;
  if (of.likeness === 'reworded') return 'Kendt igen under lidt andre ord.';
  return of.confidence === 'low' ? 'Læsningen er usikker. Se efter på sliden.' : '';
}

/** What the reader warned of, by record. */
function warnings(differences: readonly Difference[]): Map<string, string> {
  return new Map(
    differences.flatMap(({ draft: { entity, fields } }): [string, string][] =>
      entity === 'remark' && fields.entity
        ? [[`${String(fields.entity)}/${String(fields.objectId)}`, String(fields.reason)]]
        : [],
    ),
  );
}

function confidenceOf({ draft: { fields } }: Difference): Confidence {
  const { confidence } = fields;
  return confidence === 'high' || confidence === 'medium' ? confidence : 'low';
}

const KEY_LENGTH = 16;

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, KEY_LENGTH);
}
