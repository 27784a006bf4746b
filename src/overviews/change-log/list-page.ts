import { actorName } from '#src/core/access/accounts.ts';
import { entityNoun } from '#src/core/fields/fields.ts';
import { entityNames } from '#src/core/journal/entities.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { compareDanish, plural } from '#src/shared/danish-text.ts';
import type { FilterForm, Paging, SelectField } from '#src/web/parts.ts';
import { type BatchWords, batchWords } from './batch-words.ts';
import { type ChangedObject, changedObjects } from './change-rows.ts';
import { type LogFilter, type LogQuery, logParameters } from './forms.ts';
import { makeDescriber } from './objects.ts';
import { type ListedBatch, listActors, listBatches, listEntities, listEntries } from './queries.ts';

const PATH = '/redaktion/log';
const DAY = 'dd.mm.åååå';
/** Deeds on one page. */
const SHOWN = 50;
/** Changes of one record that are shown with their values on the page itself. */
const MOST_OF_OBJECT = 300;

export interface BatchRow extends BatchWords {
  /** "98 oplysninger" */
  count: string;
  undoneHref: string | null;
  /** What it did to the one record that the page is about; empty on the page about everything. */
  objects: ChangedObject[];
}

/** `/redaktion/log`. The newest 50 deeds, or those below the one that the address names. */
export function logListPage(reading: Reading, { filter, before }: LogQuery) {
  const { db } = reading;
  const found = listBatches(db, filter, { before, most: SHOWN + 1 });
  const shown = found.slice(0, SHOWN);
  const ofObject = changesOfObject(reading, filter);
  const query = new URLSearchParams(logParameters(filter)).toString();
  const about = filter.object && makeDescriber(reading)(filter.object);
  return {
    about: about && {
      ...about,
      text: `${about.kind}: ${[about.title, about.detail].filter(Boolean).join(', ')}`,
    },
    filter: filterForm(db, filter),
    rows: shown.map((one) => rowOf(db, one, ofObject)),
    isFiltered: query !== '',
    paging: pagingOf(query, before, found.length > SHOWN ? shown.at(-1) : undefined),
  };
}

function rowOf(db: Db, one: ListedBatch, ofObject: ReadonlyMap<number, ChangedObject[]>): BatchRow {
  return {
    ...batchWords(db, one),
    count: plural(one.changes, 'oplysning', 'oplysninger'),
    undoneHref: one.undoneBy === null ? null : `${PATH}/${one.undoneBy}`,
    objects: ofObject.get(one.id) ?? [],
  };
}

function changesOfObject(reading: Reading, filter: LogFilter): Map<number, ChangedObject[]> {
  if (!filter.object) return new Map();
  const entries = listEntries(reading.db, filter, { most: MOST_OF_OBJECT });
  const byBatch = Map.groupBy(entries, (one) => one.batchId);
  return new Map([...byBatch].map(([id, own]) => [id, changedObjects(reading, own)]));
}

function filterForm(db: Db, filter: LogFilter): FilterForm {
  const { actor, entity, municipality, from, to, batchId, object } = filter;
  const types = listEntities(db)
    .filter((name) => entityNames.includes(name))
    .map((value) => ({ value, text: entityNoun(value) }))
    .sort((a, b) => compareDanish(a.text, b.text));
  return {
    action: PATH,
    label: 'Filtrér ændringer',
    fields: [
      select(
        'hvem',
        'Hvem',
        'Alle',
        actor,
        listActors(db).map((value) => ({ value, text: actorName(db, value) })),
      ),
      select('type', 'Hvad', 'Alt', entity, types),
      select(
        'kommune',
        'Kommune',
        'Alle kommuner',
        municipality?.slug ?? null,
        listMunicipalities(db).map(({ slug, name }) => ({ value: slug, text: name })),
      ),
    ],
    typed: [
      { id: 'fra', label: 'Registreret fra', value: from ? dayInTable(from) : '', example: DAY },
      { id: 'til', label: 'Registreret til', value: to ? dayInTable(to) : '', example: DAY },
    ],
    keep: [
      ...(batchId === null ? [] : [{ name: 'aendring', value: String(batchId) }]),
      ...(object ? [{ name: 'objekt', value: `${object.entity}/${object.objectId}` }] : []),
    ],
    submit: 'Vis',
    resetHref: logParameters(filter).length > 0 ? PATH : null,
  };
}

function select(
  id: string,
  label: string,
  all: string,
  chosen: string | null,
  options: { value: string; text: string }[],
): SelectField {
  return {
    id,
    label,
    options: [{ value: '', text: all }, ...options].map((option) => ({
      ...option,
      isSelected: option.value === (chosen ?? ''),
    })),
  };
}

/** By the number of the deed, so that a deed recorded meanwhile moves nothing. */
function pagingOf(query: string, before: number | undefined, last: ListedBatch | undefined): Paging {
  const older = new URLSearchParams(query);
  if (last) older.set('foer', String(last.id));
  return {
    label: 'Nyere og ældre ændringer',
    previous: before === undefined ? null : { href: query ? `${PATH}?${query}` : PATH, text: 'Nyeste' },
    next: last ? { href: `${PATH}?${older.toString()}`, text: 'Ældre' } : null,
  };
}
