import type { Editable, Row } from '#src/core/editing/editable.ts';
import { listRows } from '#src/core/editing/rows.ts';
import { entityNoun } from '#src/core/fields/fields.ts';
import { correctedKeys } from '#src/core/journal/corrections.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import { listMeetings, listRemarks } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { compareDanish, foldForSearch, plural } from '#src/shared/danish-text.ts';
import { type FuzzyDate, NO_DATE } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { compareDates } from '#src/shared/fuzzy-date/order.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { SourceChip } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import type { ListFilter } from './forms.ts';
import { kinds, recordPath } from './kinds.ts';
import { solutionOf } from './solution-of.ts';

interface Listed {
  kind: Editable;
  row: Row;
  title: string;
  date: FuzzyDate;
}

export interface RecordLine {
  title: string;
  href: string;
  kind: string;
  solution: string;
  date: string;
  sources: SourceChip[];
  /** "Rettet", "Bemærkning til kilden", "Udgået 24.11.2025" */
  marks: string[];
}

/** `/redaktion/oplysninger` */
export function listPage({ db }: RequestReading, filter: ListFilter) {
  const remarked = remarkedKeys(db);
  const corrected = correctedKeys(db);
  const listed = kinds
    .filter((kind) => isWanted(kind, filter))
    .flatMap((kind) => listRows(db, kind.entity).map((row) => listedOf(kind, row)))
    .filter((one) => isShown(db, one, filter, remarked, corrected))
    .sort((a, b) => compareDates(a.date, b.date) || compareDanish(a.title, b.title));
  return {
    filter: filterView(db, filter),
    isFiltered: Object.values(filter).some((value) => value !== ''),
    create: kinds
      .filter(({ blank }) => blank !== undefined)
      .map((kind) => ({ href: `/redaktion/oplysninger/${kind.slug}/ny`, text: entityNoun(kind.entity) })),
    count: plural(listed.length, 'oplysning', 'oplysninger'),
    lines: listed.map((one) => lineOf(db, one, remarked, corrected)),
    remarksOpen: listRemarks(db).filter((one) => one.resolution === null && one.shown).length,
  };
}

/** What has no date is seldom looked for: by its type, by a search, or where something of it is to be looked at. */
function isWanted(kind: Editable, { type, q, vis }: ListFilter): boolean {
  if (type !== '') return kind.slug === type;
  return (kind.dateField !== undefined && !kind.isReference) || q !== '' || vis !== '';
}

function listedOf(kind: Editable, row: Row): Listed {
  const date = kind.dateField ? (row[kind.dateField] as FuzzyDate | null) : null;
  return { kind, row, title: kind.title(row), date: date ?? NO_DATE };
}

function isShown(
  db: Db,
  { kind, row, title }: Listed,
  { loesning, moede, vis, q }: ListFilter,
  remarked: ReadonlySet<string>,
  corrected: ReadonlySet<string>,
): boolean {
  const key = `${kind.entity}/${row.id}`;
  if ((vis === 'udgaaet') !== (row.withdrawnOn !== null)) return false;
  if (vis === 'bemaerkning' && !remarked.has(key)) return false;
  if (vis === 'rettet' && !corrected.has(key)) return false;
  if (loesning !== '' && row.solutionId !== loesning && row.id !== loesning) return false;
  if (moede !== '' && row.meetingId !== moede && row.id !== moede) return false;
  if (q === '') return true;
  const text = foldForSearch(
    [title, row.title, row.wording, row.aliases, solutionOf(db, row)].flat().join(' '),
  );
  return foldForSearch(q)
    .split(' ')
    .every((word) => text.includes(word));
}

function lineOf(
  db: Db,
  { kind, row, title, date }: Listed,
  remarked: ReadonlySet<string>,
  corrected: ReadonlySet<string>,
): RecordLine {
  const key = `${kind.entity}/${row.id}`;
  return {
    title,
    href: recordPath(kind, row.id),
    kind: entityNoun(kind.entity),
    solution: solutionOf(db, row),
    date: kind.dateField ? wordsOf(date, 'table') : '',
    sources: chipsOf(row),
    marks: [
      ...(row.withdrawnOn === null ? [] : [`Udgået ${dayInTable(row.withdrawnOn)}`]),
      ...(corrected.has(key) ? ['Rettet'] : []),
      ...(remarked.has(key) ? ['Bemærkning til kilden'] : []),
      ...(row.meetingId === null && !kind.isReference ? ['Oprettet af redaktionen'] : []),
    ],
  };
}

function remarkedKeys(db: Db): ReadonlySet<string> {
  const open = listRemarks(db).filter((one) => one.resolution === null && one.shown);
  return new Set(open.map(({ entity, objectId }) => `${entity}/${objectId}`));
}

function filterView(db: Db, { type, loesning, moede, vis, q }: ListFilter) {
  const list = (chosen: string, options: { value: string; text: string }[]) =>
    options.map((one) => ({ ...one, isSelected: one.value === chosen }));
  return {
    q,
    type: list(type, [
      { value: '', text: 'Alt med en dato' },
      ...kinds.map(({ slug, plural: text }) => ({ value: slug, text })),
    ]),
    solution: list(loesning, [
      { value: '', text: 'Alle løsninger' },
      ...listSolutions(db).map(({ id, name }) => ({ value: id, text: name })),
    ]),
    meeting: list(moede, [
      { value: '', text: 'Alle møder' },
      ...listMeetings(db).map(({ id }) => ({ value: id, text: id })),
    ]),
    shown: list(vis, [
      { value: '', text: 'Det, der gælder' },
      { value: 'bemaerkning', text: 'Med bemærkning til kilden' },
      { value: 'rettet', text: 'Rettet eller ændret' },
      { value: 'udgaaet', text: 'Udgået' },
    ]),
  };
}
