import { listMeetings } from '#src/core/sources/queries.ts';
import { concerns, isAsk, listDeadlines } from '#src/overviews/deadlines/index.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { type ChangeView, changeViews, isStanding, KIND_HEADINGS, standingViews } from './compose.ts';
import { meetingWords } from './page.ts';
import { listChanges } from './queries.ts';
import { CHANGE_KINDS, type ChangeKind, type ObjectChange } from './rules.ts';
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
  more: string;
}

const LISTED = 6;

/** What a municipality (or, for null, anybody) should know; null before any meeting. */
export function changesPanel(reading: RequestReading, code: string | null): ChangesPanel | null {
  const found = latestWindow(listMeetings(reading.db), reading.today, untilOf(reading));
  if (!found) return null;
  const { base, latest, isOnly, window } = found;
  const changes = listChanges(reading.db, window);
  const items = CHANGE_KINDS.flatMap((kind) => viewsOf(reading, changes, kind, code));
  const rest = items.length - LISTED;
  return {
    heading: `Siden ${meetingWords(base)}`,
    calm: items.length > 0 ? '' : calmWords(isOnly),
    items: items.slice(0, LISTED),
    href: `/moeder/${latest.id}/aendringer`,
    more: rest > 0 ? `Se ${rest} flere ændringer` : 'Alle ændringer',
  };
}

function viewsOf(
  reading: RequestReading,
  changes: readonly ObjectChange[],
  kind: ChangeKind,
  code: string | null,
): ChangesPanel['items'] {
  const own = changes.filter((one) => one.kind === kind);
  const records = own.filter((one) => !isStanding(one) && isFor(reading, one, code));
  const standings = own.filter(isStanding);
  const views = [
    ...changeViews(reading, records),
    ...(code === null
      ? standingViews(reading, standings)
      : changeViews(
          reading,
          standings.filter((one) => one.state.municipalityId === code),
        )),
  ];
  return views.map((view) => ({ ...view, word: KIND_HEADINGS[kind] }));
}

/** Of what is new only what asks for something; of the rest, everything that has a date in the list of deadlines. */
function isFor(reading: RequestReading, change: ObjectChange, code: string | null): boolean {
  const deadline = listDeadlines(reading).find((one) => one.key === `${change.entity}/${change.objectId}`);
  if (change.kind === 'withdrawn') return TOLD_OF.has(change.entity);
  return deadline !== undefined && concerns(deadline, code) && (change.kind !== 'added' || isAsk(deadline));
}

/** Tables whose records a reader may have planned by. */
const TOLD_OF: ReadonlySet<string> = new Set(['task', 'agreement', 'request', 'event', 'process_step']);

function calmWords(isOnly: boolean): string {
  return isOnly
    ? 'Mødet er det første i portalen, så alt herfra er nyt. Intet er rettet siden.'
    : 'Intet er ændret siden.';
}
