/** From entries to a row: the one place that says what a sequence of changes amounts to. */
export interface FoldableEntry {
  seq: number;
  field: string | null;
  /** JSON. */
  newValue: string;
  effectiveOn: string;
  meetingId: string | null;
  slide: number | null;
}

export interface Folded {
  since: string;
  revision: number;
  fields: Record<string, unknown>;
}

/**
 * Folds all entries of one object, in the order of the day they hold from, then of recording: an older meeting
 * imported late falls into its place and overwrites nothing newer.
 * @returns undefined when no entry gives a whole state yet.
 */
export function fold(entries: readonly FoldableEntry[]): Folded | undefined {
  const ordered = inOrder(entries);
  const first = ordered.find((entry) => entry.field === null);
  return first && { since: first.effectiveOn, ...amount(ordered) };
}

/** What some of an object's entries say of its fields, whether or not one of them gives a whole state. */
export function foldFields(entries: readonly FoldableEntry[]): Record<string, unknown> {
  return amount(inOrder(entries)).fields;
}

function inOrder(entries: readonly FoldableEntry[]): FoldableEntry[] {
  return [...entries].sort((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.seq - b.seq,
  );
}

function amount(ordered: readonly FoldableEntry[]): Pick<Folded, 'revision' | 'fields'> {
  const fields: Record<string, unknown> = {};
  let revision = 0;
  for (const entry of ordered) {
    revision = Math.max(revision, entry.seq);
    const value: unknown = JSON.parse(entry.newValue);
    if (entry.field === null) {
      Object.assign(fields, value, { meetingId: entry.meetingId, slide: entry.slide });
    } else {
      fields[entry.field] = value;
    }
  }
  return { revision, fields };
}
