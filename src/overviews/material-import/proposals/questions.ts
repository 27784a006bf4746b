/** What the portal cannot know by itself and asks: is this the same as what stands, and which solution is meant? */
import { createHash } from 'node:crypto';
import type { Difference } from '#src/core/drafts/compare.ts';
import type { Hints } from '#src/overviews/material-import/context.ts';
import type { UnknownSpelling } from '#src/overviews/material-import/remarks.ts';

export interface Question {
  /** Names it from one comparison to the next: of what the material says. */
  key: string;
  /** `same`: which of the candidates a record is. `solution`: which solution is spelled so. */
  kind: 'same' | 'solution';
  entity: string;
  /** Of the record while nobody has answered; '' of a spelling. */
  id: string;
  /** Identity of the record, or the spelling. */
  words: string;
  label: string;
  slide: number | null;
  /** Ids; of a spelling none, because it may be any solution. */
  candidates: readonly string[];
  /** Id of what it is; null: none of them. Absent while it is open. */
  answer?: string | null;
}

export function isOpen({ answer }: Question): boolean {
  return answer === undefined;
}

/** Questions that a comparison leaves. */
export function findQuestions(
  differences: readonly Difference[],
  spellings: readonly UnknownSpelling[],
): Question[] {
  return [
    ...spellings.map(({ spelling, titles, slide }): Question => {
      const label = `${spelling}: ${titles.join(', ')}`;
      const about = { kind: 'solution', entity: 'solution', words: spelling } as const;
      return { ...about, key: keyOf(about), id: '', label, slide, candidates: [] };
    }),
    ...differences.flatMap(({ draft }): Question[] => {
      const { entity, id, label, slide, candidates = [], likeness } = draft;
      if (likeness !== 'doubtful' || candidates.length === 0) return [];
      const about = { kind: 'same', entity, words: String(draft.fields.identity) } as const;
      return [{ ...about, key: keyOf(about), id, label, slide, candidates }];
    }),
  ];
}

/** What has been answered, as the comparison takes it. */
export function hintsOf(questions: readonly Question[]): Hints {
  const slugs: Hints['slugs'] = {};
  const aliases: Hints['aliases'] = [];
  for (const { kind, entity, words, answer } of questions) {
    if (answer === undefined) continue;
    if (kind === 'same') slugs[entity] = { ...slugs[entity], [words]: answer };
    else if (answer !== null) aliases.push({ solution: answer, alias: words });
  }
  return { slugs, aliases };
}

const KEY_LENGTH = 16;

function keyOf({ kind, entity, words }: Pick<Question, 'kind' | 'entity' | 'words'>): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, entity, words]))
    .digest('hex')
    .slice(0, KEY_LENGTH);
}
