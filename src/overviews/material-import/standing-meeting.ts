/**
 * A meeting read again from another file: its slides may be numbered otherwise and its day told less exactly. Neither
 * is a change.
 */
import type { Draft } from '#src/core/drafts/draft.ts';
import { alignSlides } from '#src/core/reading/align-slides.ts';
import { fuzzyDateSchema, type Snapshot } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';

export interface StandingSlides {
  /** Slide of the snapshot -> slide of the meeting as it stands. A new one has a number after the last. */
  numbers: ReadonlyMap<number, number>;
  /** Numbers that stand. */
  standing: ReadonlySet<number>;
}

/** Null when the meeting has no slides yet, or has the same ones. */
export function standingSlides(db: Db, snapshot: Snapshot, meetingId: string): StandingSlides | null {
  const rows = db.$client
    .prepare('select slide as number, title, section from slide where meeting_id = ? order by slide')
    .all(meetingId) as { number: number; title: string; section: string }[];
  if (rows.length === 0) return null;
  const words = (one: { section: string; title: string }): string => `${one.section} ${one.title}`;
  const numbers = new Map<number, number>();
  for (const { first, second } of alignSlides(snapshot.slides.map(words), rows.map(words))) {
    const [own, other] = [snapshot.slides[first ?? -1], rows[second ?? -1]];
    if (own && other) numbers.set(own.number, other.number);
  }
  const standing = new Set(rows.map(({ number }) => number));
  fillGaps(snapshot, standing, numbers);
  return snapshot.slides.every(({ number }) => numbers.get(number) === number) ? null : { numbers, standing };
}

/** A slide whose words tell nothing follows the one before it; what is left is new. */
function fillGaps(snapshot: Snapshot, standing: ReadonlySet<number>, numbers: Map<number, number>): void {
  const taken = new Set(numbers.values());
  let next = Math.max(...standing) + 1;
  for (const { number } of snapshot.slides) {
    if (numbers.has(number)) continue;
    const after = (numbers.get(number - 1) ?? -1) + 1;
    const isFree = standing.has(after) && !taken.has(after);
    const chosen = isFree ? after : next;
    if (!isFree) next += 1;
    numbers.set(number, chosen);
    taken.add(chosen);
  }
}

/** The drafts with the numbers that stand. A slide that stands is the same; a new one is kept when something stands on it. */
export function renumbered(
  drafts: readonly Draft[],
  { numbers, standing }: StandingSlides,
  meetingId: string,
): Draft[] {
  const to = (number: number): number => numbers.get(number) ?? number;
  const used = new Set(drafts.filter(({ entity }) => entity !== 'slide').map(({ slide }) => slide));
  return drafts.flatMap((draft): Draft[] => {
    if (draft.slide === null) return [draft];
    const slide = to(draft.slide);
    if (draft.entity === 'slide') {
      const isKept = !standing.has(slide) && used.has(draft.slide);
      return isKept ? [{ ...draft, slide, id: `${meetingId}/${slide}` }] : [];
    }
    const { slides } = draft.fields;
    if (!Array.isArray(slides)) return [{ ...draft, slide }];
    return [{ ...draft, slide, fields: { ...draft.fields, slides: slides.map((one) => to(Number(one))) } }];
  });
}

/** A month that holds the day the meeting has is no other day; nor is that day said again. */
export function withStandingDay(db: Db, draft: Draft): Draft {
  if (draft.entity !== 'meeting') return draft;
  const row = db.$client
    .prepare('select date, date_basis as basis from meeting where id = ?')
    .get(draft.id) as { date: string; basis: string } | undefined;
  const told = fuzzyDateSchema.safeParse(draft.fields['date']).data;
  const stands = row && fuzzyDateSchema.safeParse(JSON.parse(row.date)).data;
  if (!row || !stands?.from || !stands.to || !told?.from || !told.to) return draft;
  const isVaguer = told.precision !== 'day' && told.from <= stands.from && stands.to <= told.to;
  const isSame =
    told.from === stands.from && told.to === stands.to && draft.fields['dateBasis'] !== 'printed';
  return isVaguer || isSame
    ? { ...draft, fields: { ...draft.fields, date: stands, dateBasis: row.basis } }
    : draft;
}
