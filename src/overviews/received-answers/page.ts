import { actorName } from '#src/core/access/accounts.ts';
import { listAnswers } from '#src/core/answers/received.ts';
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import type { ANSWER_STATUSES } from '#src/db/schema/answers.ts';
import { listClaims } from '#src/features/agreements/index.ts';
import { type Deadline, listDeadlines, titleOf } from '#src/overviews/deadlines/index.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { instantWords } from '#src/shared/instant.ts';
import { answerHref } from '#src/web/own-status.ts';
import type { FilterForm } from '#src/web/parts.ts';
import { SHOWN, type Shown } from './forms.ts';

export const PATH = '/redaktion/svar';

export interface ReceivedRow {
  code: string;
  municipality: string;
  municipalityHref: string;
  title: string;
  /** Where the municipality's answer stands. */
  href: string;
  /** "24.11.2025"; '' where no day is said. */
  day: string;
  /** ISO day of the same; null for none. */
  isoDay: string | null;
  remark: string;
  /** "Oda Odense, 24.11.2025 kl. 9.12" */
  by: string;
  /** ISO instant. */
  recordedAt: string;
  /** Only of a signature that was told. */
  claim: { action: string; confirms: string; correctHref: string } | null;
}

type Answered = ReturnType<typeof listAnswers>[number];

/** `/redaktion/svar` @param chosen which answers are shown */
export function receivedPage(reading: Reading, chosen: Shown) {
  const byShown = rowsByShown(reading);
  return {
    filter: filterForm(chosen, byShown),
    shown: WORDS[chosen],
    dayHeading: chosen === 'meldt' ? 'Underskrevet' : 'Løst',
    hasDay: chosen === 'meldt' || chosen === 'loest',
    isClaims: chosen === 'meldt',
    today: dayInTable(reading.today),
    back: PATH,
    rows: byShown[chosen],
  };
}

const WORDS: Record<Shown, string> = {
  meldt: 'Meldt underskrevet',
  'ikke-relevant': 'Ikke relevant',
  loest: 'Løst',
  'i-gang': 'Under behandling',
};

const SHOWN_OF: Record<(typeof ANSWER_STATUSES)[number], Shown> = {
  done: 'loest',
  'not-relevant': 'ikke-relevant',
  'in-progress': 'i-gang',
};

/** An answer to what was withdrawn since is not among them; a signature stands as a claim, and never as solved. */
function rowsByShown(reading: Reading): Record<Shown, ReceivedRow[]> {
  const { db } = reading;
  const municipalities = new Map(listMunicipalities(db).map((one) => [one.id, one]));
  const byKey = new Map(listDeadlines(reading).flatMap((one) => one.keys.map((key) => [key, one] as const)));
  const names = solutionNames(db);
  const answers = listAnswers(db);
  const rows: Record<Shown, ReceivedRow[]> = { meldt: [], 'ikke-relevant': [], loest: [], 'i-gang': [] };
  for (const one of answers) {
    const ask = byKey.get(one.answer.ask);
    const municipality = municipalities.get(one.answer.ownerId);
    const isClaim = one.answer.status === 'done' && ask?.kinds.includes('agreement');
    if (!ask || !municipality || isClaim) continue;
    rows[SHOWN_OF[one.answer.status]].push(answerRow(db, one, municipality, ask, titleOf(ask, names)));
  }
  rows.meldt = claimRows(db, answers, municipalities, byKey);
  return rows;
}

function answerRow(
  db: Db,
  { answer, actor, recordedAt }: Answered,
  municipality: Municipality,
  ask: Deadline,
  title: string,
): ReceivedRow {
  return {
    ...ofMunicipality(municipality, ask.key),
    title,
    day: answer.doneOn ? dayInTable(answer.doneOn) : '',
    isoDay: answer.doneOn,
    remark: answer.remark ?? '',
    by: `${actorName(db, actor)}, ${instantWords(recordedAt)}`,
    recordedAt,
    claim: null,
  };
}

function claimRows(
  db: Db,
  answers: readonly Answered[],
  municipalities: ReadonlyMap<string, Municipality>,
  byKey: ReadonlyMap<string, Deadline>,
): ReceivedRow[] {
  const remarks = new Map(
    answers.map(({ answer }) => [`${answer.ownerId}/${byKey.get(answer.ask)?.key}`, answer.remark]),
  );
  return listClaims(db).flatMap((one) => {
    const municipality = municipalities.get(one.code);
    if (!municipality) return [];
    const key = byKey.get(`agreement/${one.agreementId}`)?.key ?? `agreement/${one.agreementId}`;
    const { action, confirms, correctHref } = one;
    return {
      ...ofMunicipality(municipality, key),
      title: one.agreement,
      day: one.signedOn ? dayInTable(one.signedOn) : '',
      isoDay: one.signedOn,
      remark: remarks.get(`${one.code}/${key}`) ?? '',
      by: `${actorName(db, one.actor)}, ${instantWords(one.recordedAt)}`,
      recordedAt: one.recordedAt,
      claim: { action, confirms, correctHref },
    };
  });
}

function ofMunicipality({ id, name, slug }: Municipality, key: string) {
  return {
    code: id,
    municipality: name,
    municipalityHref: `/kommuner/${slug}`,
    href: answerHref(slug, key),
  };
}

function filterForm(chosen: Shown, rows: Record<Shown, ReceivedRow[]>): FilterForm {
  const options = SHOWN.map((value) => ({
    value,
    text: `${WORDS[value]} (${rows[value].length})`,
    isSelected: value === chosen,
  }));
  return {
    action: PATH,
    label: 'Vælg svar',
    fields: [{ id: 'vis', label: 'Svar', options }],
    keep: [],
    submit: 'Vis',
    resetHref: null,
    isBare: true,
  };
}
