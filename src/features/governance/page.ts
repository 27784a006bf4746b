import type { Reading } from '#src/core/offers/offers.ts';
import { listMeetings, remarksOn } from '#src/core/sources/queries.ts';
import { readTheme } from '#src/core/sources/theme.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { askLine, contactBlock } from '#src/web/asks.ts';
import { downloadOf } from '#src/web/download.ts';
import { relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Remark } from '#src/web/parts.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { councilView, seatRows } from './council-view.ts';
import { processView } from './process-view.ts';
import {
  type Council,
  listApplicationFields,
  listCouncils,
  listCriteria,
  listFlow,
  listProcessSteps,
  listSeats,
  listWheel,
  type ProcessStepRow,
  readGeography,
  type Seat,
} from './queries.ts';
import { isApplicationDeadline, K98_SOLUTION, levelName } from './rules.ts';
import { wheelView } from './wheel-view.ts';

export function k98Page({ db, today }: Reading, chosenCode: string | null) {
  const theme = readTheme(db, [K98_SOLUTION], 'k98/');
  const steps = listProcessSteps(db);
  const criteria = listCriteria(db);
  const fields = listApplicationFields(db);
  const flow = listFlow(db);
  const geography = readGeography(db, chosenCode);
  const seats = listSeats(db);
  const councils = listCouncils(db).map((one) => councilView(one, seats, geography));
  const process = processView(steps, today, newestDay({ db }));
  const wheel = wheelView(listWheel(db), today);
  return {
    isEmpty: steps.length === 0 && councils.length === 0 && wheel === null,
    lede: deadlineWords(steps, today),
    lead: sayingsOf(theme.statements),
    leadSources: chipsOf(...theme.statements),
    asks: theme.requests.map(askLine),
    process: {
      steps: process,
      hasUnconfirmed: process.some(({ isUnconfirmed }) => isUnconfirmed),
      coversPortfolio: steps.some(({ title }) => /porte?føljeråd/i.test(title)),
      remarks: steps.flatMap((step) => remarksOf({ db }, step)),
      sources: chipsOf(...steps),
    },
    application: {
      fields: fields.map(({ title, optional }) => (optional ? `${title} (valgfrit)` : title)),
      criteria: criteria.map(({ title }) => ({ title, note: UNCLEAR_CRITERIA[title] ?? '' })),
      sources: chipsOf(...fields, ...criteria),
    },
    councils,
    flow: {
      texts: flow.map(({ title, level }) => ({ title, level: levelName(level) ?? '' })),
      isLevelUnknown: flow.every(({ level }) => level === null),
      sources: chipsOf(...flow),
    },
    wheel,
    downloads: { process: downloadOf('/k98/bemanding'), seats: downloadOf('/k98/pladser') },
    contacts: theme.contacts.map(contactBlock),
  };
}

/** True when somebody is appointed: the page then shows names of people. */
export function hasNames(council: Council, seats: readonly Seat[]): boolean {
  return seats.some((seat) => seat.councilId === council.id && seat.appointed.length > 0);
}

export function councilPage({ db }: Reading, council: Council, chosenCode: string | null) {
  const geography = readGeography(db, chosenCode);
  const seats = listSeats(db);
  return {
    council: councilView(council, seats, geography),
    rows: seatRows(council, seats, geography),
    hasNames: hasNames(council, seats),
    others: listCouncils(db)
      .filter(({ id }) => id !== council.id)
      .map((one) => councilView(one, seats, geography)),
  };
}

/** Criteria whose word alone does not tell what is wished. */
const UNCLEAR_CRITERIA: Record<string, string> = {
  Gengangere: 'Materialet siger ikke, om gengangere er ønsket eller skal undgås.',
};

/** What a municipality must know first: until when it may apply. */
function deadlineWords(steps: readonly ProcessStepRow[], today: string): string {
  const deadline = steps.find(({ title }) => isApplicationDeadline(title));
  if (!deadline) return '';
  const { date } = deadline;
  const words = wordsOf(date, 'text');
  if (isPassed(date, today)) return `Ansøgningsfristen til råd var ${words}.`;
  return `Ansøgningsfrist til råd: ${words}${relativeWords(date, today) ? `, ${relativeWords(date, today)}` : ''}.`;
}

function remarksOf({ db }: Pick<Reading, 'db'>, step: ProcessStepRow): Remark[] {
  return remarksOn(db, 'process_step', step.id).map(({ reason }) => ({
    text: `${step.title}: ${reason}`,
    correction: '',
  }));
}

/** Day of the newest meeting; ISO, null when no meeting has a day. */
function newestDay({ db }: Pick<Reading, 'db'>): string | null {
  return listMeetings(db)[0]?.date.to ?? null;
}
