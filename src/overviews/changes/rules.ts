/**
 * What changed between two moments: for each object, what was known at the first is compared with what is known at the
 * second. Both are folded by the day from which a fact holds, so a meeting that is read in late changes nothing newer,
 * and what was done and undone in between is no change.
 */
import { fold } from '#src/core/journal/fold.ts';
import type { ToldEntry } from '#src/core/journal/history.ts';
import { sameValue } from '#src/core/journal/same-value.ts';
import { addDays, startOfDay } from '#src/shared/calendar-day.ts';

/** Moments as `toldAt` has them. */
export interface Window {
  /** Not itself part of the window. */
  after: string;
  until: string;
}

/** In the order in which they are told: what stood before and is another comes first, for somebody may rely on it. */
export const CHANGE_KINDS = ['changed', 'withdrawn', 'done', 'added'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

export interface ObjectChange {
  kind: ChangeKind;
  entity: string;
  objectId: string;
  /** What differs, for `changed` and `done`. */
  fields: FieldChange[];
  /** What stands after it; for what is withdrawn, what stood before. */
  state: Readonly<Record<string, unknown>>;
  /** When the newest part of it was told. */
  toldAt: string;
  /** Who says so: the newest entry that set what differs. */
  recordedAt: string;
  /** Said by a person, and by no meeting's material. */
  isByHand: boolean;
  meetingId: string | null;
  slide: number | null;
  reason: string | null;
}

/** Everything up to now, whenever that is. */
export const NOW = '9999';

/** The moment at which a day is over. */
export function endOf(day: string): string {
  return startOfDay(addDays(day, 1));
}

/** The newest first. */
export function changesBetween(entries: readonly ToldEntry[], { after, until }: Window): ObjectChange[] {
  const histories = Map.groupBy(
    entries.filter((one) => one.toldAt <= until),
    (one) => `${one.entity}/${one.objectId}`,
  );
  return [...histories.values()]
    .flatMap((own) => changeOf(own, after) ?? [])
    .sort((a, b) => (a.toldAt < b.toldAt ? 1 : a.toldAt > b.toldAt ? -1 : 0));
}

/** Words by which a municipality's own part is settled. */
const SETTLED: readonly unknown[] = ['done', 'signed'];

/** @param own in the order of recording */
function changeOf(own: readonly ToldEntry[], after: string): ObjectChange | null {
  const earlier = standing(own.filter((one) => one.toldAt <= after));
  const now = standing(own);
  const [newest] = own.filter((one) => one.toldAt > after).sort((a, b) => (a.toldAt < b.toldAt ? 1 : -1));
  const state = now ?? earlier;
  if (!newest || !state) return null;
  const { entity, objectId, toldAt } = newest;
  const saidBy = ({ recordedAt, kind, meetingId, slide, reason }: ToldEntry) => {
    const isByHand = !MATERIAL.has(kind);
    return { entity, objectId, toldAt, recordedAt, isByHand, meetingId, slide, reason, state };
  };
  const told = (fields: readonly string[]) =>
    saidBy(own.findLast((one) => one.toldAt > after && sets(one, fields)) ?? newest);
  if (!earlier) {
    return { ...saidBy(own.find(({ field }) => field === null) ?? newest), kind: 'added', fields: [] };
  }
  if (!now && isStanding(earlier)) {
    const fields = [{ field: 'status', before: earlier.status, after: null }];
    return { ...told(['withdrawnOn']), kind: 'changed', fields };
  }
  if (!now) return { ...told(['withdrawnOn']), kind: 'withdrawn', fields: [] };
  const fields = Object.keys(now)
    .filter((field) => !SOURCE.has(field) && !sameValue(earlier[field], now[field]))
    .map((field) => ({ field, before: earlier[field] ?? null, after: now[field] ?? null }));
  if (fields.length === 0) return null;
  const isDone = fields.some(({ field, after: value }) => field === 'status' && SETTLED.includes(value));
  return { ...told(fields.map(({ field }) => field)), kind: isDone ? 'done' : 'changed', fields };
}

/** The entry says something of one of the fields. */
function sets({ field, newValue }: ToldEntry, fields: readonly string[]): boolean {
  if (field !== null) return fields.includes(field);
  const said = JSON.parse(newValue) as object;
  return fields.some((name) => name in said);
}

const MATERIAL: ReadonlySet<string> = new Set(['seed', 'import', 'review']);

/** A status of one municipality, such as a signature. Withdrawn, it is not counted any more. */
export function isStanding({ municipalityId, status }: Readonly<Record<string, unknown>>): boolean {
  return typeof municipalityId === 'string' && typeof status === 'string';
}

/** What a later meeting says the same is not changed by it. */
const SOURCE: ReadonlySet<string> = new Set(['meetingId', 'slide']);

/** Null when it is not there: never told of, or withdrawn. */
function standing(entries: readonly ToldEntry[]): Record<string, unknown> | null {
  const fields = fold(entries)?.fields;
  return !fields || fields.withdrawnOn ? null : fields;
}
