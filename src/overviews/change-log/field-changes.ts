/** A journal entry as fields with what stood before and what stands after it, in words. */
import { type Field, fieldsOf } from '#src/core/fields/fields.ts';
import { entityNames } from '#src/core/journal/entities.ts';
import { sameValue } from '#src/core/journal/same-value.ts';
import type { Db } from '#src/db/client.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { type StatusKind, statusBadge } from '#src/web/status-badge.ts';
import type { Entry } from './queries.ts';

export interface ValueView {
  text: string;
  badge: StatusBadge | null;
}

export interface FieldChange {
  label: string;
  /** The portal's own bookkeeping. */
  isInner: boolean;
  /** Null where there was nothing before: the record is new. */
  before: ValueView | null;
  after: ValueView;
}

/** Empty when the entry says again what stood already. */
export function fieldChanges(
  db: Db,
  one: Pick<Entry, 'entity' | 'field' | 'oldValue' | 'newValue'>,
): FieldChange[] {
  const before = valuesOf(one.field, one.oldValue);
  const after = valuesOf(one.field, one.newValue) ?? {};
  return Object.entries(after)
    .filter(([name, value]) => (before ? !sameValue(before[name], value) : !isEmpty(value)))
    .map(([name, value]) => ({
      label: fieldFor(one.entity, name).label,
      isInner: fieldFor(one.entity, name).isInner,
      before: before && valueView(db, one.entity, name, before[name] ?? null),
      after: valueView(db, one.entity, name, value),
    }));
}

/** By field; null when there was no record. */
function valuesOf(field: string | null, json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  return field === null ? (value as Record<string, unknown> | null) : { [field]: value };
}

/** Null, '', [] and {}. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const STATUSES: ReadonlySet<unknown> = new Set<StatusKind>([
  'signed',
  'done',
  'missing',
  'in-progress',
  'claimed',
  'not-relevant',
]);

function valueView(db: Db, entity: string, name: string, value: unknown): ValueView {
  const text = fieldFor(entity, name).words(value, db);
  if (name !== 'status') return { text, badge: null };
  if (value === null) return { text, badge: statusBadge('not-counted') };
  return { text, badge: STATUSES.has(value) ? statusBadge(value as StatusKind) : null };
}

/** The journal outlives tables and columns: what has no words any more is shown as it was recorded. */
function fieldFor(entity: string, name: string): Field {
  const known = entityNames.includes(entity) ? fieldsOf(entity)[name] : undefined;
  const asRecorded = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return known ?? { label: name, words: asRecorded, isInner: true, isDate: false };
}
