import { ALWAYS } from '#src/core/journal/record.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { column, type ExportColumn, type ExportSheet, exportSheet } from '#src/web/export.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { batchWords } from './batch-words.ts';
import { fieldChanges, type ValueView } from './field-changes.ts';
import type { LogFilter } from './forms.ts';
import { makeDescriber, type ObjectView } from './objects.ts';
import { type Batch, type Entry, listEntries } from './queries.ts';

/** The journal is read and told in words at once; a longer list is taken by periods. */
const MOST = 5000;

interface Row {
  one: Entry;
  batch: Batch;
  about: ObjectView;
  label: string;
  before: ValueView | null;
  after: ValueView | null;
}

/** One line for each field of each change, newest deed first. */
export function logSheet(reading: Reading, filter: LogFilter, title: string): ExportSheet {
  const describe = makeDescriber(reading);
  const found = listEntries(reading.db, filter, { most: MOST + 1 });
  const rows = found.slice(0, MOST).flatMap((one): Row[] => {
    const common = { one, batch: one.batch, about: describe(one) };
    const changes = fieldChanges(reading.db, one);
    if (changes.length === 0) return [{ ...common, label: '', before: null, after: null }];
    return changes.map((change) => ({ ...common, ...change }));
  });
  const choice =
    found.length > MOST
      ? `De nyeste ${MOST} oplysninger. Vælg en kortere periode for at få resten.`
      : 'Alt, der passer til filteret';
  return exportSheet({ title, choice }, columnsOf(reading), rows);
}

function columnsOf({ db }: Reading): ExportColumn<Row>[] {
  const words = new Map<number, ReturnType<typeof batchWords>>();
  const wordsOf = ({ batch }: Row) => {
    const known = words.get(batch.id) ?? batchWords(db, batch);
    words.set(batch.id, known);
    return known;
  };
  return [
    column('aendring', 10, ({ batch }) => batch.id),
    column('nummer', 10, ({ one }) => one.seq),
    column('registreret_utc', 26, ({ batch }) => batch.recordedAt),
    column('hvem', 24, (row) => wordsOf(row).who),
    column('rolle', 30, (row) => wordsOf(row).whoTitle),
    column('hvad', 44, ({ batch }) => batch.title),
    column('slags', 20, (row) => wordsOf(row).kind),
    column('type', 24, ({ about }) => about.kind),
    column('om', 40, ({ about }) => [about.title, about.detail].filter(Boolean).join(', ')),
    column('objekt', 40, ({ one }) => `${one.entity}/${one.objectId}`),
    column('felt', 24, ({ label }) => label),
    column('foer', 30, ({ before }) => before?.text ?? ''),
    column('nu', 30, ({ after }) => after?.text ?? ''),
    column('gaelder_fra', 13, ({ one }) => (one.effectiveOn === ALWAYS ? null : { day: one.effectiveOn })),
    column('kilde', 24, ({ one }) =>
      chipsOf(one)
        .map(({ text }) => text)
        .join('; '),
    ),
    column('begrundelse', 40, ({ one, batch }) => one.reason ?? batch.reason ?? ''),
    column('fortryder', 10, ({ batch }) => batch.undoesBatchId),
    column('forespoergsel', 14, ({ batch }) => batch.requestId ?? ''),
  ];
}
