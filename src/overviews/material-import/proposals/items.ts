/** What a person decides: one difference of one field, or a whole record that is new or gone. */
import { createHash } from 'node:crypto';
import type { Difference, FieldDifference } from '#src/core/drafts/compare.ts';
import { fieldsOf } from '#src/core/fields/fields.ts';
import { isForEditors } from '#src/overviews/material-import/remarks.ts';
import type { Comparison } from './content.ts';

export type Group = 'new' | 'changed' | 'gone';
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
  /** Why it is as sure as it is: one Danish sentence. */
  reason: string;
  /** May be accepted together with all others that are sure. */
  isCertain: boolean;
}

export interface Sorted {
  /** Uncertain first. */
  items: Item[];
  /** The meeting itself and how it was read: they come with whatever is accepted, and nobody is asked. */
  frame: Difference[];
}

const FRAME = new Set(['meeting', 'slide', 'agenda_item']);
const ORDER: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };

export function sortOut({ differences, gone }: Comparison): Sorted {
  const isFrame = ({ kind, draft }: Difference) =>
    kind === 'new' && (FRAME.has(draft.entity) || isForEditors(draft));
  const asked = differences.filter((one) => !isFrame(one));
  const warned = warnings(differences);
  const items = [
    ...asked.flatMap((one) => itemsOf(one, warned)),
    ...gone.map((one) => itemOf('gone', one, one.fields, warned)),
  ];
  return {
    items: items.sort((a, b) => ORDER[a.confidence] - ORDER[b.confidence]),
    frame: differences.filter(isFrame),
  };
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
  const confidence = group === 'gone' ? 'low' : confidenceOf(difference);
  const warning = warned.get(`${entity}/${id}`);
  return {
    key: hashOf([entity, id, isWhole ? null : fields[0]?.field]),
    about: hashOf(fields.map(({ field, before, after }) => [field, before, after])),
    group,
    difference,
    fields,
    confidence,
    reason: reasonOf({ group, confidence, likeness, isByHand, warning }),
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
  if (of.group === 'gone') return 'Står i portalen, men ikke i dette materiale.';
  if (of.isByHand) return 'En redaktør har rettet feltet. Godkend kun, hvis materialet er nyere.';
  if (of.likeness === 'doubtful') return 'Ligner noget i portalen, men ordene er andre. Er det den samme?';
  if (of.warning) return of.warning;
  if (of.likeness === 'reworded') return 'Kendt igen under lidt andre ord.';
  return REASONS[of.confidence];
}

const REASONS: Record<Confidence, string> = {
  high: 'En kontrol i materialet gik op.',
  medium: 'Læst ét sted, uden noget at holde det op imod.',
  low: 'Læsningen er usikker. Se efter på sliden.',
};

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
