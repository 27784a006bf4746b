import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import {
  type Described,
  type Reading,
  type SearchEntry,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { solutionFamily, solutionNames } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { fuzzyDateView, relativeWords, wordsOf, wordsWithSource } from '#src/web/fuzzy-date-view.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { datesOf } from './deadlines.ts';
import { namedAgreements } from './named.ts';
import { type Agreement, findAgreement, findSignature, listCounts, listDetails } from './queries.ts';
import { countsByAgreement, type Tally, tallies } from './tally.ts';
import { dispatchNote, dispatchWords, headingOf, nameOf } from './wording.ts';

export function searchAgreements({ db }: Reading): SearchEntry[] {
  const details = listDetails(db);
  return namedAgreements(db).map(({ agreement, solution }) => {
    const told = details.filter((one) => one.agreementId === agreement.id);
    return {
      group: 'Aftaler',
      title: headingOf(agreement, solution),
      body: [
        solution,
        agreement.solutionRaw,
        agreement.title,
        agreement.recipientsRaw,
        ...agreement.aliases,
        ...told.map((one) => one.name),
        ...told.flatMap((one) => one.areas.map(({ area, topic }) => `${area} ${topic}`)),
      ].join(' '),
      href: `/aftaler/${agreement.id}`,
      context: `${solution}, frist ${wordsOf(agreement.deadline, 'text').toLocaleLowerCase('da')}`,
      source: sourcesOf(agreement)[0] ?? null,
    };
  });
}

export function describeAgreement({ db, today }: Reading, entity: string, id: string): Described | undefined {
  if (entity === 'agreement') return describeRow(db, id, today);
  if (entity === 'agreement_detail') {
    const detail = listDetails(db).find((one) => one.id === id);
    const about = detail && describeRow(db, detail.agreementId, today);
    return about && { ...about, kind: 'Om en aftale', detail: detail.name };
  }
  if (entity === 'signature_count') {
    const save = listCounts(db).find((one) => one.id === id);
    const ofAgreement = save && countsByAgreement(db).get(save.agreementId);
    const count = ofAgreement?.find((one) => one.countedOn === save?.countedOn);
    const about = count && describeRow(db, count.agreementId, today);
    if (!about) return undefined;
    const detail = `${dayInSentence(count.countedOn)}: ${count.signed} har underskrevet, ${count.missing} mangler`;
    return { ...about, kind: 'Opgørelse af underskrifter', detail };
  }
  if (entity === 'signature') {
    const signature = findSignature(db, id);
    const name = listMunicipalities(db).find((one) => one.id === signature?.municipalityId)?.name;
    if (!signature || !name) return undefined;
    const about = findAgreement(db, signature.agreementId);
    return {
      kind: 'Underskrifter',
      title: `${name}: ${statusBadge(signature.status).word}`,
      href: `/aftaler/${signature.agreementId}#status`,
      ...(about ? { detail: titleOf(db, about) } : {}),
    };
  }
  return undefined;
}

/** Agreements of a solution and of those gathered under it. */
export function agreementSections(reading: Reading, solutionId: string): SolutionSection[] {
  const family = new Set(solutionFamily(reading.db, solutionId));
  const own = namedAgreements(reading.db).filter(({ agreement }) => family.has(agreement.solutionId));
  if (own.length === 0) return [];
  const counted = tallies(reading.db);
  const rows = own.map(({ agreement, solution }) =>
    deadlineRow(
      agreement,
      agreement.solutionId === solutionId ? '' : solution,
      reading.today,
      counted.get(agreement.id),
    ),
  );
  return [
    {
      id: 'aftaler',
      heading: 'Aftaler',
      order: 30,
      view: 'agreements/solution-section',
      data: { agreements: rows },
    },
  ];
}

function deadlineRow(
  agreement: Agreement,
  lead: string,
  today: string,
  tally: Tally | undefined,
): DeadlineRow {
  const { date, dateLabel } = datesOf(agreement, today);
  const isByDeadline = dateLabel === 'frist';
  const notes = [
    isByDeadline
      ? `${dispatchWords(agreement, today, 'text')}.`
      : `Frist ${wordsOf(agreement.deadline, 'text').toLocaleLowerCase('da')}.`,
    dispatchNote(agreement, today),
    tally ? `${tally.status.signed} af ${tally.total} har underskrevet${countedWords(tally)}.` : '',
  ];
  return {
    date: fuzzyDateView(date),
    relative: relativeWords(date, today),
    lead,
    title: nameOf(agreement),
    href: `/aftaler/${agreement.id}`,
    kind: isByDeadline ? 'Frist for underskrift' : 'Udsendes',
    solution: '',
    sources: chipsOf(agreement),
    status: null,
    note: notes.filter(Boolean).join(' '),
  };
}

function countedWords({ countedOn }: Tally): string {
  return countedOn ? `, opgjort ${dayInSentence(countedOn)}` : '';
}

function describeRow(db: Db, id: string, today: string): Described | undefined {
  const agreement = findAgreement(db, id);
  if (!agreement) return undefined;
  return {
    kind: 'Aftale',
    title: titleOf(db, agreement),
    href: `/aftaler/${id}`,
    detail: `${dispatchWords(agreement, today, 'text')}. Frist: ${wordsWithSource(agreement.deadline)}`,
  };
}

function titleOf(db: Db, agreement: Agreement): string {
  return headingOf(agreement, solutionNames(db).get(agreement.solutionId) ?? agreement.solutionRaw);
}
