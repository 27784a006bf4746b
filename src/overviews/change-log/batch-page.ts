import { getBatch, undoneBy, whyNotUndo } from '#src/core/deeds/undo.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { plural } from '#src/shared/danish-text.ts';
import { instantInSentence } from '#src/shared/instant.ts';
import type { Fact, Paging } from '#src/web/parts.ts';
import { batchWords } from './batch-words.ts';
import { changedObjects } from './change-rows.ts';
import { countEntries, listEntries } from './queries.ts';

/** Changes on one page of a deed. */
const SHOWN = 100;

/** `/redaktion/log/:id`. @throws NotFoundError */
export function logBatchPage(reading: Reading, now: Date, id: number, after: number) {
  const { db } = reading;
  const one = getBatch(db, id);
  const found = listEntries(db, { ...EVERYTHING, batchId: id }, { after, most: SHOWN + 1 });
  const shown = found.slice(0, SHOWN);
  const path = `/redaktion/log/${id}`;
  const { who, whoTitle, kind } = batchWords(db, one);
  const facts: [string, string, string?][] = [
    ['Registreret', instantInSentence(one.recordedAt)],
    ['Hvem', [who, whoTitle].filter(Boolean).join(', ')],
    ['Slags', kind],
    ['Omfang', plural(countEntries(db, id), 'oplysning', 'oplysninger')],
    ['Begrundelse', one.reason ?? ''],
    ['Møde', one.meetingId ?? '', `/moeder/${one.meetingId}`],
    ['Ændring nr.', String(id)],
    ['Forespørgsel', one.requestId ?? ''],
  ];
  return {
    id,
    heading: one.title,
    facts: facts
      .filter(([, text]) => text !== '')
      .map(([term, text, href = '']): Fact => ({ term, text, href, raw: '' })),
    undo: undoOf(reading, one, now, path),
    objects: changedObjects(reading, shown),
    paging: {
      label: 'Flere af ændringens oplysninger',
      previous: after === 0 ? null : { href: path, text: 'De første' },
      next: found.length > SHOWN ? { href: `${path}?efter=${shown.at(-1)?.seq}`, text: 'De næste' } : null,
    } satisfies Paging,
  };
}

export const EVERYTHING = {
  actor: null,
  entity: null,
  municipality: null,
  from: null,
  to: null,
  batchId: null,
  object: null,
} as const;

/** Whether it can be undone, or why not, and the deeds it belongs together with. */
function undoOf({ db }: Reading, one: ReturnType<typeof getBatch>, now: Date, back: string) {
  const undoing = undoneBy(db, one.id);
  const whyNot = whyNotUndo(db, one, now);
  return {
    back,
    isPossible: whyNot === null,
    whyNot: undoing === undefined ? whyNot : null,
    undoneHref: undoing === undefined ? null : `/redaktion/log/${undoing}`,
    undoesHref: one.undoesBatchId === null ? null : `/redaktion/log/${one.undoesBatchId}`,
  };
}
