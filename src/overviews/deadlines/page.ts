import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { DeadlineTable } from '#src/web/list-parts.ts';
import type { EmptyState, FilterForm, SelectField } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import type { Deadline } from './compose.ts';
import { lacksMunicipality } from './filter.ts';
import { type DeadlineFilter, filterQuery, KIND_OF, STATUS_FILTERS, type StatusFilter } from './forms.ts';
import { groupViews, KIND_WORD, type OpenRows } from './rows.ts';

export interface DeadlinesPage {
  filter: FilterForm;
  /** "35 frister for Odense Kommune" */
  count: string;
  calendarHref: string;
  /** How many rows have no day and are not in the calendar; '' for none. */
  undated: string;
  /** Said once for the whole list; '' when there is nothing to say. */
  statusNote: string;
  table: DeadlineTable | null;
  empty: EmptyState | null;
}

/** Enough for the weeks ahead; on a phone all rows at once would be a dozen screens. */
const OPEN_ROWS: OpenRows = { passed: 4, later: 20, undated: 3 };

export function deadlinesPage(
  deadlines: readonly Deadline[],
  filter: DeadlineFilter,
  reading: RequestReading,
): DeadlinesPage {
  const { municipality } = filter;
  const hasRows = deadlines.length > 0;
  const undated = deadlines.filter((one) => one.group === 'undated').length;
  return {
    filter: filterForm(filter, reading),
    count: countWords(deadlines.length, filter),
    calendarHref: `/frister.ics${filterQuery(filter)}`,
    undated: undated === 0 ? '' : `${undated} uden dato er ikke med i kalenderen.`,
    statusNote:
      hasRows && municipality && deadlines.some((one) => one.statusOf(municipality.id) === 'not-counted')
        ? 'Hvor der ikke står en status, har KOMBIT ikke opgjort status pr. kommune.'
        : '',
    table: hasRows
      ? {
          caption: 'Frister, den nærmeste først i hver gruppe',
          municipality: municipality?.name ?? null,
          groups: groupViews(deadlines, reading, municipality?.id ?? null, OPEN_ROWS),
        }
      : null,
    empty: hasRows ? null : emptyState(filter),
  };
}

const KIND_OPTION: Record<keyof typeof KIND_OF, string> = {
  klik: 'KLIK-opgaver',
  aftale: 'Aftaler',
  arrangement: 'Arrangementer',
  milepael: 'Milepæle',
  raad: 'Råd i K98',
  opgave: 'Andre opgaver',
};

const STATUS_OPTION: Record<StatusFilter, string> = {
  aaben: 'Åbne og ikke opgjorte',
  alle: 'Alle',
  mangler: 'Mangler',
  underskrevet: 'Underskrevet eller løst',
  meldt: 'Meldt af kommunen',
  'ikke-opgjort': 'Ikke opgjort',
};

function filterForm(filter: DeadlineFilter, reading: RequestReading): FilterForm {
  const keep = [
    ['fra', filter.from],
    ['til', filter.to],
    ['stand', reading.isPast ? reading.today : null],
  ] as const;
  return {
    action: '/frister',
    label: 'Filtrér frister',
    fields: [
      select('kommune', 'Kommune', 'Alle kommuner', filter.municipality?.slug, [
        ...listMunicipalities(reading.db).map((one) => ({ value: one.slug, text: one.name })),
      ]),
      select('type', 'Type', 'Alle typer', kindWord(filter), options(KIND_OPTION)),
      select('loesning', 'Løsning', 'Alle løsninger', filter.solution?.id, [
        ...listSolutions(reading.db).map((one) => ({ value: one.id, text: one.name })),
      ]),
      statusField(filter),
    ],
    keep: keep.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    submit: 'Vis frister',
    resetHref: isChosen(filter) ? '/frister?kommune=' : null,
  };
}

/** Only a municipality has a status of its own, so the rest of the words come with one. */
function statusField(filter: DeadlineFilter): SelectField {
  const words = STATUS_FILTERS.filter(
    (word) => filter.municipality !== null || word === 'aaben' || word === 'alle' || word === filter.status,
  );
  return {
    id: 'status',
    label: 'Status',
    options: words.map((value) => ({
      value,
      text: STATUS_OPTION[value],
      isSelected: value === filter.status,
    })),
  };
}

function select(
  id: string,
  label: string,
  all: string,
  chosen: string | undefined,
  choices: { value: string; text: string }[],
): SelectField {
  return {
    id,
    label,
    options: [{ value: '', text: all }, ...choices].map((choice) => ({
      ...choice,
      isSelected: choice.value === (chosen ?? ''),
    })),
  };
}

function options(words: Record<string, string>): { value: string; text: string }[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}

function kindWord({ kind }: DeadlineFilter): keyof typeof KIND_OF | undefined {
  return (Object.keys(KIND_OF) as (keyof typeof KIND_OF)[]).find((word) => KIND_OF[word] === kind);
}

function isChosen(filter: DeadlineFilter): boolean {
  const { municipality, kind, solution, status, from, to } = filter;
  return [municipality, kind, solution, from, to].some((one) => one !== null) || status !== 'aaben';
}

function countWords(count: number, filter: DeadlineFilter): string {
  return `${plural(count, 'frist', 'frister')}${scopeWords(filter)}`;
}

/** " for Odense Kommune, 1. december 2025 til 15. december 2025" */
function scopeWords({ municipality, from, to }: DeadlineFilter): string {
  const where = municipality ? ` for ${municipality.officialName}` : '';
  if (from && to)
    return `${where}, ${from === to ? dayInSentence(from) : `${dayInSentence(from)} til ${dayInSentence(to)}`}`;
  if (from) return `${where}, fra og med ${dayInSentence(from)}`;
  if (to) return `${where}, til og med ${dayInSentence(to)}`;
  return where;
}

function emptyState(filter: DeadlineFilter): EmptyState {
  const { municipality, kind, solution, status, from, to } = filter;
  if (lacksMunicipality(filter)) {
    return {
      icon: 'location',
      title: 'Vælg en kommune',
      text: `Status »${STATUS_OPTION[status]}« gælder én kommune. Vælg kommunen på listen.`,
      action: { href: '/frister?kommune=', text: 'Vis alle frister' },
    };
  }
  const conditions = [
    kind ? { said: ` med typen ${KIND_WORD[kind]}`, advice: 'en anden type' } : null,
    solution ? { said: ` om ${solution.name}`, advice: 'en anden løsning' } : null,
    status !== 'aaben' && status !== 'alle'
      ? { said: ` med status ${STATUS_OPTION[status]}`, advice: 'en anden status' }
      : null,
    from || to ? { said: ' i perioden', advice: 'en anden periode' } : null,
  ].filter((one) => one !== null);
  const whose = municipality ? ` for ${municipality.name}` : '';
  const slug = municipality?.slug ?? '';
  return {
    icon: 'search',
    title: `Ingen frister${whose}${conditions.map((one) => one.said).join('')}`,
    text: conditions[0]
      ? `Prøv ${conditions[0].advice}, eller se alle frister${whose}.`
      : 'Der er ingen åbne frister den dag, portalen vises.',
    action: {
      href: `/frister?kommune=${slug}&status=alle`,
      text: municipality ? `Vis alle for ${municipality.name}` : 'Vis alle frister',
    },
  };
}
