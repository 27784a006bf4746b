import { objectsBySlide } from '#src/core/journal/history.ts';
import type { Described, Reading } from '#src/core/offers/offers.ts';
import {
  listAgenda,
  listContacts,
  listLinks,
  listRemarks,
  listSlides,
  type Meeting,
  type Slide,
  statementsOn,
} from '#src/core/sources/queries.ts';
import { dayInSentence, monthName } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import { fuzzyDateView, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { ContactBlock, Fact, SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { describeObject } from './described.ts';

/** "Programledermøde november 2025" */
export function meetingName(id: string): string {
  const [year, month] = id.split('-');
  return `Programledermøde ${monthName(Number(month))} ${year}`;
}

export function meetingListPage(reading: Reading, meetings: readonly Meeting[]) {
  const [newest] = meetings;
  return {
    next: newest ? nextMeeting(newest, reading.today) : null,
    meetings: meetings.map((one) => ({
      href: `/moeder/${one.id}`,
      name: meetingName(one.id),
      date: dateWords(one, reading.today),
      day: fuzzyDateView(one.date),
      agenda: listAgenda(reading.db, one.id).map((item) => item.title),
      slides: plural(listSlides(reading.db, one.id).length, 'slide', 'slides'),
    })),
  };
}

export function meetingPage(reading: Reading, meeting: Meeting) {
  const { db } = reading;
  const objects = objectsBySlide(db, meeting.id);
  const slides = listSlides(db, meeting.id);
  const agenda = listAgenda(db, meeting.id);
  const requests = [...objects.values()]
    .flat()
    .filter((one) => one.entity === 'request')
    .map((one) => describeObject(reading, one))
    .filter((one): one is Described => one !== undefined);
  const chips = (slide: number | null): SourceChip[] => chipsOf({ meetingId: meeting.id, slide });
  return {
    heading: meetingName(meeting.id),
    lede: dateWords(meeting, reading.today),
    changesHref: `/moeder/${meeting.id}/aendringer`,
    dateReason: meeting.dateBasis === 'printed' ? '' : (meeting.dateReason ?? ''),
    facts: factsOf(meeting, reading.today),
    nextSource: meeting.nextMeetingSlide === null ? [] : chips(meeting.nextMeetingSlide),
    agenda: agenda.map((item) => item.title),
    agendaChips: chipsOf(...agenda),
    statusAreas: meeting.statusAreas,
    requests,
    afterwards: statementsOn(db, 'moeder')
      .filter((one) => one.meetingId === meeting.id && one.wording)
      .map((one) => ({ text: one.wording ?? '', chips: chips(one.slide) })),
    contacts: listContacts(db)
      .filter((one) => one.meetingId === meeting.id)
      .map(
        (one): ContactBlock => ({
          name: one.name || 'KOMBIT, programledere',
          roles: one.roles.join(', '),
          email: one.email,
          about: '',
          sources: one.slides.flatMap(chips),
        }),
      ),
    links: listLinks(db)
      .filter((one) => one.meetingId === meeting.id && one.url.startsWith('http'))
      .map((one) => ({
        url: one.url,
        text: one.text || hostOf(one.url),
        host: hostOf(one.url),
        chips: chips(one.slide),
      })),
    slides: slides.map((slide, i) => ({
      ...slideRow(
        slide,
        countFacts(reading, objects.get(slide.slide ?? 0) ?? []) +
          agenda.filter((item) => item.slide === slide.slide).length,
      ),
      // The running head stands once, where it begins.
      section: slide.section === slides[i - 1]?.section ? '' : slide.section,
    })),
    remarks: listRemarks(db)
      .filter((one) => one.meetingId === meeting.id && one.shown)
      .map((one) => ({
        words: one.words,
        reason: one.reason,
        resolution: one.resolution ?? '',
        chips: chips(one.slide),
      })),
  };
}

/** Where and when the next meeting is, or null when the material does not say or it is over. */
function nextMeeting(meeting: Meeting, today: string) {
  if (!meeting.nextMeetingOn) return null;
  return {
    text: dayInSentence(meeting.nextMeetingOn),
    isOver: meeting.nextMeetingOn < today,
    chips: chipsOf({ meetingId: meeting.id, slide: meeting.nextMeetingSlide }),
  };
}

function factsOf(meeting: Meeting, today: string): Fact[] {
  const next = meeting.nextMeetingOn;
  return [
    {
      term: 'Slides',
      text: meeting.slidesUrl ? 'Hent slides' : 'Adressen er ikke oplyst i materialet',
      href: meeting.slidesUrl ?? '',
      raw: '',
    },
    {
      term: 'Optagelse',
      text: meeting.recordingUrl ? 'Se optagelsen' : 'Adressen er ikke oplyst i materialet',
      href: meeting.recordingUrl ?? '',
      raw: '',
    },
    {
      term: next && next < today ? 'Mødet efter dette' : 'Næste møde',
      text: next ? dayInSentence(next) : 'Ikke oplyst',
      href: '',
      raw: '',
    },
  ];
}

function dateWords(meeting: Meeting, today: string): string {
  const words = wordsOf(meeting.date, 'text');
  if (meeting.date.from === null && meeting.date.to === null) return 'Mødets dato er ikke oplyst';
  const ahead = (meeting.date.from ?? meeting.date.to ?? '') > today;
  const basis = meeting.dateBasis === 'inferred' ? ' (datoen er udledt)' : '';
  return `${ahead ? 'Holdes' : 'Holdt'} ${words}${basis}`;
}

function countFacts(reading: Reading, objects: readonly { entity: string; objectId: string }[]): number {
  return objects.filter((one) => describeObject(reading, one) !== undefined).length;
}

function slideRow(slide: Slide, facts: number) {
  return {
    number: slide.slide ?? 0,
    href: `/moeder/${slide.meetingId}/slide/${slide.slide}`,
    title: slide.title || 'Uden titel',
    facts: facts === 0 ? '' : String(facts),
  };
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;
}
