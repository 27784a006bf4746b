/**
 * What tables and columns are called on screen, and their values as words: for what changed since a meeting, the log,
 * forms and mails. One file per subject, as in `src/db/schema`; a column without words does not compile, and a
 * journalled table without them fails a test.
 */
import type { Db } from '#src/db/client.ts';
import { AGREEMENT_WORDS } from './agreements.ts';
import { ANSWER_WORDS } from './answers.ts';
import { ELECTION_WORDS } from './elections.ts';
import type { EntityWords } from './entity-words.ts';
import type { Field } from './field.ts';
import { GOVERNANCE_WORDS } from './governance.ts';
import { KLIK_WORDS } from './klik.ts';
import { MUNICIPALITY_WORDS } from './municipalities.ts';
import { NEWS_WORDS } from './news.ts';
import { REQUEST_WORDS } from './requests.ts';
import { SAPA_WORDS } from './sapa.ts';
import { SOLUTION_WORDS } from './solutions.ts';
import { SOURCE_WORDS } from './sources.ts';
import { STS_WORDS } from './sts.ts';

export type { Field } from './field.ts';

const ENTITIES: Readonly<Record<string, EntityWords>> = {
  ...AGREEMENT_WORDS,
  ...ANSWER_WORDS,
  ...ELECTION_WORDS,
  ...GOVERNANCE_WORDS,
  ...KLIK_WORDS,
  ...MUNICIPALITY_WORDS,
  ...NEWS_WORDS,
  ...REQUEST_WORDS,
  ...SAPA_WORDS,
  ...SOLUTION_WORDS,
  ...SOURCE_WORDS,
  ...STS_WORDS,
};

/** "KLIK-opgave" for `task`. @throws Error for a table that has no words: a fault in the program. */
export function entityNoun(entity: string): string {
  return wordsOf(entity).noun;
}

/** Every field of a table with its label, in the order in which a reader reads them. */
export function fieldsOf(entity: string): Readonly<Record<string, Field>> {
  return wordsOf(entity).fields;
}

/** @throws Error for a field that the table does not have. */
export function fieldOf(entity: string, name: string): Field {
  const field = wordsOf(entity).fields[name];
  if (!field) throw new Error(`${entity} has no words for "${name}"`);
  return field;
}

/** A value of the journal as a reader reads it: "15. december 2025", "Underskrevet", "Ikke oplyst". */
export function valueInWords(db: Db, entity: string, field: string, value: unknown): string {
  return fieldOf(entity, field).words(value, db);
}

function wordsOf(entity: string): EntityWords {
  const found = ENTITIES[entity];
  if (!found) throw new Error(`${entity} has no words`);
  return found;
}
