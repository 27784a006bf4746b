/** The deeds of a municipality about one ask. Each returns its batch, or null where what stands has moved since. */
import { agreementsIn, type OwnMatter, ownMatter } from '#src/core/answers/queries.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import type { Change } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import type { ANSWER_STATUSES } from '#src/db/schema/answers.ts';
import { claimChanges, withoutClaim } from '#src/features/agreements/index.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { asksForSignature } from './wording.ts';

/** Whose answer, to what, seen when. */
export interface Asked {
  /** The municipality's code. */
  code: string;
  ask: Pick<Deadline, 'key' | 'keys' | 'kinds' | 'title'>;
  /** ISO. */
  today: string;
  /** What the form was made from. */
  revision: number;
}

export type Said =
  | { status: 'done'; doneOn: string; remark: string }
  | { status: Exclude<(typeof ANSWER_STATUSES)[number], 'done'>; remark: string };

/** Solved (of an agreement: a claim that it is signed), on it, or not for us. */
export function answerAsk(db: Db, doer: Doer, asked: Asked, said: Said): number | null {
  const { code, ask, today } = asked;
  const isSigning = asksForSignature(ask);
  const title = {
    done: isSigning
      ? `»${ask.title}« er meldt underskrevet. KOMBIT skal bekræfte det.`
      : `»${ask.title}« er markeret som løst.`,
    'in-progress': `»${ask.title}« er under behandling hos jer.`,
    'not-relevant': `»${ask.title}« er markeret som ikke relevant for jer.`,
  }[said.status];
  const doneOn = said.status === 'done' ? said.doneOn : null;
  const value = {
    ...ownedBy(code),
    ask: ask.key,
    status: said.status,
    doneOn,
    remark: said.remark === '' ? null : said.remark,
  };
  return save(db, doer, asked, title, (own) => [
    ...takenBack(own, asked, ask.key),
    { ...about('answer', code, ask.key, today), field: null, value },
    ...agreementsIn(ask.keys).flatMap((agreementId) =>
      said.status === 'done'
        ? claimChanges(db, { agreementId, municipalityId: code, signedOn: doneOn, today })
        : withoutClaim(db, { agreementId, municipalityId: code, today }),
    ),
  ]);
}

/** Takes the answer back, the claim with it: the ask is open again. */
export function reopenAsk(db: Db, doer: Doer, asked: Asked): number | null {
  const { code, ask, today } = asked;
  return save(db, doer, asked, `»${ask.title}« er åben igen.`, (own) => [
    ...takenBack(own, asked, null),
    ...agreementsIn(ask.keys).flatMap((agreementId) =>
      withoutClaim(db, { agreementId, municipalityId: code, today }),
    ),
  ]);
}

/** @param holder who has it from now on, in words without a person's name; null: nobody */
export function assignAsk(
  db: Db,
  doer: Doer,
  asked: Asked,
  holder: { contactId: string; role: string } | null,
): number | null {
  const { code, ask, today, revision } = asked;
  const own = ownMatter(db, code);
  if (own.assignmentRevisionOf(ask.keys) !== revision) return null;
  const given = ask.keys.filter((key) => own.assignments.has(key));
  const title = holder
    ? `»${ask.title}« ligger nu hos: ${holder.role}.`
    : `»${ask.title}« ligger ikke hos nogen.`;
  const gone = given.map(
    (key): Change => ({ ...about('assignment', code, key, today), field: 'withdrawnOn', value: today }),
  );
  if (!holder) return saveDeed(db, doer, { kind: 'edit', title }, gone);
  const value = { ...ownedBy(code), ask: ask.key, contactId: holder.contactId };
  return saveDeed(db, doer, { kind: 'edit', title }, [
    ...gone.filter(({ objectId }) => objectId !== `${code}/${ask.key}`),
    { ...about('assignment', code, ask.key, today), field: null, value },
  ]);
}

/**
 * Whether the municipality belongs to the sets of a question.
 * @param asked.reason where KOMBIT corrects what the municipality has said
 * @param belongs by the set's id
 */
export function answerSets(
  db: Db,
  doer: Doer,
  asked: { code: string; today: string; revision: number; title: string; reason?: string },
  belongs: Readonly<Record<string, boolean>>,
): number | null {
  const { code, today, revision, title, reason } = asked;
  if (ownMatter(db, code).setsRevision !== revision) return null;
  const changes = Object.entries(belongs).map(
    ([setId, is]): Change => ({
      ...about('set_answer', code, setId, today),
      field: null,
      value: { ...ownedBy(code), setId, belongs: is },
    }),
  );
  const why = reason === undefined ? {} : { reason };
  return saveDeed(db, doer, { kind: 'edit', title, ...why }, changes);
}

function save(
  db: Db,
  doer: Doer,
  { code, ask, revision }: Asked,
  title: string,
  changesOf: (own: OwnMatter) => Change[],
): number | null {
  const own = ownMatter(db, code);
  if (own.revisionOf(ask.keys) !== revision) return null;
  return saveDeed(db, doer, { kind: 'edit', title }, changesOf(own));
}

/** Answers that stand under any key of the ask; those under `except` are about to be written anew. */
function takenBack(own: OwnMatter, { code, ask, today }: Asked, except: string | null): Change[] {
  return ask.keys
    .filter((key) => key !== except && own.answers.has(key))
    .map((key) => ({ ...about('answer', code, key, today), field: 'withdrawnOn', value: today }));
}

function about(entity: string, code: string, of: string, effectiveOn: string) {
  return { entity, objectId: `${code}/${of}`, effectiveOn, meetingId: null, slide: null };
}

function ownedBy(code: string) {
  return { ownerId: code, identity: null, confidence: 'high', withdrawnOn: null };
}
