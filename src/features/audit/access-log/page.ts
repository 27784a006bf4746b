import { actorName } from '#src/core/access/accounts.ts';
import { ACCESS_EVENTS } from '#src/core/access-log/events.ts';
import {
  type AccessLogRow,
  listAccessEntries,
  listAccessPeople,
  sampleAccessEntries,
} from '#src/core/access-log/queries.ts';
import type { Db } from '#src/db/client.ts';
import { addMonths, copenhagenDay, startOfDay } from '#src/shared/calendar-day.ts';
import { dayInTable, monthName } from '#src/shared/danish-calendar.ts';
import { compareDanish, plural } from '#src/shared/danish-text.ts';
import type { FilterForm, Paging, SelectField } from '#src/web/parts.ts';
import { ACCESS_LOG_PATH } from './address.ts';
import { alarms } from './alarms.ts';
import { type AccessQuery, OUTCOME_OF } from './forms.ts';
import { accessRow, OUTCOME_BADGES } from './rows.ts';

const DAY = 'dd.mm.åååå';
const SHOWN = 100;
/** Entries that are looked at by chance each month. */
const SAMPLED = 10;

/** `/redaktion/adgangslog`. The newest 100 entries, those below the one that the address names, or a month's sample. */
export function accessLogPage(db: Db, now: Date, asked: AccessQuery) {
  const found = entriesOf(db, asked, SHOWN + 1);
  const shown = found.slice(0, SHOWN);
  const query = new URLSearchParams(asked.chosen).toString();
  const lastMonth = addMonths(copenhagenDay(now), -1).slice(0, 7);
  return {
    alarms: alarms(db, now).map((one) => ({ ...one, href: one.href && `${ACCESS_LOG_PATH}${one.href}` })),
    sample: {
      href: `${ACCESS_LOG_PATH}?stikproeve=${lastMonth}`,
      text: `Stikprøve for ${monthWords(lastMonth)}`,
    },
    heading: asked.sample
      ? `Stikprøve for ${monthWords(asked.sample)}: ${plural(shown.length, 'post', 'poster')}`
      : '',
    filter: filterForm(db, asked),
    rows: shown.map((row) => accessRow(db, row)),
    paging: pagingOf(query, asked.before, found.length > SHOWN ? shown.at(-1)?.seq : undefined),
  };
}

/** What the address asks for, newest first; of a sample the same entries for everybody who asks. */
export function entriesOf(db: Db, { filter, sample, before }: AccessQuery, most: number): AccessLogRow[] {
  if (sample === null) return listAccessEntries(db, filter, { before, most });
  const first = `${sample}-01`;
  const [from, until] = [startOfDay(first), startOfDay(addMonths(first, 1))];
  return sampleAccessEntries(db, from, until, SAMPLED).sort((a, b) => b.seq - a.seq);
}

function filterForm(db: Db, { chosen }: AccessQuery): FilterForm {
  const { fra, til, kode, session, stikproeve } = chosen;
  const people = listAccessPeople(db).map((value) => ({ value, text: actorName(db, value) }));
  const kept = { session, stikproeve };
  return {
    action: ACCESS_LOG_PATH,
    label: 'Filtrér adgangsloggen',
    fields: [
      select(
        'haendelse',
        'Hændelse',
        'Alle hændelser',
        chosen,
        sorted(Object.entries(ACCESS_EVENTS).map(([value, text]) => ({ value, text }))),
      ),
      select('person', 'Person', 'Alle', chosen, sorted(people)),
      select(
        'udfald',
        'Udfald',
        'Alle',
        chosen,
        Object.entries(OUTCOME_OF).map(([value, outcome]) => ({ value, text: OUTCOME_BADGES[outcome].word })),
      ),
    ],
    typed: [
      { id: 'fra', label: 'Fra', value: fra ? dayInTable(fra) : '', example: DAY },
      { id: 'til', label: 'Til', value: til ? dayInTable(til) : '', example: DAY },
      { id: 'kode', label: 'Kode på fejlside', value: kode ?? '', example: '' },
    ],
    keep: Object.entries(kept).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    submit: 'Vis',
    resetHref: Object.keys(chosen).length > 0 ? ACCESS_LOG_PATH : null,
  };
}

interface Option {
  value: string;
  text: string;
}

function select(
  id: string,
  label: string,
  all: string,
  chosen: Record<string, string>,
  options: Option[],
): SelectField {
  const shown = [{ value: '', text: all }, ...options];
  return {
    id,
    label,
    options: shown.map((option) => ({ ...option, isSelected: option.value === (chosen[id] ?? '') })),
  };
}

function sorted(options: Option[]): Option[] {
  return options.sort((a, b) => compareDanish(a.text, b.text));
}

function pagingOf(query: string, before: number | undefined, last: number | undefined): Paging {
  const older = new URLSearchParams(query);
  if (last !== undefined) older.set('foer', String(last));
  return {
    label: 'Nyere og ældre poster',
    previous:
      before === undefined ? null : { href: `${ACCESS_LOG_PATH}${query && `?${query}`}`, text: 'Nyeste' },
    next: last === undefined ? null : { href: `${ACCESS_LOG_PATH}?${older.toString()}`, text: 'Ældre' },
  };
}

/** "oktober 2025" */
function monthWords(month: string): string {
  return `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}
