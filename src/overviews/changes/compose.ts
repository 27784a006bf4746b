import { fieldOf, valueInWords } from '#src/core/fields/fields.ts';
import { withWithdrawn } from '#src/core/journal/withdrawn.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Described, Reading } from '#src/core/offers/offers.ts';
import { describeObject } from '#src/overviews/meeting/index.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import { dayOf } from '#src/shared/instant.ts';
import type { SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type ChangeKind, isStanding, type ObjectChange } from './rules.ts';

/** One thing that is new, changed, done or withdrawn, as the part `aendring` prints it. */
export interface ChangeView {
  /** "KLIK-opgave" */
  kind: string;
  title: string;
  /** '' where there is no page any more. */
  href: string;
  /** One line about it: its dates, how many municipalities. */
  detail: string;
  fields: { label: string; before: string; after: string }[];
  /** "18. december 2025", where a person changed it and no meeting's material. */
  recorded: string;
  /** Why, where a person said so. */
  reason: string;
  chips: SourceChip[];
}

/** Changes as words. What no feature describes, and what differs only in the portal's own bookkeeping, is left out. */
export function changeViews(reading: Reading, changes: readonly ObjectChange[]): ChangeView[] {
  return changes.flatMap((one) => changeView(reading, one) ?? []);
}

/**
 * What changed for the municipalities, told once for all that changed alike: "Underskrevet: 12 kommuner". The first
 * count of an agreement is left out, for the count itself is told.
 */
export function standingViews(reading: Reading, changes: readonly ObjectChange[]): ChangeView[] {
  const moved = changes.flatMap((change) => {
    const status = change.fields.find(({ field }) => field === 'status');
    const about = status && isStanding(change.state) ? describe(reading, change) : undefined;
    return status && about ? [{ change, about, status: status.after }] : [];
  });
  const alike = Map.groupBy(moved, ({ about, status }) => `${about.href}|${String(status)}`);
  return [...alike.values()].flatMap((own) => standingView(reading, own) ?? []);
}

/** How many names are more than a number. */
const NAMED = 8;

function standingView(
  { db }: Reading,
  own: readonly { change: ObjectChange; about: Described; status: unknown }[],
): ChangeView | null {
  const [first] = own;
  if (!first) return null;
  const { change, about } = first;
  const status = valueInWords(db, change.entity, 'status', first.status);
  const codes = new Set(own.map((one) => one.change.state.municipalityId));
  const names = listMunicipalities(db)
    .filter(({ id }) => codes.has(id))
    .map(({ name }) => name);
  const count = plural(own.length, 'kommune', 'kommuner');
  return {
    kind: about.kind,
    title: about.detail ?? about.title,
    href: about.href,
    detail: `${status}: ${names.length > NAMED ? count : names.join(', ')}`,
    fields: [],
    recorded: '',
    reason: '',
    chips: chipsOf(...own.map((one) => sourceOf(one.change))),
  };
}

function changeView(reading: Reading, change: ObjectChange): ChangeView | null {
  const about = describe(reading, change);
  const fields = change.kind === 'changed' || change.kind === 'done' ? fieldViews(reading, change) : [];
  if (!about || (fields.length === 0 && change.kind !== 'added' && change.kind !== 'withdrawn')) return null;
  return {
    kind: about.kind,
    // A municipality's own status: which agreement it is about says more than "Odense: Underskrevet".
    title: isStanding(change.state) ? (about.detail ?? about.title) : about.title,
    href: change.kind === 'withdrawn' ? '' : about.href,
    detail: change.kind === 'added' ? addedWords(reading, change, about) : '',
    fields,
    recorded: change.isByHand ? dayInSentence(dayOf(new Date(change.recordedAt))) : '',
    reason: change.kind === 'added' ? '' : (change.reason ?? ''),
    // A slide does not say what a person changed.
    chips: change.isByHand && fields.length > 0 ? [] : chipsOf(sourceOf(change)),
  };
}

function addedWords({ db }: Reading, change: ObjectChange, about: Described): string {
  return isStanding(change.state)
    ? valueInWords(db, change.entity, 'status', change.state.status)
    : (about.detail ?? '');
}

/** What does not stand any more is told as it last stood. */
function describe(reading: Reading, change: ObjectChange): Described | undefined {
  return (
    describeObject(reading, change) ?? describeObject({ ...reading, db: withWithdrawn(reading.db) }, change)
  );
}

function fieldViews({ db }: Reading, { entity, fields }: ObjectChange): ChangeView['fields'] {
  return fields.flatMap(({ field, before, after }) => {
    const { label, isInner, words } = fieldOf(entity, field);
    const view = { label, before: words(before, db), after: words(after, db) };
    return isInner || asRead(view.before) === asRead(view.after) ? [] : [view];
  });
}

/** Another kind of dash or space is no other text: programs put them in by themselves. */
function asRead(words: string): string {
  return words
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function sourceOf({ meetingId, slide, state }: ObjectChange) {
  if (meetingId !== null) return { meetingId, slide };
  return {
    meetingId: typeof state.meetingId === 'string' ? state.meetingId : null,
    slide: typeof state.slide === 'number' ? state.slide : null,
  };
}

export const KIND_HEADINGS: Readonly<Record<ChangeKind, string>> = {
  added: 'Nyt',
  changed: 'Ændret',
  done: 'Gjort',
  withdrawn: 'Udgået',
};
