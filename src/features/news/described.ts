import { type Described, type Reading, type SearchEntry, sourcesOf } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { type StatementRow, statementsOn } from '#src/core/sources/queries.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { eventAnchor, newsAnchor } from './page.ts';
import {
  type ContractDate,
  type EventRow,
  listContractDates,
  listEvents,
  listNewsItems,
  type NewsItem,
} from './queries.ts';
import { CONTRACT_WORDS, pageOfStatement, slidePage, timeWords } from './rules.ts';

export function eventHref(event: EventRow): string {
  return event.solutionId ? `/loesninger/${event.solutionId}#${eventAnchor(event.id)}` : slidePage(event);
}

export function contractHref({ solutionId }: Pick<ContractDate, 'solutionId'>): string {
  return `/loesninger/${solutionId}#kontrakt`;
}

export function newsEntries({ db }: Reading): SearchEntry[] {
  const names = solutionNames(db);
  const entry = (group: string, row: Row, described: Described | undefined, body: string): SearchEntry[] =>
    described
      ? [
          {
            group,
            title: described.title,
            body,
            href: described.href,
            context: [names.get(row.solutionId ?? ''), described.detail].filter(Boolean).join(' · '),
            source: sourcesOf(row)[0] ?? null,
          },
        ]
      : [];
  return [
    ...listEvents(db).flatMap((one) =>
      entry('Arrangementer', one, describeEvent(one), [one.audience, one.place, one.date.raw].join(' ')),
    ),
    ...listNewsItems(db).flatMap((one) => entry('Nyheder', one, describeItem(one), one.wording ?? '')),
    ...listContractDates(db).flatMap((one) =>
      entry('Kontrakter', one, describeContract(one), `kontrakt udløb option ${one.date.raw}`),
    ),
    ...statementsOn(db, '').flatMap((one) =>
      entry('Fra møderne', one, describeStatement(one), [one.wording, one.text].filter(Boolean).join(' ')),
    ),
  ];
}

export function describeNews({ db }: Reading, entity: string, id: string): Described | undefined {
  const one = <T extends { id: string }>(rows: readonly T[], describe: (row: T) => Described | undefined) => {
    const found = rows.find((row) => row.id === id);
    return found && describe(found);
  };
  switch (entity) {
    case 'event':
      return one(listEvents(db), describeEvent);
    case 'news_item':
      return one(listNewsItems(db), describeItem);
    case 'contract_date':
      return one(listContractDates(db), describeContract);
    case 'statement':
      return one(statementsOn(db, ''), describeStatement);
    default:
      return undefined;
  }
}

interface Row {
  solutionId: string | null;
  meetingId: string | null;
  slide: number | null;
}

function describeEvent(event: EventRow): Described {
  return {
    kind: 'Arrangement',
    title: event.title,
    href: eventHref(event),
    detail: [wordsOf(event.date, 'text'), timeWords(event.time)].filter(Boolean).join(' '),
  };
}

function describeItem(item: NewsItem): Described {
  return {
    kind: 'Nyhed',
    title: item.title,
    href: item.solutionId ? `/loesninger/${item.solutionId}#${newsAnchor(item.id)}` : slidePage(item),
    ...(item.date ? { detail: wordsOf(item.date, 'text') } : {}),
  };
}

function describeContract(one: ContractDate): Described {
  return {
    kind: 'Kontraktdato',
    title: CONTRACT_WORDS[one.what].title,
    href: contractHref(one),
    detail: `”${one.date.raw}”`,
  };
}

/** Undefined for a sentence that nobody may print: a list of what a slide gave then leaves it out. */
function describeStatement(statement: StatementRow): Described | undefined {
  const [saying] = sayingsOf([statement]);
  if (!saying) return undefined;
  return {
    kind: saying.isQuote ? 'Citat fra sliden' : 'Fra mødet',
    title: saying.isQuote ? `”${saying.text}”` : saying.text,
    href: pageOfStatement(statement),
  };
}
