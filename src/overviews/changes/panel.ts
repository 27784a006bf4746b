import { listMeetings } from '#src/core/sources/queries.ts';
import {
  concerns,
  type Deadline,
  isAsk,
  listDeadlines,
  recordKeyOf,
} from '#src/overviews/deadlines/index.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { type ChangeView, changeViews, KIND_HEADINGS, standingViews } from './compose.ts';
import { meetingWords } from './page.ts';
import { listChanges } from './queries.ts';
import { CHANGE_KINDS, isStanding, type ObjectChange } from './rules.ts';
import { latestWindow, untilOf } from './windows.ts';

/** "Siden sidste møde" on the front page and on a municipality's page: part `siden-sidst`. */
export interface ChangesPanel {
  /** "Siden mødet i oktober 2025" */
  heading: string;
  /** Where there is nothing to list: that, in calm words. */
  calm: string;
  items: (ChangeView & { word: string })[];
  /** All of it. */
  href: string;
}

const LISTED = 6;

/** Kept as long as what they are told from: it is the same for all readers of a municipality. */
const kept = new WeakMap<readonly Deadline[], Map<string | null, ChangesPanel | null>>();

/** What a municipality (or, for null, anybody) should know; null before any meeting. */
export function changesPanel(reading: RequestReading, code: string | null): ChangesPanel | null {
  const deadlines = listDeadlines(reading);
  const byCode = kept.get(deadlines) ?? new Map<string | null, ChangesPanel | null>();
  kept.set(deadlines, byCode);
  const found = byCode.get(code);
  if (found !== undefined) return found;
  const panel = composePanel(reading, deadlines, code);
  byCode.set(code, panel);
  return panel;
}

function composePanel(
  reading: RequestReading,
  listed: readonly Deadline[],
  code: string | null,
): ChangesPanel | null {
  const found = latestWindow(listMeetings(reading.db), reading.today, untilOf(reading));
  if (!found) return null;
  const { base, latest, isOnly, window } = found;
  const changes = listChanges(reading.db, window);
  const deadlines = new Map(listed.map((one) => [recordKeyOf(one), one]));
  const items: ChangesPanel['items'] = [];
  for (const kind of CHANGE_KINDS) {
    const own = changes.filter((one) => one.kind === kind);
    items.push(...viewsOf(reading, own, deadlines, code, LISTED - items.length));
  }
  return {
    heading: `Siden ${meetingWords(base)}`,
    calm: items.length > 0 ? '' : calmWords(isOnly),
    items,
    href: `/moeder/${latest.id}/aendringer`,
  };
}

/** Changes of one kind, at most so many: those of records, then those of a municipality's own status. */
function viewsOf(
  reading: RequestReading,
  changes: readonly ObjectChange[],
  deadlines: ReadonlyMap<string, Deadline>,
  code: string | null,
  most: number,
): ChangesPanel['items'] {
  const word = changes[0] ? KIND_HEADINGS[changes[0].kind] : '';
  const standings = changes.filter((one) => isStanding(one.state));
  const records = changes.filter((one) => !isStanding(one.state) && isFor(one, deadlines, code));
  const own = code === null ? [] : standings.filter((one) => one.state.municipalityId === code);
  const views: ChangeView[] = [];
  for (const change of [...own, ...records]) {
    if (views.length >= most) break;
    views.push(...changeViews(reading, [change]));
  }
  if (code === null) views.push(...standingViews(reading, standings));
  return views.slice(0, most).map((view) => ({ ...view, word }));
}

/** Of what is new only what asks for something; of the rest, everything that has a date in the list of deadlines. */
function isFor(
  { kind, entity, objectId }: ObjectChange,
  deadlines: ReadonlyMap<string, Deadline>,
  code: string | null,
): boolean {
  if (kind === 'withdrawn') return TOLD_OF.has(entity);
  const deadline = deadlines.get(`${entity}/${objectId}`);
  return deadline !== undefined && concerns(deadline, code) && (kind !== 'added' || isAsk(deadline));
}

/** Tables whose records a reader may have planned by. */
const TOLD_OF: ReadonlySet<string> = new Set(['task', 'agreement', 'request', 'event', 'process_step']);

function calmWords(isOnly: boolean): string {
  return isOnly
    ? 'Mødet er det første i portalen, så alt herfra er nyt. Intet er rettet siden.'
    : 'Intet er ændret siden.';
}
