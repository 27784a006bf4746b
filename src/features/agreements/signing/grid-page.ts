/** `/redaktion/underskrifter/:slug`: what the template of the grid prints. */
import { getSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { namedAgreements } from '#src/features/agreements/named.ts';
import type { Agreement } from '#src/features/agreements/queries.ts';
import { AGREEMENT_GROUPS, groupOf } from '#src/features/agreements/rules.ts';
import { type Tally, tallies } from '#src/features/agreements/tally.ts';
import { headingOf } from '#src/features/agreements/wording.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { foldForSearch } from '#src/shared/danish-text.ts';
import type { Fault, Typed } from '#src/web/forms.ts';
import { gridHref } from './address.ts';
import type { GridQuery } from './forms.ts';
import { rowViews } from './row-view.ts';
import { type GridRow, gridRows } from './rows.ts';
import { SETTABLE, SHOWN, statusWord } from './words.ts';

/** What was sent and refused: shown again as it was typed. */
export interface Refused {
  typed: Typed;
  faults: readonly Fault[];
}

const NOTHING_REFUSED: Refused = { typed: {}, faults: [] };

export function gridPage(
  db: Db,
  agreement: Agreement,
  query: GridQuery,
  today: string,
  { typed, faults }: Refused = NOTHING_REFUSED,
) {
  const all = gridRows(db, agreement.id);
  const tally = tallies(db).get(agreement.id);
  const shown = all.filter((row) => isShown(row, query));
  const viewOf = rowViews(db, new Map(tally?.counts.map((one) => [one.countedOn, one.inferred])));
  const isChosen = chosenIn(query, typed);
  const isRowForm = query.ret !== undefined;
  const rows = shown.map((row) => ({
    ...viewOf(row),
    isChosen: isChosen(row),
    editHref: `${gridHref(agreement.id, { ...query, ret: row.municipality.id, valgt: undefined })}#r${row.municipality.id}`,
    form: row.municipality.id === query.ret ? rowForm(row, today, typed, faults) : null,
  }));
  const here = { vis: query.vis, soeg: query.soeg, pr: query.pr };
  return {
    heading: headingOf(agreement, getSolution(db, agreement.solutionId).name),
    agreementHref: `/aftaler/${agreement.id}`,
    counted: countedWords(tally),
    address: gridHref(agreement.id),
    pasteHref: `${gridHref(agreement.id)}/indsaet`,
    fileHref: `${gridHref(agreement.id)}/fil`,
    agreements: agreementsToChoose(db, agreement, today),
    filters: filtersOf(agreement.id, all, query),
    shows: query,
    rows,
    chosen: rows.filter((row) => row.isChosen).length,
    allHref: gridHref(agreement.id, { ...here, valgt: 'alle' }),
    noneHref: gridHref(agreement.id, here),
    statuses: SETTABLE.map(({ value, status, key }) => ({ value, key, word: statusWord(status) })),
    fields: isRowForm ? bulkFields({}, [], query.pr, today) : bulkFields(typed, faults, query.pr, today),
    faults: faults.map(({ field, text }) => ({
      text,
      field: FIELD_IDS[field]?.[isRowForm ? 1 : 0] ?? 'kommuner',
    })),
  };
}

/** Those open for signature first, as on the list. */
function agreementsToChoose(db: Db, chosen: Agreement, today: string) {
  const groups = Map.groupBy(namedAgreements(db), ({ agreement }) => groupOf(agreement, today));
  return AGREEMENT_GROUPS.flatMap((group) => groups.get(group) ?? []).map(({ agreement, solution }) => ({
    id: agreement.id,
    name: headingOf(agreement, solution),
    isThis: agreement.id === chosen.id,
  }));
}

/** Ids of the fields in the bar, and in the form of one row. */
const FIELD_IDS: Record<string, [string, string]> = {
  dato: ['dato', 'ret-dato'],
  underskrevet: ['underskrevet', 'ret-underskrevet'],
  bemaerkning: ['bemaerkning', 'ret-bemaerkning'],
  status: ['saet-underskrevet', 'ret-status'],
};

function isShown({ municipality, status }: GridRow, { vis, soeg }: GridQuery): boolean {
  const wanted = SHOWN.find(({ value }) => value === vis);
  if (wanted && wanted.status !== status) return false;
  const sought = foldForSearch(soeg);
  return (
    sought === '' ||
    municipality.id === sought ||
    foldForSearch(`${municipality.name} ${municipality.officialName}`).includes(sought)
  );
}

/** The row of a form of its own is not chosen for the bar. */
function chosenIn({ valgt, ret }: GridQuery, { kommune = [] }: Typed): (row: GridRow) => boolean {
  if (valgt) return () => true;
  if (ret) return () => false;
  const codes = new Set([kommune].flat().map((text) => text.slice(0, 4)));
  return ({ municipality }) => codes.has(municipality.id);
}

function filtersOf(agreementId: string, rows: readonly GridRow[], { vis, soeg, pr }: GridQuery) {
  const entry = (value: GridQuery['vis'], text: string, count: number) => ({
    text: `${text} ${count}`,
    href: gridHref(agreementId, { vis: value, soeg, pr }),
    isThis: vis === value,
    isEmpty: count === 0,
  });
  const shown = SHOWN.map((one) => ({
    ...one,
    count: rows.filter(({ status }) => status === one.status).length,
  }));
  return [
    entry(undefined, 'Alle', rows.length),
    ...shown
      .filter(({ value, isQuiet, count }) => !isQuiet || count > 0 || value === vis)
      .map(({ value, text, count }) => entry(value, text, count)),
  ];
}

/** "15 underskrevet, 83 mangler. Senest opgjort 20.11.2025." */
function countedWords(tally: Tally | undefined): string {
  if (!tally) return 'Ikke opgjort endnu.';
  const { status, notCounted, countedOn } = tally;
  const parts: [number, string][] = [
    [status.missing, 'mangler'],
    [status['in-progress'], 'under behandling'],
    [status.claimed, 'meldt af kommunen'],
    [status['not-relevant'], 'ikke relevant'],
    [notCounted, 'ikke opgjort'],
  ];
  const rest = parts.filter(([count]) => count > 0).map(([count, words]) => `, ${count} ${words}`);
  const day = countedOn ? ` Senest opgjort ${dayInTable(countedOn)}.` : '';
  return `${status.signed} underskrevet${rest.join('')}.${day}`;
}

function bulkFields(typed: Typed, faults: readonly Fault[], lastUsed: string, today: string) {
  return {
    date: fieldOf('dato', typed, faults, lastUsed || dayInTable(today)),
    signedOn: fieldOf('underskrevet', typed, faults, ''),
    note: fieldOf('bemaerkning', typed, faults, ''),
  };
}

/** A correction belongs to the day that was counted: it is no new count. */
function rowForm(row: GridRow, today: string, typed: Typed, faults: readonly Fault[]) {
  const status = typed.status ?? SETTABLE.find((one) => one.status === row.status)?.value ?? '';
  return {
    statuses: SETTABLE.map((one) => ({
      value: one.value,
      word: statusWord(one.status),
      isSelected: one.value === status,
    })),
    /** A municipality's own word is confirmed or set to something else, not set by staff. */
    hasNoStatus: status === '',
    date: fieldOf('dato', typed, faults, dayInTable(row.countedOn ?? today)),
    signedOn: fieldOf('underskrevet', typed, faults, row.signedOn ? dayInTable(row.signedOn) : ''),
    note: fieldOf('bemaerkning', typed, faults, row.note ?? ''),
  };
}

function fieldOf(name: string, typed: Typed, faults: readonly Fault[], standing: string) {
  const value = typed[name];
  return {
    value: typeof value === 'string' ? value : standing,
    fault: faults.find(({ field }) => field === name)?.text ?? '',
  };
}
