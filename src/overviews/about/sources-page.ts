import type { Reading } from '#src/core/offers/offers.ts';
import {
  listMeetings,
  listRemarks,
  listSlides,
  type Meeting,
  OPEN_QUESTION,
  type Remark,
} from '#src/core/sources/queries.ts';
import { describeObject, meetingName } from '#src/overviews/meeting/index.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { dateReadings, EXAMPLE_MEETING_DAY } from './date-readings.ts';
import { LICENCES, MIT_TEXT } from './licences.ts';

const DATE_READINGS = dateReadings();

export function sourcesPage(reading: Reading) {
  const remarks = listRemarks(reading.db).filter((one) => one.shown && one.resolution === null);
  return {
    meetings: listMeetings(reading.db).map((meeting) => meetingRow(reading, meeting)),
    exampleDay: dayInSentence(EXAMPLE_MEETING_DAY),
    dateReadings: DATE_READINGS,
    statuses: STATUSES.map(({ kind, meaning }) => ({ status: statusBadge(kind), meaning })),
    questions: remarks.filter((one) => one.code === OPEN_QUESTION).map((one) => remarkRow(reading, one)),
    remarks: remarks.filter((one) => one.code !== OPEN_QUESTION).map((one) => remarkRow(reading, one)),
    licences: LICENCES,
    mitText: MIT_TEXT,
  };
}

const STATUSES = [
  { kind: 'signed', meaning: 'KOMBIT har talt kommunens underskrift med.' },
  { kind: 'missing', meaning: 'KOMBIT har opgjort, at underskriften mangler.' },
  { kind: 'not-counted', meaning: 'KOMBIT har ikke opgjort det. Det betyder ikke, at noget mangler.' },
  { kind: 'not-sent', meaning: 'Aftalen er på vej eller uafklaret. Der er ikke noget at underskrive endnu.' },
  { kind: 'information', meaning: 'I skal ikke gøre noget.' },
] as const;

function meetingRow(reading: Reading, meeting: Meeting) {
  const slides = listSlides(reading.db, meeting.id);
  const only = (source: 'text' | 'ocr') =>
    slides.filter((slide) => slide.sources.length === 1 && slide.sources[0] === source).length;
  return {
    href: `/moeder/${meeting.id}`,
    name: meetingName(meeting.id),
    date: wordsOf(meeting.date, 'text'),
    dateReason: meeting.dateReason ?? '',
    read: `${plural(slides.length, 'slide', 'slides')}, heraf ${only('ocr')} kun fra OCR og ${only('text')} kun fra tekstlaget`,
  };
}

/** `about`: the record it is about, where that has a page. */
function remarkRow(reading: Reading, remark: Remark) {
  const { entity, objectId } = remark;
  const about =
    entity === null || objectId === null ? undefined : describeObject(reading, { entity, objectId });
  return { about: about ?? null, text: remark.reason, words: remark.words, chips: chipsOf(remark) };
}
