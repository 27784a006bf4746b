import { type FoldableEntry, fold, foldFields, upToMeeting } from '#src/core/journal/fold.ts';
import type { BatchKind, Change } from '#src/core/journal/record.ts';
import { sameValue } from '#src/core/journal/same-value.ts';
import type { Db } from '#src/db/client.ts';
import type { Draft } from './draft.ts';

export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
  /** True when a person has changed the field since the material last said something: accepting would undo that. */
  changedByHand: boolean;
}

export interface Difference {
  kind: 'new' | 'changed';
  draft: Draft;
  fields: FieldDifference[];
}

/**
 * Compares drafts with what the material said before (entries of the given kinds), so that a person's correction is
 * no difference as long as the material says the same as last time.
 * @param elseBy who says it of fields that the given kinds never set: a value that stood already was not recorded again
 */
export function compareDrafts(
  db: Db,
  drafts: readonly Draft[],
  saidBy: readonly BatchKind[],
  elseBy: readonly BatchKind[] = [],
): Difference[] {
  const entriesOf = db.$client.prepare(
    `select e.seq, e.field, e.new_value as newValue, e.effective_on as effectiveOn, e.meeting_id as meetingId, e.slide,
            b.kind, exists (select 1 from batch u where u.undoes_batch_id = b.id) as undone
     from entry e join batch b on b.id = e.batch_id where e.entity = ? and e.object_id = ?`,
  );
  const differences: Difference[] = [];
  for (const draft of drafts) {
    const all = entriesOf.all(draft.entity, draft.id) as SaidEntry[];
    const entries = upToMeeting(all, draft.meetingId);
    const standing = fold(entries);
    const saidBefore = fold(validOf(entries, [...saidBy, ...elseBy]));
    const isWithdrawn = (standing?.fields.withdrawnOn ?? null) !== null;
    if (!standing || (isWithdrawn && !saidBefore)) {
      differences.push(newRecord(isWithdrawn ? standsAgain(draft) : draft));
      continue;
    }
    const said = { ...saidOf(entries, elseBy), ...saidOf(entries, saidBy) };
    // What an earlier meeting left out stands again; what a person has withdrawn stays so.
    const wanted = isWithdrawn && said.withdrawnOn ? standsAgain(draft) : draft;
    const fields = Object.entries(wanted.fields)
      .filter(([field, after]) => !sameValue(said[field], after) && !isLeftOut(field, standing.fields[field]))
      .map(([field, after]) => ({
        field,
        before: standing.fields[field] ?? null,
        after,
        changedByHand: !sameValue(said[field], standing.fields[field]),
      }))
      .filter(({ before, after }) => !sameValue(before, after));
    const telling = fields.filter(({ field }) => !isReadersOwn(field, draft));
    if (telling.length > 0 && !areSameWords(telling)) differences.push({ kind: 'changed', draft, fields });
  }
  return differences;
}

interface SaidEntry extends FoldableEntry {
  kind: BatchKind;
  /** 1 when the batch it came with has been undone: then the material has not said it. */
  undone: 0 | 1;
}

function newRecord(draft: Draft): Difference {
  const fields = Object.entries(draft.fields).map(([field, after]) => ({
    field,
    before: null,
    after,
    changedByHand: false,
  }));
  return { kind: 'new', draft, fields };
}

function standsAgain(draft: Draft): Draft {
  return { ...draft, fields: { ...draft.fields, withdrawnOn: null } };
}

/** What was undone was never said. */
function validOf(entries: readonly SaidEntry[], kinds: readonly BatchKind[]): SaidEntry[] {
  return entries.filter(({ kind, undone }) => kinds.includes(kind) && undone === 0);
}

function saidOf(entries: readonly SaidEntry[], kinds: readonly BatchKind[]): Record<string, unknown> {
  return foldFields(validOf(entries, kinds));
}

/**
 * The changes that accepting differences records: one entry for each record, with all its fields or with those that
 * differ. What a later meeting says otherwise has its source there from then on.
 */
export function changesOf(differences: readonly Difference[]): Change[] {
  return differences.flatMap(({ kind, draft, fields }): Change[] => {
    const { entity, id, effectiveOn, meetingId, slide, reason } = draft;
    const common = { entity, objectId: id, effectiveOn, meetingId, slide, ...(reason ? { reason } : {}) };
    const differing = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
    return [{ ...common, field: null, value: kind === 'new' ? draft.fields : differing }];
  });
}

/** How sure the reader is and in what order it found things tells nothing new of the matter; nor do other words for it. */
function isReadersOwn(field: string, { wording = [] }: Draft): boolean {
  return ['confidence', 'position', 'identity', ...wording].includes(field);
}

/** The same letters and figures, only divided otherwise between title and details, or with other full stops. */
function areSameWords(fields: readonly FieldDifference[]): boolean {
  const [before, after] = [fields.map((one) => one.before), fields.map((one) => one.after)];
  return isText(before) && isText(after) && bare(before) === bare(after);
}

/** Text, lists of text, and dates, whose words are in `raw`. */
function isText(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText);
  return typeof value === 'string' || (value !== null && typeof value === 'object' && 'raw' in value);
}

function bare(values: unknown): string {
  const texts: string[] = [];
  JSON.stringify(values, (_key, part: unknown) => {
    if (typeof part === 'string') texts.push(part.toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, ''));
    return part;
  });
  return texts.join('');
}

/** A sentence is known by its hash: its words, which the seeds leave out, are no difference when material brings them. */
function isLeftOut(field: string, standing: unknown): boolean {
  return field === 'text' && (standing ?? null) === null;
}
