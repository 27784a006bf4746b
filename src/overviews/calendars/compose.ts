import { lastAccessEntry } from '#src/core/access-log/queries.ts';
import { agreementsIn } from '#src/core/answers/queries.ts';
import { type LastChange, lastChanges, revisionAt } from '#src/core/journal/marks.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { type CalendarEvent, icalText } from '#src/formats/ical.ts';
import { type Deadline, KIND_WORD, recordKeyOf } from '#src/overviews/deadlines/index.ts';
import { dayInShort } from '#src/shared/danish-calendar.ts';
import { wordsWithSource } from '#src/web/fuzzy-date-view.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { daysOf } from './rules.ts';

export interface CalendarScope {
  name: string;
  description: string;
  /** Path of the page that shows the same. */
  path: string;
  deadlines: readonly Deadline[];
  /** What was withdrawn and may stand in a calendar that was read before. */
  withdrawn: readonly Deadline[];
  /** Whose status is told; null for none. */
  municipality: { id: string; name: string } | null;
}

/** The calendar as text. `portalUrl` stands before every address in it. */
export function calendarOf({ db }: Reading, scope: CalendarScope, portalUrl: string): string {
  const { name, description, path, municipality } = scope;
  const at = lastAccessEntry(db, 'restored')?.at;
  const restored = at === undefined ? [] : [{ at, revision: revisionAt(at) }];
  const ground = { changes: lastChanges(db), restored, names: solutionNames(db), portalUrl };
  const told = (isCancelled: boolean) => (deadline: Deadline) =>
    eventOf(ground, deadline, isCancelled, municipality) ?? [];
  const events = [...scope.deadlines.flatMap(told(false)), ...scope.withdrawn.flatMap(told(true))];
  return icalText({ name, description, url: `${portalUrl}${path}`, events });
}

/** What every entry is made from beside its deadline. */
interface Ground {
  changes: ReadonlyMap<string, LastChange>;
  /** When a backup took the place of what calendars have read since: from then on every entry is a new one. */
  restored: readonly LastChange[];
  names: ReadonlyMap<string, string>;
  portalUrl: string;
}

/** What an entry says to everybody, made once: a deadline is composed anew when the day or the journal is another. */
const common = new WeakMap<Deadline, CalendarEvent>();

/** Null for a deadline without a day. */
function eventOf(
  ground: Ground,
  deadline: Deadline,
  isCancelled: boolean,
  municipality: CalendarScope['municipality'],
): CalendarEvent | null {
  const known = common.get(deadline) ?? commonEvent(ground, deadline, isCancelled);
  if (!known) return null;
  common.set(deadline, known);
  if (!municipality) return known;
  const status = statusLine(deadline, municipality);
  if (status === '' && !deadline.keys.some((key) => key.startsWith('agreement/'))) return known;
  const counted = agreementsIn(deadline.keys).flatMap((id) => [`signature/${id}`, `signature_count/${id}`]);
  const changes = changesOf(ground, counted);
  if (status === '' && changes.length === 0) return known;
  const { at, revision } = newest([{ at: known.changedAt, revision: known.revision }, ...changes]);
  const lines = status === '' ? known.lines : [status, ...known.lines];
  return { ...known, changedAt: at, revision, lines };
}

function commonEvent(ground: Ground, deadline: Deadline, isCancelled: boolean): CalendarEvent | null {
  const days = daysOf(deadline.date);
  if (!days) return null;
  const { names, portalUrl } = ground;
  const solution = names.get(deadline.solutionId ?? '') ?? '';
  const title = [titleWords(deadline, solution), days.mark].filter(Boolean).join(' ');
  const { at, revision } = newest([...ground.restored, ...changesOf(ground, recordsIn(deadline))]);
  return {
    uid: `${deadline.key}@programlederportalen`,
    changedAt: at,
    revision,
    first: days.first,
    last: days.last,
    title: isCancelled ? `Aflyst: ${title}` : title,
    lines: linesOf(deadline, solution, isCancelled),
    // The page of what was withdrawn is gone.
    url: `${portalUrl}${isCancelled ? '/frister' : deadline.href}`,
    categories: deadline.kinds.map((kind) => KIND_WORD[kind]),
    isCancelled,
  };
}

/**
 * Keys of everything that an entry is made from, and whole tables where a row that is gone would be missed: the number
 * of an entry never falls.
 */
function recordsIn({ keys, tellsOf, solutionId, appliesToId }: Deadline): string[] {
  const own = keys.map((key) => recordKeyOf({ key }));
  return [...own, ...tellsOf, `solution/${solutionId}`, `municipality_set/${appliesToId}`, 'same_ask'];
}

function changesOf({ changes }: Ground, keys: readonly string[]): LastChange[] {
  return keys.flatMap((key) => changes.get(key) ?? []);
}

function newest(changes: readonly LastChange[]): LastChange {
  return changes.reduce((latest, one) => (one.revision > latest.revision ? one : latest));
}

/** "Frist: SAPA: Opret aftale", "Aula: Databehandleraftale (udsendes)": a calendar shows little but the title. */
function titleWords({ title, dateLabel }: Deadline, solution: string): string {
  const lead = solution.replace(/ for .*/, '');
  const named = lead === '' || title.includes(lead) ? title : `${lead}: ${title}`;
  if (dateLabel === 'frist') return `Frist: ${named}`;
  return UNTOLD.has(dateLabel) ? `${named} (${dateLabel})` : named;
}

/** What happens on the day, where no title says so. */
const UNTOLD: ReadonlySet<string> = new Set(['udsendes', 'udsendt', 'åbner', 'lukker', 'offentliggøres']);

function linesOf(deadline: Deadline, solution: string, isCancelled: boolean): string[] {
  const { kinds, date, dateLabel, start, startLabel, audience, note, workingTitle } = deadline;
  const what = kinds.map((kind) => KIND_WORD[kind]).join(' og ');
  return [
    isCancelled ? 'Udgået: oplysningen er trukket tilbage og gælder ikke mere.' : '',
    solution === '' || solution === what ? what : `${what}, ${solution}`,
    `${capitalised(dateLabel)}: ${wordsWithSource(date)}`,
    start && startLabel ? `${capitalised(startLabel)}: ${wordsWithSource(start)}` : '',
    workingTitle ? 'Titlen er en arbejdstitel og kan blive ændret.' : '',
    audience ? `Gælder ${audience.name}${audience.members ? '' : '; ikke oplyst hvilke'}` : '',
    note ?? '',
    sourceLine(deadline),
  ].filter((line) => line !== '');
}

function statusLine(deadline: Deadline, { id, name }: { id: string; name: string }): string {
  const status = deadline.statusOf(id);
  if (deadline.informationOnly || status === 'not-counted') return '';
  const counted = deadline.countedOn ? ` (opgjort ${dayInShort(deadline.countedOn)})` : '';
  return `Status for ${name}: ${statusBadge(status).word}${counted}`;
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
}

function sourceLine({ sources }: Deadline): string {
  const chips = chipsOf(...sources).map(({ text }) => text);
  return chips.length === 0 ? '' : `Kilde: ${chips.join('; ')}`;
}
