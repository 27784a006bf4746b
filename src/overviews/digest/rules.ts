/** What a person is told of each ask: what stands is compared with what the mail before said. */
import type { Stage, Told } from '#src/db/schema/digest.ts';
import {
  type Deadline,
  isAsk,
  isOpen,
  isSettled,
  isToDo,
  recordKeyOf,
} from '#src/overviews/deadlines/index.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import { type StatusKind, statusBadge } from '#src/web/status-badge.ts';
import type { Holder } from './holders.ts';
import { isLater, isOver, stageOf } from './plan.ts';

/** In the order in which the mail tells them. `coming`: new, and nothing to do before somebody sends it. */
export const SECTIONS = ['changed', 'new', 'due', 'passed', 'coming', 'withdrawn', 'done'] as const;
export type Section = (typeof SECTIONS)[number];

/** One ask in one mail: each stands once, in the first section that fits. */
export interface DigestItem {
  section: Section;
  title: string;
  /** Null for what does not stand any more. */
  deadline: Deadline | null;
  /** What stood before, for `changed`. */
  before: string | null;
  stage: Stage | null;
  /** Null where nobody needs to be told who has it. */
  holder: Holder | null;
}

export type Snapshot = Readonly<Record<string, Told>>;

/** Whose asks, and what they know. */
export interface Knowing {
  /** Code of the municipality. */
  code: string;
  /** The person's. */
  accountId: string;
  /** Who in the municipality has an ask. */
  holderOf: (deadline: Deadline) => Holder | null;
  /** What the mail before said; null when this is the first one. */
  told: Snapshot | null;
  /** For the first mail: what the journal says is new (null) or changed (what stood before), by key of the record. */
  changed: ReadonlyMap<string, string | null>;
  /** Keys of records that were withdrawn. */
  withdrawn: ReadonlyMap<string, string>;
  today: string;
}

/** @param deadlines those that concern the person. @returns what to tell, and what is told once the mail has gone. */
export function sortOut(
  deadlines: readonly Deadline[],
  knowing: Knowing,
  titleOf: (deadline: Deadline) => string,
): { items: DigestItem[]; snapshot: Snapshot } {
  const snapshot: Record<string, Told> = {};
  const items: DigestItem[] = [];
  for (const deadline of deadlines) {
    const title = titleOf(deadline);
    const item = itemOf(deadline, title, knowing);
    if (item) items.push(item);
    const before = knowing.told?.[deadline.key];
    const now = toldOf(deadline, title, knowing.code);
    const isSameDate = before?.date === now.date;
    snapshot[deadline.key] = { ...now, stage: item?.stage ?? (isSameDate ? before.stage : null) };
  }
  return { items: [...items, ...withdrawnItems(deadlines, knowing)], snapshot };
}

function itemOf(deadline: Deadline, title: string, knowing: Knowing): DigestItem | null {
  const { code, told } = knowing;
  const before = told?.[deadline.key];
  const common = {
    title,
    deadline,
    before: null,
    stage: isToDo(deadline) ? stageNow(deadline, knowing) : null,
    holder: knowing.holderOf(deadline),
  };
  if (isSettled(deadline, code)) {
    const isNews = before !== undefined && !SETTLED.has(before.status) && !isOutOfTheWay(deadline, code);
    return isNews ? { ...common, section: 'done', stage: null, holder: null } : null;
  }
  if (!isOpen(deadline, code)) return null;
  if (told === null) return firstItem(deadline, knowing, common) ?? reminder(common, null, knowing);
  if (!before) return isAsk(deadline) ? newItem(deadline, knowing, common) : reminder(common, null, knowing);
  const old = whatStood(before, toldOf(deadline, title, code), deadline);
  if (old !== null) return { ...common, section: 'changed', before: old };
  return reminder(common, before.stage, knowing);
}

/** Without a mail before, the journal says what is new since the last meeting. */
function firstItem(
  deadline: Deadline,
  knowing: Knowing,
  common: Omit<DigestItem, 'section'>,
): DigestItem | null {
  const before = knowing.changed.get(recordKeyOf(deadline));
  if (before === undefined) return null;
  if (before !== null) return { ...common, section: 'changed', before };
  return isAsk(deadline) ? newItem(deadline, knowing, common) : null;
}

/** An old meeting may be read in, or mails switched on a year later: what is long over is no news. */
function newItem(
  { kind, date, notYetSent }: Deadline,
  { today }: Knowing,
  common: Omit<DigestItem, 'section'>,
): DigestItem | null {
  if (isOver(kind, date, today)) return null;
  return { ...common, section: notYetSent ? 'coming' : 'new' };
}

/** Before the day whoever has the ask is reminded alone, if the mail reaches them; what is late, everybody hears of. */
function reminder(
  common: Omit<DigestItem, 'section'>,
  told: Stage | null,
  { accountId }: Knowing,
): DigestItem | null {
  const { stage, holder } = common;
  if (stage === null || !isLater(stage, told)) return null;
  if (stage === 'late' || stage === 'last') return { ...common, section: 'passed' };
  const isLeftToHolder = holder !== null && holder.accountId !== null && holder.accountId !== accountId;
  return isLeftToHolder ? null : { ...common, section: 'due' };
}

function stageNow({ kind, date }: Deadline, { today }: Knowing): Stage | null {
  return stageOf(kind, date, today);
}

/** What the mail before said and is another now; null when it is the same. */
function whatStood(before: Told, now: Omit<Told, 'stage'>, { date }: Deadline): string | null {
  if (SETTLED.has(before.status)) return statusBadge(before.status as StatusKind).word;
  // A day of dispatch that went by without a deadline moved nothing.
  const hasDate = date.from !== null || date.to !== null;
  if (before.date !== now.date && (hasDate || before.label === now.label)) return before.words;
  return before.title === now.title ? null : before.title;
}

function withdrawnItems(deadlines: readonly Deadline[], { told, withdrawn }: Knowing): DigestItem[] {
  const standing = new Set(deadlines.map(({ key }) => key));
  return Object.entries(told ?? {})
    .filter(
      ([key, one]) => !standing.has(key) && withdrawn.has(recordKeyOf({ key })) && !SETTLED.has(one.status),
    )
    .map(([, { title }]) => ({
      section: 'withdrawn',
      title,
      deadline: null,
      before: null,
      stage: null,
      holder: null,
    }));
}

function toldOf(deadline: Deadline, title: string, code: string): Omit<Told, 'stage'> {
  const { date, dateLabel: label } = deadline;
  const words = label === 'frist' ? wordsOf(date, 'text') : `${label} ${wordsOf(date, 'text')}`;
  return { title, date: dateKey(date), label, words, status: deadline.statusOf(code) };
}

/** Words may be put better from one version to the next; a date is another when its days are. */
function dateKey({ from, to, precision }: FuzzyDate): string {
  return `${from ?? ''}/${to ?? ''}/${precision}`;
}

function isOutOfTheWay(deadline: Deadline, code: string): boolean {
  return deadline.statusOf(code) === 'not-relevant';
}

const SETTLED: ReadonlySet<string> = new Set(['done', 'signed', 'claimed', 'not-relevant']);
