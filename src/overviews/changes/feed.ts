import { momentsTold } from '#src/core/journal/history.ts';
import { listMeetings, type Meeting } from '#src/core/sources/queries.ts';
import { type AtomEntry, atomXml } from '#src/formats/atom.ts';
import { meetingName } from '#src/overviews/meeting/index.ts';
import { copenhagenDay, startOfDay } from '#src/shared/calendar-day.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { type ChangeView, changeViews, KIND_HEADINGS, standingViews } from './compose.ts';
import { listChanges } from './queries.ts';
import { CHANGE_KINDS, endOf, isStanding } from './rules.ts';
import { dayOfMeeting, untilOf } from './windows.ts';

/** Enough for whoever asks once a quarter. */
const LATEST_DAYS = 30;

/** A day on which something was told, with the instants of its first and last recording. */
interface DayTold {
  day: string;
  first: string;
  last: string;
}

/** One entry for each day on which something was told: a meeting with its material, or corrections made that day. */
export function changesFeed(reading: RequestReading, portalUrl: string): string {
  const meetings = listMeetings(reading.db);
  const firstDay = meetings.flatMap((one) => dayOfMeeting(one) ?? []).sort()[0];
  const days = firstDay === undefined ? [] : daysTold(reading, firstDay);
  return atomXml({
    id: `${portalUrl}/aendringer.atom`,
    title: 'Programlederportalen: ændringer',
    subtitle: 'Hvad der er nyt, ændret, gjort og udgået på programledermøderne og imellem dem',
    author: 'Programlederportalen',
    pageUrl: `${portalUrl}/moeder`,
    selfUrl: `${portalUrl}/aendringer.atom`,
    entries: days.slice(0, LATEST_DAYS).flatMap((told) => {
      const meeting = meetings.find((one) => dayOfMeeting(one) === told.day);
      const isFirst = told.day === firstDay;
      const latest = meetings.find((one) => (dayOfMeeting(one) ?? '9999') <= told.day);
      const place = { meeting, latest, isFirst, portalUrl };
      return entryOf(reading, told, place) ?? [];
    }),
    updated: startOfDay(reading.today),
  });
}

/** Newest first; what holds from before the first meeting is no news. */
function daysTold(reading: RequestReading, firstDay: string): DayTold[] {
  const until = untilOf(reading);
  const moments = momentsTold(reading.db).filter((one) => one.toldAt >= firstDay && one.toldAt <= until);
  const byDay = Map.groupBy(moments, ({ toldAt }) =>
    toldAt.length > firstDay.length ? copenhagenDay(new Date(toldAt)) : toldAt,
  );
  return [...byDay]
    .map(([day, own]) => ({
      day,
      first: own.map((one) => one.first).sort()[0] ?? '',
      last:
        own
          .map((one) => one.last)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

interface Place {
  /** The meeting of the day, and the latest one held by then. */
  meeting: Meeting | undefined;
  latest: Meeting | undefined;
  isFirst: boolean;
  portalUrl: string;
}

function entryOf(
  reading: RequestReading,
  { day, first, last }: DayTold,
  { meeting, latest, isFirst, portalUrl }: Place,
): AtomEntry | null {
  const common = { id: `${portalUrl}/aendringer.atom#${day}`, published: first, updated: last };
  if (meeting && isFirst) {
    const text = 'Mødets materiale er indlæst. Det er det første møde i portalen, så alt herfra er nyt.';
    const url = `${portalUrl}/moeder/${meeting.id}`;
    return { ...common, title: meetingName(meeting.id), url, lines: [{ text, url }] };
  }
  const lines = linesOf(reading, day, portalUrl);
  if (lines.length === 0) return null;
  return {
    ...common,
    title: meeting ? meetingName(meeting.id) : `Ændringer ${dayInSentence(day)}`,
    url: `${portalUrl}/moeder/${(meeting ?? latest)?.id}/aendringer${meeting ? '' : '#efter'}`,
    lines,
  };
}

function linesOf(reading: RequestReading, day: string, portalUrl: string): AtomEntry['lines'] {
  const changes = listChanges(reading.db, { after: startOfDay(day), until: endOf(day) });
  return CHANGE_KINDS.flatMap((kind) => {
    const own = changes.filter((one) => one.kind === kind);
    const records = own.filter((one) => !isStanding(one.state));
    return [...changeViews(reading, records), ...standingViews(reading, own)].map((view) => ({
      text: `${KIND_HEADINGS[kind]}: ${lineOf(view)}`,
      url: view.href === '' ? '' : `${portalUrl}${view.href}`,
    }));
  });
}

function lineOf({ kind, title, detail, fields, reason }: ChangeView): string {
  const changed = fields.map(({ label, before, after }) => `${label}: ${after} (før: ${before})`).join('; ');
  const more = [detail, changed, reason].filter(Boolean).join('. ');
  return `${kind} »${title}«${more ? `. ${more}` : ''}`;
}
