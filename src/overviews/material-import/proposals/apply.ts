/** Applies what was accepted of a proposal: one transaction, one batch, all or nothing. */

import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import { changesOf, type Difference, type FieldDifference } from '#src/core/drafts/compare.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { proposal, slideWords } from '#src/db/schema/proposals.ts';
import { plural } from '#src/shared/danish-text.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { comparisonOf, importContent, NO_DIFFERENCE, openQuestions, wordsOf } from './content.ts';
import { type DecisionRow, decisionsOn, fittingDecision } from './decide.ts';
import { aboutOf, followers, type Item, type Sorted, sortOut } from './items.ts';
import type { Question } from './questions.ts';
import { getProposal, keepComparison, type ProposalRow } from './store.ts';
import { proposalName } from './words.ts';

export type Applied =
  | { kind: 'applied'; batchId: number }
  /** What stands has moved under these decisions since they were made. Compared again; nothing is applied. */
  | { kind: 'moved'; items: Item[] };

/**
 * Compares once more with what stands, and applies what is accepted if all of it still says what was accepted.
 * Runs in the caller's transaction where there is one.
 * @throws RefusedError when there is nothing to apply, it is applied already, or something accepted needs what is not
 */
export function applyProposal(db: Db, doer: Doer, proposalId: number): Applied {
  const run = db.$client.transaction((): Applied => {
    const row = getProposal(db, proposalId);
    if (row.decision !== null) throw new RefusedError('Indlæsningen er allerede afsluttet.');
    const before = sorted(row);
    const decisions = decisionsOn(db, proposalId);
    const accepted = before.items.filter((item) => isAccepted(fittingDecision(decisions, item)));
    if (accepted.length === 0 && !bringsOnlyItself(before, openQuestions(row)))
      throw new RefusedError('Intet er godkendt endnu. Godkend mindst én ændring.');
    const fresh = keepComparison(db, row);
    const now = sorted(fresh);
    const standing = new Map(now.items.map((item) => [item.key, item]));
    const moved = accepted.filter(({ key, about }) => standing.get(key)?.about !== about);
    if (moved.length > 0) return { kind: 'moved', items: moved };
    const items = accepted.flatMap(({ key }) => standing.get(key) ?? []);
    const remarks = remarksToKeep(now, items);
    const differences = [...now.frame, ...remarks, ...mergedByRecord(items, decisions)];
    const batchId = save(db, doer, fresh, differences, items.length);
    keepWords(db, fresh);
    db.update(proposal)
      .set({ decidedAt: doer.now.toISOString(), decision: 'applied', batchId })
      .where(eq(proposal.id, proposalId))
      .run();
    return { kind: 'applied', batchId };
  });
  return run.immediate();
}

/** The meeting is new, and it says nothing that is: it can be published by itself. */
export function bringsOnlyItself({ items, frame }: Sorted, open: readonly Question[]): boolean {
  const isAsked = open.length > 0 || items.some(({ group }) => group !== 'unmentioned');
  return !isAsked && frame.some(({ kind, draft }) => kind === 'new' && draft.entity === 'meeting');
}

function sorted(row: ProposalRow): Sorted {
  return sortOut(comparisonOf(row) ?? NO_DIFFERENCE, openQuestions(row));
}

/** Those on what stands already or is accepted; the others would speak of nothing. */
function remarksToKeep({ items, remarks }: Sorted, accepted: readonly Item[]): Difference[] {
  const nameOf = ({ difference: { draft } }: Item) => `${draft.entity}/${draft.id}`;
  const taken = new Set(accepted.map(nameOf));
  const asked = new Set(items.map(nameOf));
  return remarks.filter((one) => taken.has(aboutOf(one)) || !asked.has(aboutOf(one)));
}

export function isAccepted(decision: DecisionRow | undefined): boolean {
  return decision?.decision === 'accept' || decision?.decision === 'correct';
}

/** Each record once, with all its accepted fields and what follows them, as a person has corrected them. */
function mergedByRecord(items: readonly Item[], decisions: ReadonlyMap<string, DecisionRow>): Difference[] {
  const byRecord = Map.groupBy(items, ({ difference }) => difference);
  return [...byRecord].flatMap(([difference, own]) => {
    const fields = own.flatMap((item) => corrected(item, decisions.get(item.key)));
    const [first] = own;
    const all = first && difference.kind === 'changed' ? [...fields, ...followers(first)] : fields;
    const isCorrected = own.some(({ key }) => decisions.get(key)?.decision === 'correct');
    const draft = {
      ...difference.draft,
      fields: {
        ...difference.draft.fields,
        ...Object.fromEntries(fields.map((one) => [one.field, one.after])),
      },
      ...(isCorrected ? { reason: 'Rettet af en redaktør ved indlæsningen.' } : {}),
    };
    return [{ ...difference, draft, fields: all }];
  });
}

function corrected({ fields }: Item, decision: DecisionRow | undefined): FieldDifference[] {
  const corrections = decision?.decision === 'correct' ? (decision.corrections ?? {}) : {};
  return fields.map((one) => (one.field in corrections ? { ...one, after: corrections[one.field] } : one));
}

function save(
  db: Db,
  doer: Doer,
  row: ProposalRow,
  differences: readonly Difference[],
  count: number,
): number {
  const meetingId = importContent(row)?.snapshot.meeting.id;
  const title = `${proposalName(row)}: ${count === 0 ? 'mødet er' : plural(count, 'ændring', 'ændringer')} udgivet.`;
  const batchId = saveDeed(
    db,
    doer,
    { kind: 'import', title, materialHash: row.materialHash, ...(meetingId ? { meetingId } : {}) },
    changesOf(differences),
  );
  // Rows may refer to later ones of the same deed, so the database itself would complain only at the very end.
  if ((db.$client.pragma('foreign_key_check') as unknown[]).length > 0) {
    throw new RefusedError(
      'Noget af det godkendte hører til en post, der ikke er godkendt. Intet er udgivet. Godkend begge, eller afvis begge.',
    );
  }
  return batchId;
}

/** From now on the words stand at the meeting's slides; those of a later reading replace them. */
function keepWords(db: Db, row: ProposalRow): void {
  const content = importContent(row);
  const meetingId = content?.snapshot.meeting.id;
  if (!content || !meetingId) return;
  for (const [slide, lines] of wordsOf(content)) {
    const values = { proposalId: row.id, lines };
    db.insert(slideWords)
      .values({ meetingId, slide, ...values })
      .onConflictDoUpdate({ target: [slideWords.meetingId, slideWords.slide], set: values })
      .run();
  }
}
