import { type Draft, type DraftContext, draftOf } from '#src/core/drafts/draft.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
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

/** Makes remarks on the source of the reader's warnings, tied to the drafts they are about. */
export function draftRemarks(snapshot: Snapshot, context: DraftContext, drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  return snapshot.warnings.map((warning) => {
    const about = findAbout(warning.about, warning.text, drafts);
    // Two spellings of a word are about no record: the words tell one such remark from another.
    const subject = warning.code === 'spelling' ? warning.text : (about?.id ?? warning.about ?? '');
    const base = `${context.meetingId}-${warning.code}-${slugify(subject)}`.slice(0, 90);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const draft = draftOf(
      context,
      { slide: warning.slide ?? 1, confidence: 'high' },
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

/** A remark on the reading that no page shows. */
export function isForEditors({ entity, fields }: Draft): boolean {
  return entity === 'remark' && fields['shown'] === false;
}

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
