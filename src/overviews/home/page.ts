import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { listMeetings, type Meeting, statementsOn } from '#src/core/sources/queries.ts';
import { type ChangesPanel, changesPanel } from '#src/overviews/changes/index.ts';
import {
  collisions,
  collisionView,
  concerns,
  type Deadline,
  GROUP_ID,
  groupByDate,
  groupViews,
  isOpen,
  isToDo,
  liesAhead,
} from '#src/overviews/deadlines/index.ts';
import { isoWeek, partsOf } from '#src/shared/calendar-day.ts';
import { dayInSentence, monthName, weekdayName } from '#src/shared/danish-calendar.ts';
import type { DeadlineGroup } from '#src/web/list-parts.ts';
import type { EmptyState, FilterForm, NextStep, SourceChip, TallyEntry } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { whenBadge } from '#src/web/status-badge.ts';
import { type NewsView, newsOf } from './news.ts';
import { meetingsAround } from './rules.ts';
import { type SignatureView, signatureViews } from './signatures.ts';
import { nextSteps } from './steps.ts';

export interface HomePage {
  /** The page's heading and its question. */
  question: string;
  /** "Mandag den 24. november 2025, uge 48." */
  day: string;
  chooser: FilterForm;
  steps: NextStep[];
  /** One sentence where there is no step ahead; '' otherwise. */
  calm: string;
  tally: TallyEntry[];
  collisions: { text: string; links: { href: string; text: string }[] }[];
  groups: DeadlineGroup[];
  /** Said once for all groups; '' when there is nothing to say. */
  statusNote: string;
  empty: EmptyState | null;
  allHref: string;
  calendarHref: string;
  signatures: SignatureView[];
  news: { heading: string; items: NewsView[]; href: string } | null;
  changes: ChangesPanel | null;
  meeting: MeetingPanel | null;
}

interface MeetingPanel {
  heading: string;
  text: string;
  href: string;
  chips: SourceChip[];
  /** Where slides and recording are, or that it is not stated. */
  material: { term: string; text: string; href: string }[];
  /** What the material says about it, in sentences. */
  after: { text: string; isQuote: boolean }[];
}

const OPEN_ROWS = { passed: 2, later: 6, undated: 2 };

/** `deadlines`: all of them; the page shows those that concern the municipality and are open. */
export function homePage(
  deadlines: readonly Deadline[],
  municipality: Municipality | null,
  reading: RequestReading,
): HomePage {
  const code = municipality?.id ?? null;
  const { today, db } = reading;
  const names = solutionNames(db);
  const open = deadlines.filter((one) => concerns(one, code) && isOpen(one, code));
  const meetings = listMeetings(db);
  const { latest, coming } = meetingsAround(meetings, today);
  const news = latest ? newsOf(latest, deadlines, reading, latest === meetings.at(-1)) : [];
  return {
    question: `Hvad skal ${municipality?.officialName ?? 'jeres kommune'} gøre nu?`,
    day: `${capitalised(weekdayName(today))} den ${dayInSentence(today)}, uge ${isoWeek(today).week}.`,
    chooser: chooser(municipality, reading),
    steps: nextSteps(open, code, today, names),
    calm: calmWords(open, municipality, latest),
    tally: groupByDate(open).map(({ group, deadlines: own }) => ({
      href: own.length > 0 ? `#${GROUP_ID[group]}` : '',
      count: own.length,
      heading: whenBadge(group),
    })),
    collisions: collisions(open).map((one) => collisionView(one, names)),
    groups: groupViews(open, reading, code, OPEN_ROWS),
    statusNote: statusNote(open, municipality),
    empty: open.length > 0 ? null : emptyState(reading),
    allHref: municipality ? `/frister?kommune=${municipality.slug}` : '/frister',
    calendarHref: municipality ? `/kommuner/${municipality.slug}/kalender.ics` : '/frister.ics',
    signatures: signatureViews(deadlines, municipality, reading),
    news: latest && news.length > 0 ? newsPanel(latest, news) : null,
    changes: deadlines.length > 0 ? changesPanel(reading, code) : null,
    meeting: deadlines.length > 0 ? meetingPanel(latest, coming, reading) : null,
  };
}

function chooser(municipality: Municipality | null, reading: RequestReading): FilterForm {
  const choices = listMunicipalities(reading.db).map((one) => ({
    value: one.slug,
    text: one.name,
    isSelected: one.slug === municipality?.slug,
  }));
  const none = {
    value: '',
    text: municipality ? 'Ingen kommune valgt' : 'Vælg kommune',
    isSelected: municipality === null,
  };
  return {
    action: '/',
    label: 'Vælg kommune',
    fields: [{ id: 'kommune', label: 'Kommune', options: [none, ...choices] }],
    keep: reading.isPast ? [{ name: 'stand', value: reading.today }] : [],
    submit: municipality ? 'Skift' : 'Vis',
    resetHref: null,
    isBare: true,
  };
}

/** What to say where no known deadline lies ahead: nothing is claimed to be late. */
function calmWords(
  open: readonly Deadline[],
  municipality: Municipality | null,
  latest: Meeting | null,
): string {
  const asks = open.filter(isToDo);
  if (asks.length === 0) {
    const next = open.find((one) => liesAhead(one));
    if (!municipality || !next) return '';
    const day = next.date.from ?? next.date.to ?? '';
    return `${municipality.name} har ingen åbne opgaver. Næste dato i kalenderen: ${dayInSentence(day)}.`;
  }
  if (asks.some((one) => liesAhead(one))) return '';
  const source = latest?.date.to ? ` fra programledermødet ${dayInSentence(latest.date.to)}` : '';
  return `Ingen kendt frist ligger forude. Fristerne herunder er${source}, og portalen ved ikke, hvad der er nået siden.`;
}

function statusNote(open: readonly Deadline[], municipality: Municipality | null): string {
  if (open.length === 0) return '';
  if (!municipality) return 'Vælg jeres kommune for at se, hvad KOMBIT har opgjort for jer.';
  return open.some((one) => isToDo(one) && one.statusOf(municipality.id) === 'not-counted')
    ? `Hvor der ikke står en status, har KOMBIT ikke opgjort den for ${municipality.name}.`
    : '';
}

function emptyState({ today }: RequestReading): EmptyState {
  return {
    icon: 'calendar-month',
    title: `Der er ingen frister at vise ${dayInSentence(today)}`,
    text: 'Frister kommer ind, når materiale fra et programledermøde er indlæst og gælder den dag.',
    action: { href: '/moeder', text: 'Se møderne' },
    level: 2,
  };
}

function newsPanel(meeting: Meeting, items: NewsView[]) {
  const { month, year } = partsOf(`${meeting.id}-01`);
  return {
    heading: `Nyt på mødet i ${monthName(month)} ${year}`,
    items,
    href: `/moeder/${meeting.id}`,
  };
}

function meetingPanel(
  latest: Meeting | null,
  coming: Meeting | null,
  reading: RequestReading,
): MeetingPanel | null {
  const known = latest ?? coming;
  if (!known) return null;
  const next = latest?.nextMeetingOn ?? null;
  const isOver = next !== null && next < reading.today;
  return {
    heading: isOver ? 'Møder' : 'Næste møde',
    text: nextWords(coming, next, isOver),
    href: `/moeder/${known.id}`,
    chips: next && latest ? chipsOf({ meetingId: latest.id, slide: latest.nextMeetingSlide }) : [],
    material: latest
      ? [materialLine('Slides', latest.slidesUrl), materialLine('Optagelse', latest.recordingUrl)]
      : [],
    after: latest ? sayingsOf(statementsOn(reading.db, 'moeder/after')) : [],
  };
}

function nextWords(coming: Meeting | null, next: string | null, isOver: boolean): string {
  if (coming?.date.from) return dayInSentence(coming.date.to ?? coming.date.from);
  if (next === null) return 'Datoen er ikke oplyst i materialet.';
  return isOver
    ? `Mødet ${dayInSentence(next)} er holdt eller flyttet. Materiale fra det er ikke indlæst, og en senere dato er ikke oplyst.`
    : dayInSentence(next);
}

function materialLine(term: string, url: string | null) {
  return { term, text: url ? `${term} fra mødet` : 'Adressen er ikke oplyst i materialet', href: url ?? '' };
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}
