import { objectsOfSlide } from '#src/core/journal/history.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import {
  listAgenda,
  listContacts,
  listLinks,
  listRemarks,
  listSlides,
  type Meeting,
  statementsOn,
} from '#src/core/sources/queries.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { ContactBlock, Paging } from '#src/web/parts.ts';
import { describeGroups } from './described.ts';
import { meetingName } from './page.ts';

const SOURCE_WORDS = {
  pptx: 'PowerPoint-filen',
  pdf: 'PDF-filen',
  text: 'tekstlaget',
  ocr: 'billedlæsning (OCR)',
} as const;

/** Everything the portal knows from one slide; null when the meeting has no such slide. */
export function slidePage(reading: Reading, meeting: Meeting, number: number) {
  const { db } = reading;
  const slides = listSlides(db, meeting.id);
  const slide = slides.find((one) => one.slide === number);
  if (!slide) return null;
  const here = (row: { meetingId: string | null; slide: number | null }) =>
    row.meetingId === meeting.id && row.slide === number;
  const statements = statementsOn(db, '').filter(here);
  const told = statements.filter((one) => one.wording);
  const neighbour = (step: number) => {
    const other = slides.find((one) => one.slide === number + step);
    return other
      ? {
          href: `/moeder/${meeting.id}/slide/${other.slide}`,
          text: `Slide ${other.slide}: ${other.title || 'Uden titel'}`,
        }
      : null;
  };
  return {
    heading: slide.title ? `Slide ${number}: ${slide.title}` : `Slide ${number}`,
    meeting: { href: `/moeder/${meeting.id}`, text: meetingName(meeting.id) },
    section: slide.section,
    readFrom: slide.sources.map((source) => SOURCE_WORDS[source]).join(' og '),
    groups: describeGroups(
      reading,
      objectsOfSlide(db, meeting.id, number).filter((one) => one.entity !== 'statement'),
    ),
    agenda: listAgenda(db, meeting.id)
      .filter(here)
      .map((item) => item.title),
    nextMeeting:
      meeting.nextMeetingOn && meeting.nextMeetingSlide === number
        ? dayInSentence(meeting.nextMeetingOn)
        : '',
    statements: told.map((one) => one.wording ?? ''),
    untold: statements.length - told.length,
    remarks: listRemarks(db)
      .filter((one) => here(one) && one.shown)
      .map((one) => ({ text: one.reason, words: one.words, correction: one.resolution ?? '' })),
    links: listLinks(db)
      .filter(here)
      .map((one) => ({ url: one.url, text: one.text || one.url })),
    contacts: listContacts(db)
      .filter((one) => one.meetingId === meeting.id && one.slides.includes(number))
      .map(
        (one): ContactBlock => ({
          name: one.name || 'KOMBIT, programledere',
          roles: one.roles.join(', '),
          email: one.email,
          about: '',
          sources: [],
        }),
      ),
    paging: { label: 'Forrige og næste slide', previous: neighbour(-1), next: neighbour(1) } satisfies Paging,
  };
}
