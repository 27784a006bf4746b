/** Reads news of solutions: events, headlines of a news page, dates of contracts, folders and courses. */
import type { SlideReader } from '#src/core/reading/reading.ts';
import { readContractDates } from './contract-reader.ts';
import { readEventCard } from './event-card-reader.ts';
import { readEventPage, readEventSentences } from './event-reader.ts';
import { readEventTable } from './event-table-reader.ts';
import { readNewsPage } from './news-page-reader.ts';
import { readOffers } from './offer-reader.ts';

export const newsReaders: readonly SlideReader[] = [
  readNewsPage,
  readEventPage,
  readEventTable,
  readEventCard,
  readContractDates,
  readOffers,
  readEventSentences,
];

/** Headings of its sentences, as in `statements[].target`. */
export const newsTopics = [
  { heading: /fremgår det, at/i, name: 'clause' },
  { heading: /^kontrakten\b/i, name: 'contract' },
  { heading: /folder/i, name: 'folder' },
  { heading: /skole|kurs/i, name: 'school' },
];
