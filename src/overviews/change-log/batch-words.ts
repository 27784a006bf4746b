import type { BatchKind } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { Batch } from './queries.ts';
import { whoOf } from './who.ts';

export const KIND_WORDS: Readonly<Record<BatchKind, string>> = {
  seed: 'Grunddata',
  review: 'Gennemgang af grunddata',
  import: 'Indlæst materiale',
  edit: 'Rettelse',
  paste: 'Indsat liste',
  file: 'Regneark',
  undo: 'Fortrydelse',
};

export interface BatchWords {
  href: string;
  title: string;
  /** "24.11.2025 kl. 9.12" */
  when: string;
  who: string;
  whoTitle: string;
  kind: string;
}

export function batchWords(db: Db, one: Batch): BatchWords {
  const { name, title } = whoOf(db, one);
  return {
    href: `/redaktion/log/${one.id}`,
    title: one.title,
    when: instantWords(one.recordedAt),
    who: name,
    whoTitle: title,
    kind: KIND_WORDS[one.kind],
  };
}
