import { sourcesOf } from '#src/core/offers/offers.ts';
import { getSolution } from '#src/core/solutions/queries.ts';
import { listLinks, remarksOn, sameAsksOf } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { ChosenMunicipality } from '#src/web/chosen-municipality.ts';
import { correctionViews } from '#src/web/corrections.ts';
import { fuzzyDateView, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Fact, Picture } from '#src/web/parts.ts';
import { taskTimeline } from '#src/web/pictures/task-timeline.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { datesOf } from './deadlines.ts';
import { byDates } from './named.ts';
import { progressView } from './progress-view.ts';
import {
  type Agreement,
  type AgreementDetail,
  findTaskNamed,
  listAgreementsOf,
  listDetails,
} from './queries.ts';
import { hasDate } from './rules.ts';
import {
  distributionByKkr,
  namesByStatus,
  type SignatureRow,
  signatureMap,
  signatureRows,
  signatureTable,
} from './signatures-view.ts';
import { gridHref } from './signing/address.ts';
import { type Tally, tallies } from './tally.ts';
import { deadlineBadge, dispatchNote, dispatchWords, headingOf, nameOf } from './wording.ts';

/** `/aftaler/:slug`; `chosen` is the reader's municipality, `isEditor` whether the reader registers signatures. */
export function agreementPage(
  reading: RequestReading,
  agreement: Agreement,
  chosen: ChosenMunicipality | null,
  isEditor: boolean,
) {
  const { db, today } = reading;
  const solution = getSolution(db, agreement.solutionId);
  const details = listDetails(db).filter((one) => one.agreementId === agreement.id);
  const tally = tallies(db).get(agreement.id);
  const newestCount = tally?.counts.at(-1);
  const sources = [agreement, ...details, ...(newestCount ? [newestCount] : [])];
  const note = dispatchNote(agreement, today);
  return {
    kind: kindOf(agreement),
    solution: { name: solution.name, href: `/loesninger/${solution.id}` },
    heading: headingOf(agreement, solution.name),
    badge: { ...deadlineBadge(agreement, today), pill: true },
    dispatch: dispatchWords(agreement, today, 'text'),
    sources: chipsOf(...sources),
    /** '' without a day. */
    calendarHref: hasDate(datesOf(agreement, today).date) ? `/aftaler/${agreement.id}.ics` : '',
    /** The newest count where there is one: it is what most readers come for. */
    mainSource: sourcesOf(newestCount ?? agreement)[0],
    remarks: [
      ...remarksOn(db, 'agreement', agreement.id).map((one) => ({ text: one.reason, correction: '' })),
      ...(note ? [{ text: note, correction: '' }] : []),
    ],
    corrections: correctionViews(reading, 'agreement', agreement.id),
    signingHref: isEditor && !reading.isPast ? gridHref(agreement.id) : '',
    counted: tally ? countedView(reading, agreement, tally, chosen) : null,
    timeline: tally ? null : timelineOf(agreement, today),
    areas: areasOf(details),
    links: linksOf(db, details),
    facts: factsOf(agreement, details, solution.name),
    partners: partnersOf(db, agreement),
    siblings: siblingsOf(db, agreement, today),
  };
}

/** From dispatch to deadline with today in it; null when either has no date. */
function timelineOf({ sent, deadline }: Agreement, today: string): Picture | null {
  const words = `Fra udsendelse ${wordsOf(sent, 'text')} til frist ${wordsOf(deadline, 'text')}. I dag er ${dayInSentence(today)}.`;
  const svg = taskTimeline(sent, deadline, today, words);
  return svg === ''
    ? null
    : { svg, narrowSvg: taskTimeline(sent, deadline, today, words, 'narrow'), key: [], caption: '' };
}

function countedView(
  reading: RequestReading,
  agreement: Agreement,
  tally: Tally,
  chosen: ChosenMunicipality | null,
) {
  const rows = signatureRows(reading.db, agreement.id);
  const own = chosen?.code ?? null;
  const progress = progressView(agreement, tally, reading.today);
  return {
    signed: tally.status.signed,
    total: tally.total,
    rest: restWords(tally),
    countedOn: tally.countedOn ? `Opgjort ${dayInSentence(tally.countedOn)}` : '',
    inferred: inferredWords(tally),
    map: signatureMap(rows, own, progress?.isOver ?? false, reading.href),
    own: chosen ? ownStatus(chosen, rows) : null,
    progress,
    names: namesByStatus(rows, own),
    table: signatureTable(rows, own),
    distribution: distributionByKkr(rows, own),
  };
}

function ownStatus(chosen: ChosenMunicipality, rows: readonly SignatureRow[]) {
  const row = rows.find(({ municipality }) => municipality.id === chosen.code);
  const countedOn = row?.signature?.countedOn;
  return {
    name: chosen.officialName,
    href: `/kommuner/${chosen.slug}`,
    badge: statusBadge(row?.status ?? 'not-counted'),
    countedOn: countedOn ? `Opgjort ${dayInSentence(countedOn)}` : '',
  };
}

/** "83 mangler, 2 er under behandling" */
function restWords({ status, notCounted }: Tally): string {
  const parts: [number, string][] = [
    [status.missing, 'mangler'],
    [status['in-progress'], 'er under behandling'],
    [status.claimed, 'har selv meldt underskrift'],
    [notCounted, 'er ikke opgjort'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}

/** A list of those missing says of the others that they have signed, and nothing more. */
function inferredWords({ counts }: Tally): string {
  const newest = counts.at(-1);
  if (newest?.inferred === 'signed') {
    return `Sliden nævner de ${newest.missing}, der mangler. De øvrige ${newest.signed} er udledt som underskrevet.`;
  }
  if (newest?.inferred === 'missing') {
    return `Sliden nævner de ${newest.signed}, der har underskrevet. De øvrige ${newest.missing} er udledt som manglende.`;
  }
  return '';
}

function areasOf(details: readonly AgreementDetail[]) {
  const newest = details.findLast(({ areas }) => areas.length > 0);
  return newest ? { list: newest.areas, sources: chipsOf(newest) } : null;
}

/** Links on the slides that tell about the agreement. */
function linksOf(db: Db, details: readonly AgreementDetail[]) {
  const slides = new Set(details.map((one) => `${one.meetingId}/${one.slide}`));
  return listLinks(db)
    .filter((one) => slides.has(`${one.meetingId}/${one.slide}`) && one.url.startsWith('http'))
    .map((one) => ({ url: one.url, text: one.text || one.url, sources: chipsOf(one) }));
}

const KINDS: Record<Agreement['type'], string> = {
  tilslutningsaftale: 'Tilslutningsaftale',
  databehandleraftale: 'Databehandleraftale',
  dataudvekslingsaftale: 'Dataudvekslingsaftale',
  anden: 'Aftale',
};

function kindOf({ type }: Agreement): string {
  return KINDS[type];
}

function factsOf(agreement: Agreement, details: readonly AgreementDetail[], solution: string): Fact[] {
  const names = new Set([...agreement.aliases, ...details.map((one) => one.name)]);
  return [
    fact('Løsning', solution, agreement.solutionRaw, `/loesninger/${agreement.solutionId}`),
    fact('Aftale', agreement.title),
    ...(names.size > 0 ? [fact('Kaldes også', [...names].join(', '))] : []),
    dateFact('Udsendelse', agreement.sent),
    dateFact('Frist', agreement.deadline),
    ...details.flatMap((one) =>
      one.deadline && one.deadline.raw !== agreement.deadline.raw
        ? [fact(`Frist, slide ${one.slide ?? '?'}`, wordsOf(one.deadline, 'table'), one.deadline.raw)]
        : [],
    ),
    fact('Modtagere', agreement.recipientsRaw || 'Ikke oplyst'),
    ...Object.entries(agreement.extra).map(([column, words]) => fact(column, words)),
  ];
}

/** What the slide says stands beside the days where they were read into its words, and not where they are the same. */
function dateFact(term: string, date: FuzzyDate): Fact {
  const text = `${wordsOf(date, 'table')}${date.yearInferred ? ' (år udledt)' : ''}`;
  const { showRaw } = fuzzyDateView(date, 'table');
  return fact(term, text, showRaw || (hasDate(date) && date.yearInferred) ? date.raw : '');
}

/** The words of the slide stand beside the text only where they are others. */
function fact(term: string, text: string, raw = '', href = ''): Fact {
  return { term, text, raw: raw === text ? '' : raw, href };
}

/** The KLIK task that asks for the same signature. */
function partnersOf(db: Db, { id }: Agreement) {
  return sameAsksOf(db, `agreement/${id}`).flatMap((key) => {
    const [kind, taskId = ''] = key.split('/');
    const task = kind === 'task' ? findTaskNamed(db, taskId) : undefined;
    return task ? [{ title: task.title, href: `/klik/${task.id}`, sources: chipsOf(task) }] : [];
  });
}

/** Other agreements of the same solution. */
function siblingsOf(db: Db, { id, solutionId }: Agreement, today: string) {
  return listAgreementsOf(db, solutionId)
    .filter((one) => one.id !== id)
    .sort(byDates)
    .map((one) => ({ title: nameOf(one), href: `/aftaler/${one.id}`, badge: deadlineBadge(one, today) }));
}
