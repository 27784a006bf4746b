import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { signatureSummary } from '#src/features/agreements/index.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { FilterForm, SourceChip, StatusBadge } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { kkrSlug, listKkr } from './forms.ts';

export interface MunicipalityListPage {
  filter: FilterForm;
  /** "22 kommuner i KKR Syddanmark" */
  count: string;
  /** What the marks stand for, in the order in which they stand at each name. */
  counted: { title: string; href: string; when: string; chips: SourceChip[] }[];
  marks: StatusBadge[];
  names: MarkedName[];
  kkr: { name: string; href: string; count: number; signed: string[] }[];
}

interface MarkedName {
  code: string;
  kkr: string;
  name: string;
  href: string;
  isOwn: boolean;
  /** One for each agreement that KOMBIT has counted. */
  marks: StatusBadge[];
}

export function municipalityListPage(
  deadlines: readonly Deadline[],
  kkr: string | null,
  ownCode: string | null,
  reading: RequestReading,
): MunicipalityListPage {
  const all = listMunicipalities(reading.db);
  const shown = kkr === null ? all : all.filter((one) => one.kkr === kkr);
  const counted = deadlines.filter((one) => one.countedOn !== null);
  const countSources = new Map(signatureSummary(reading).map((one) => [one.href, one.sources]));
  const names = shown.map((one) => ({
    code: one.id,
    kkr: one.kkr,
    name: one.name,
    href: `/kommuner/${one.slug}`,
    isOwn: one.id === ownCode,
    marks: counted.map((deadline) => statusBadge(deadline.statusOf(one.id))),
  }));
  return {
    filter: filterForm(kkr, reading),
    count: `${plural(shown.length, 'kommune', 'kommuner')}${kkr === null ? '' : ` i ${kkr}`}`,
    counted: counted.map(({ title, href, countedOn, sources }) => ({
      title,
      href,
      when: countedOn ? `opgjort ${dayInSentence(countedOn)}` : '',
      chips: chipsOf(...(countSources.get(href) ?? sources)),
    })),
    marks: [...new Set(names.flatMap((one) => one.marks))],
    names,
    kkr: listKkr(reading.db).map((name) => kkrRow(name, all, counted)),
  };
}

function kkrRow(name: string, all: readonly Municipality[], counted: readonly Deadline[]) {
  const own = all.filter((one) => one.kkr === name);
  return {
    name,
    href: `/kommuner?kkr=${kkrSlug(name)}`,
    count: own.length,
    signed: counted.map((deadline) => {
      const signed = own.filter((one) => deadline.statusOf(one.id) === 'signed').length;
      return `${signed} af ${own.length}`;
    }),
  };
}

function filterForm(kkr: string | null, reading: RequestReading): FilterForm {
  return {
    action: '/kommuner',
    label: 'Filtrér kommuner',
    fields: [{ id: 'kkr', label: 'KKR', options: kkrOptions(kkr, reading) }],
    keep: reading.isPast ? [{ name: 'stand', value: reading.today }] : [],
    submit: 'Vis kommuner',
    resetHref: kkr === null ? null : '/kommuner',
  };
}

function kkrOptions(chosen: string | null, { db }: Reading) {
  return [
    { value: '', text: 'Hele landet', isSelected: chosen === null },
    ...listKkr(db).map((one) => ({ value: kkrSlug(one), text: one, isSelected: one === chosen })),
  ];
}
