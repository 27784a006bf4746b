import { listMeetings, type Meeting } from '#src/core/sources/queries.ts';
import { meetingName } from '#src/overviews/meeting/index.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { type ChangeView, changeViews, KIND_HEADINGS, standingViews } from './compose.ts';
import { listChanges } from './queries.ts';
import { CHANGE_KINDS, type ChangeKind, isStanding, type ObjectChange, type Window } from './rules.ts';
import { dayOfMeeting, untilOf, windowsOf } from './windows.ts';

/** One kind of change with its records, gathered by what they are. */
export interface ChangeSection {
  id: string;
  heading: string;
  count: number;
  groups: { kind: string; items: ChangeView[]; folded: string }[];
}

/** `/moeder/:meeting/aendringer` */
export function changesPage(reading: RequestReading, meeting: Meeting) {
  const windows = windowsOf(meeting, listMeetings(reading.db), untilOf(reading));
  const since = windows?.since ? changeSections(reading, windows.since, 'siden') : [];
  const afterwards = windows ? changeSections(reading, windows.afterwards, 'efter') : [];
  return {
    heading: `Ændringer på ${meetingWords(meeting)}`,
    meeting: { name: meetingName(meeting.id), href: `/moeder/${meeting.id}` },
    lede: ledeOf(windows?.previous ?? null, since, dayOfMeeting(meeting) !== null),
    since,
    afterwards,
    afterwardsLede: afterwards.length === 0 ? 'Intet er rettet eller tilføjet siden mødet.' : '',
    hasDay: windows !== null,
  };
}

/** "mødet i november 2025" */
export function meetingWords({ id }: Pick<Meeting, 'id'>): string {
  return meetingName(id).replace('Programledermøde', 'mødet i');
}

/** Empty kinds are left out. */
export function changeSections(reading: RequestReading, window: Window, prefix: string): ChangeSection[] {
  const all = listChanges(reading.db, window);
  const records = all.filter((one) => !isStanding(one.state));
  return CHANGE_KINDS.flatMap((kind) => {
    const views = [
      ...changeViews(reading, ofKind(records, kind)),
      ...standingViews(reading, ofKind(all, kind)),
    ];
    if (views.length === 0) return [];
    return [
      { id: `${prefix}-${kind}`, heading: KIND_HEADINGS[kind], count: views.length, groups: grouped(views) },
    ];
  });
}

/** From this many on, records of one kind are folded together. */
const FOLDED = 8;

function grouped(views: readonly ChangeView[]): ChangeSection['groups'] {
  return [...Map.groupBy(views, (one) => one.kind)].map(([kind, items]) => ({
    kind,
    items,
    folded: items.length < FOLDED ? '' : `Vis ${plural(items.length, 'oplysning', 'oplysninger')}`,
  }));
}

function ledeOf(previous: Meeting | null, since: readonly ChangeSection[], hasDay: boolean): string {
  if (!hasDay) return 'Mødets dato er ikke oplyst, så portalen kan ikke opgøre, hvad der er nyt.';
  if (!previous)
    return 'Mødet er det første i portalen. Der er intet tidligere møde at sammenligne med, så alt herfra er nyt.';
  return since.length === 0
    ? `Intet er ændret siden ${meetingWords(previous)}.`
    : `Det her er ændret, gjort, udgået eller nyt siden ${meetingWords(previous)}.`;
}

function ofKind(changes: readonly ObjectChange[], kind: ChangeKind): ObjectChange[] {
  return changes.filter((one) => one.kind === kind);
}
