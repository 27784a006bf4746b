import { type Draft, type DraftContext, draftOf } from '#src/core/drafts/draft.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { slugify } from '#src/shared/danish-text.ts';

/** Warnings that only an editor needs: a check that held, two readings where the better one is certain, spelling. */
const FOR_EDITORS = new Set([
  'sources-disagree',
  'count-checked',
  'meeting-date-inferred',
  'slide-numbers',
  'source-missing',
  'spelling',
  'picture-text',
  'picture-slide',
  'hidden-slide',
  'speaker-notes',
  'footnote-missing',
  'unknown-solution',
  'told-twice',
  'told-differently',
]);

const ENTITY_OF_KEY: Record<string, string> = {
  klik_tasks: 'task',
  agreements: 'agreement',
  events: 'event',
  sts_milestones: 'sts_milestone',
  sts_phases: 'sts_phase',
  k98_steps: 'process_step',
  sapa_accesses: 'sapa_access',
  sapa_steps: 'sapa_step',
  supersedings: 'superseding',
  figures: 'election_figure',
  callouts: 'task_note',
  signatures: 'signature_count',
};

/** Remarks about no record: their words tell one from another. */
const BY_WORDS = new Set(['spelling', 'unknown-solution']);

/** Makes remarks on the source of the reader's warnings, tied to the drafts they are about. */
export function draftRemarks(snapshot: Snapshot, context: DraftContext, drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  const warnings = [...snapshot.warnings, ...unknownSolutions(snapshot, context)];
  return warnings.map((warning) => {
    const about = findAbout(warning.about, warning.text, drafts);
    const subject = BY_WORDS.has(warning.code) ? warning.text : (about?.id ?? warning.about ?? '');
    const base = `${context.meetingId}-${warning.code}-${slugify(subject)}`.slice(0, 90);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const draft = draftOf(
      context,
      { slide: warning.slide ?? 1, confidence: warning.code === 'unknown-solution' ? 'low' : 'high' },
      {
        entity: 'remark',
        id: count === 1 ? base : `${base}-${count}`,
        label: `Bemærkning til kilden: ${warning.reason}`,
        fields: {
          code: warning.code,
          words: warning.text,
          reason: warning.reason,
          entity: about?.entity ?? null,
          objectId: about?.id ?? null,
          shown: !FOR_EDITORS.has(warning.code),
        },
        wording: ['words', 'reason'],
        days: about ? [about.effectiveOn] : [],
      },
    );
    return { ...draft, slide: warning.slide };
  });
}

/** A solution as the material spells it, where the portal knows none by that name. */
export interface UnknownSpelling {
  spelling: string;
  /** What the material says of it. */
  titles: string[];
  slide: number;
}

export function unknownSpellings(snapshot: Snapshot, context: DraftContext): UnknownSpelling[] {
  const bySpelling = Map.groupBy(rowsOfUnknown(snapshot, context), ({ solution }) => solution);
  return [...bySpelling].map(([spelling, rows]) => ({
    spelling,
    titles: rows.map(({ title }) => title),
    slide: rows[0]?.slide ?? 1,
  }));
}

/** Tasks and agreements of a solution that the portal does not know make no record: a person must hear of them. */
function unknownSolutions(snapshot: Snapshot, context: DraftContext): Snapshot['warnings'] {
  return rowsOfUnknown(snapshot, context).map(({ slide, solution, title }) => ({
    slide,
    code: 'unknown-solution',
    text: `${solution}: ${title}`,
    reason: `Løsningen »${solution}« kendes ikke i portalen, så rækken er ikke taget med. Ret navnet, eller opret løsningen.`,
    about: null,
  }));
}

function rowsOfUnknown(snapshot: Snapshot, context: DraftContext) {
  const named = [
    ...snapshot.klik_tasks.map(({ slide, project, title }) => ({ slide, solution: project, title })),
    ...snapshot.agreements.map(({ slide, solution, agreement }) => ({ slide, solution, title: agreement })),
  ];
  return named.filter(({ solution }) => !context.solutionIdFor(solution));
}

/** A remark on the reading that no page shows, and that stops nothing. */
export function isForEditors({ entity, fields }: Draft): boolean {
  return entity === 'remark' && fields['shown'] === false && fields['code'] !== 'unknown-solution';
}

/** A remark on a record that the material of another meeting gave cause for already: readers see it there. */
export function isSaidBefore(db: Db, { entity, meetingId, fields }: Draft): boolean {
  if (entity !== 'remark' || fields.objectId === null) return false;
  const { code, entity: about, objectId } = fields;
  return saidOf(db).get({ meetingId, code, about, objectId }) === 1;
}

const saidOf = prepared((db) =>
  db.$client
    .prepare(
      `select 1 from remark where withdrawn_on is null and meeting_id <> @meetingId and code = @code
       and entity = @about and object_id = @objectId limit 1`,
    )
    .pluck(),
);

/** `about` is `key: words of the record`; of several records with those words, the one that holds the warned-of date. */
function findAbout(about: string | null, words: string, drafts: readonly Draft[]): Draft | undefined {
  const [key = '', ...rest] = (about ?? '').split(': ');
  const name = rest.join(': ');
  const candidates = drafts.filter(
    (draft) =>
      draft.entity === ENTITY_OF_KEY[key] &&
      (name === '' ||
        ['title', 'solutionRaw', 'name', 'subject'].some((field) => draft.fields[field] === name)),
  );
  if (candidates.length <= 1) return candidates[0];
  const first = words.split(' / ')[0] ?? '';
  return (
    candidates.find((draft) => first !== '' && JSON.stringify(draft.fields).includes(first)) ?? candidates[0]
  );
}
