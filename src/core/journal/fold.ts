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
 * Folds all entries of one object, in the order of the day they hold from; on one day an older meeting comes before a
 * newer one, whenever each was recorded, and else what was recorded first. So an older meeting imported late falls
 * into its place and overwrites nothing newer. What names no meeting was said in the light of the newest one that
 * the object had then.
 * @param entries all that the object has, so that the order is the same whatever day is asked for
 * @param until ISO day: only what holds on it or earlier
 * @returns undefined when no entry gives a whole state yet.
 */
export function fold(entries: readonly FoldableEntry[], until?: string): Folded | undefined {
  const ordered = inOrder(entries).filter(({ effectiveOn }) => until === undefined || effectiveOn <= until);
  const first = ordered.find((entry) => entry.field === null);
  return first && { since: first.effectiveOn, ...amount(ordered) };
}

/** What some of an object's entries say of its fields, whether or not one of them gives a whole state. */
export function foldFields(entries: readonly FoldableEntry[]): Record<string, unknown> {
  return amount(inOrder(entries)).fields;
}

function inOrder(entries: readonly FoldableEntry[]): FoldableEntry[] {
  return withMeetings(entries).sort(
    (a, b) =>
      compared(a.effectiveOn, b.effectiveOn) || compared(a.knownMeeting, b.knownMeeting) || a.seq - b.seq,
  );
}

function amount(ordered: readonly FoldableEntry[]): Pick<Folded, 'revision' | 'fields'> {
  const fields: Record<string, unknown> = {};
  let revision = 0;
  for (const entry of ordered) {
    revision = Math.max(revision, entry.seq);
    const value: unknown = JSON.parse(entry.newValue);
    if (entry.field === null) {
      // An undo belongs to the meeting it undoes and names the source that stood before it.
      Object.assign(fields, { meetingId: entry.meetingId, slide: entry.slide }, value);
    } else {
      fields[entry.field] = value;
    }
  }
  return { revision, fields };
}

/** What had been said of the object up to a meeting, whatever was recorded later of later ones. */
export function upToMeeting<E extends FoldableEntry>(entries: readonly E[], meetingId: string | null): E[] {
  if (meetingId === null) return [...entries];
  return withMeetings(entries).filter(({ knownMeeting }) => knownMeeting <= meetingId);
}

/** Each with the meeting it belongs to: its own (`2025-11`), else the newest that was known when it was recorded. */
function withMeetings<E extends FoldableEntry>(entries: readonly E[]): (E & { knownMeeting: string })[] {
  let newest = '';
  return [...entries]
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => {
      if (entry.meetingId !== null && entry.meetingId > newest) newest = entry.meetingId;
      return { ...entry, knownMeeting: entry.meetingId ?? newest };
    });
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
