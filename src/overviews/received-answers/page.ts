import { actorName } from '#src/core/access/accounts.ts';
import { listAnswers } from '#src/core/answers/received.ts';
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import type { ANSWER_STATUSES } from '#src/db/schema/answers.ts';
import { listClaims, type StandingClaim } from '#src/features/agreements/index.ts';
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

/** So many on the page; the file has them all. */
export const SHOWN_ROWS = 200;

/**
 * `/redaktion/svar`, the newest first.
 * @param chosen which answers are shown
 * @param most how many of them
 */
export function receivedPage(reading: Reading, chosen: Shown, most: number) {
  const { db } = reading;
  const byKey = new Map(listDeadlines(reading).flatMap((one) => one.keys.map((key) => [key, one] as const)));
  const claims = listClaims(db);
  const answers = listAnswers(db);
  const others = Map.groupBy(
    answers.filter(({ answer }) => standsAlone(answer, byKey)),
    ({ answer }) => SHOWN_OF[answer.status],
  );
  const count = (shown: Shown) => (shown === 'meldt' ? claims : (others.get(shown) ?? [])).length;
  return {
    filter: filterForm(chosen, count),
    shown: WORDS[chosen],
    dayHeading: chosen === 'meldt' ? 'Underskrevet' : 'Løst',
    hasDay: chosen === 'meldt' || chosen === 'loest',
    isClaims: chosen === 'meldt',
    today: dayInTable(reading.today),
    back: PATH,
    cut: count(chosen) > most ? `De nyeste ${most} af ${count(chosen)} vises. Filen har dem alle.` : '',
    rows:
      chosen === 'meldt'
        ? claimRows(db, claims.slice(0, most), answers, byKey)
        : answerRows(db, (others.get(chosen) ?? []).slice(0, most), byKey),
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

/** An answer to what was withdrawn since is not shown; a signature that was told is a claim, and never solved. */
function standsAlone({ ask, status }: Answered['answer'], byKey: ReadonlyMap<string, Deadline>): boolean {
  const asked = byKey.get(ask);
  return asked !== undefined && !(status === 'done' && asked.kinds.includes('agreement'));
}

function answerRows(
  db: Db,
  answers: readonly Answered[],
  byKey: ReadonlyMap<string, Deadline>,
): ReceivedRow[] {
  const municipalities = new Map(listMunicipalities(db).map((one) => [one.id, one]));
  const names = solutionNames(db);
  return answers.flatMap(({ answer, actor, recordedAt }) => {
    const ask = byKey.get(answer.ask);
    const municipality = municipalities.get(answer.ownerId);
    if (!ask || !municipality) return [];
    return {
      ...ofMunicipality(municipality, ask.key),
      title: titleOf(ask, names),
      day: answer.doneOn ? dayInTable(answer.doneOn) : '',
      isoDay: answer.doneOn,
      remark: answer.remark ?? '',
      by: `${actorName(db, actor)}, ${instantWords(recordedAt)}`,
      recordedAt,
      claim: null,
    };
  });
}

function claimRows(
  db: Db,
  claims: readonly StandingClaim[],
  answers: readonly Answered[],
  byKey: ReadonlyMap<string, Deadline>,
): ReceivedRow[] {
  const municipalities = new Map(listMunicipalities(db).map((one) => [one.id, one]));
  const remarks = new Map(
    answers.map(({ answer }) => [`${answer.ownerId}/${byKey.get(answer.ask)?.key}`, answer.remark]),
  );
  return claims.flatMap((one) => {
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

function filterForm(chosen: Shown, count: (shown: Shown) => number): FilterForm {
  const options = SHOWN.map((value) => ({
    value,
    text: `${WORDS[value]} (${count(value)})`,
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
