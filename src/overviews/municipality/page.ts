import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { SourceRef } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { signatureSummary } from '#src/features/agreements/index.ts';
import { type ChangesPanel, changesPanel } from '#src/overviews/changes/index.ts';
import { concerns, type Deadline, rowOf } from '#src/overviews/deadlines/index.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import type { Fact, SourceChip } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type AgreementGroup, agreementGroups, type CountedView, countedView } from './agreements.ts';
import { commonSource } from './common-source.ts';
import { kkrSlug } from './forms.ts';
import { byTime, kkrName, nextDateWords, openAsks, sizeWords } from './rules.ts';
import { type SeatsView, seatsView } from './seats.ts';

export interface MunicipalityPage {
  name: string;
  shortName: string;
  kicker: string;
  /** It is the municipality that the reader has chosen. */
  isOwn: boolean;
  slug: string;
  rememberHref: string;
  printHref: string;
  /** What is counted and what is not: the one place where the page says so. */
  counted: CountedView;
  asks: AskList;
  agreements: { count: number; groups: AgreementGroup[]; elsewhere: string; chips: SourceChip[] };
  seats: SeatsView;
  calendarHref: string;
  changes: ChangesPanel | null;
  facts: Fact[];
  links: { href: string; text: string }[];
}

/** The open asks: what lies ahead stands open, the rest is folded. */
interface AskList {
  count: number;
  /** Where there is none: when the next date is; '' without one. */
  calm: string;
  rows: DeadlineRow[];
  folded: { summary: string; rows: DeadlineRow[] }[];
  /** The source of the rows that show none of their own: said once for the whole list. */
  chips: SourceChip[];
  /** All of them with their own sources, in the order of the page: what a file holds. */
  groups: { heading: string; rows: DeadlineRow[] }[];
}

export function municipalityPage(
  deadlines: readonly Deadline[],
  municipality: Municipality,
  ownCode: string | null,
  reading: RequestReading,
): MunicipalityPage {
  const own = deadlines.filter((one) => concerns(one, municipality.id));
  const asks = openAsks(own, municipality.id).filter((one) => one.kind !== 'agreement');
  const agreements = own.filter((one) => one.kind === 'agreement');
  const asTask = own.filter((one) => one.kind !== 'agreement' && one.kinds.includes('agreement'));
  const { slug, name } = municipality;
  return {
    name: municipality.officialName,
    shortName: name,
    kicker: `Kommunenr. ${municipality.id} · ${municipality.kkr}`,
    isOwn: municipality.id === ownCode,
    slug,
    rememberHref: `/?kommune=${slug}`,
    printHref: `/kommuner/${slug}/udskrift`,
    counted: countedView(own, municipality.id, reading.today),
    asks: askList(asks, municipality.id, reading, nextDateWords(deadlines, municipality.id)),
    agreements: {
      count: agreements.length,
      groups: agreementGroups(agreements, municipality.id, reading),
      elsewhere:
        asTask.length === 0
          ? ''
          : `${plural(asTask.length, 'aftale', 'aftaler')} mere står under opgaver, fordi der også er en KLIK-opgave om at underskrive.`,
      chips: chipsOf(...agreements.flatMap((one) => one.sources), ...countSources(agreements, reading)),
    },
    seats: seatsView(deadlines, municipality, reading),
    calendarHref: `/kommuner/${slug}/kalender.ics`,
    changes: changesPanel(reading, municipality.id),
    facts: facts(municipality),
    links: [
      { href: `/frister?kommune=${slug}`, text: `Alle frister for ${name}` },
      { href: `/frister?kommune=${slug}&type=arrangement`, text: 'Arrangementer' },
      { href: `/kommuner?kkr=${kkrSlug(municipality.kkr)}`, text: `Kommuner i ${municipality.kkr}` },
    ],
  };
}

/** The slides that tell who has signed. */
function countSources(agreements: readonly Deadline[], reading: RequestReading): SourceRef[] {
  return signatureSummary(reading)
    .filter((one) => agreements.some(({ href }) => href === one.href))
    .flatMap((one) => one.sources);
}

/** Where nothing lies ahead, what is passed stands open: a page whose lists are all closed says nothing. */
function askList(asks: readonly Deadline[], code: string, reading: RequestReading, calm: string): AskList {
  const names = solutionNames(reading.db);
  const common = commonSource(asks);
  const rowWithSources = (one: Deadline) => rowOf(one, reading.today, code, names);
  const rows = (own: readonly Deadline[]) =>
    own.map((one) => {
      const row = rowWithSources(one);
      const [only, ...more] = row.sources;
      return more.length === 0 && only?.href === common?.href ? { ...row, sources: [] } : row;
    });
  const { ahead, passed, undated } = byTime(asks);
  const isQuiet = ahead.length === 0;
  return {
    count: asks.length,
    calm,
    rows: rows(isQuiet ? passed : ahead),
    folded: [
      {
        summary: `Vis ${plural(passed.length, 'opgave', 'opgaver')} med passeret frist`,
        rows: isQuiet ? [] : rows(passed),
      },
      { summary: `Vis ${plural(undated.length, 'opgave', 'opgaver')} uden frist`, rows: rows(undated) },
    ].filter((one) => one.rows.length > 0),
    chips: common ? [common] : [],
    groups: [
      { heading: 'Frist forude', own: ahead },
      { heading: 'Frist passeret', own: passed },
      { heading: 'Uden frist', own: undated },
    ].map(({ heading, own }) => ({ heading, rows: own.map(rowWithSources) })),
  };
}

function facts(one: Municipality): Fact[] {
  const lines: [string, string][] = [
    ['Kommunenr.', one.id],
    ['CVR-nr.', one.cvr],
    ['KKR', kkrName(one.kkr)],
    ['Region', one.region],
    ...(one.regionFrom2027 === one.region
      ? []
      : [['Region fra 2027', one.regionFrom2027] as [string, string]]),
    ['Størrelse', `${sizeWords(one.sizeClass)} (tal fra ca. ${one.populationYear})`],
  ];
  return lines.map(([term, text]) => ({ term, text, href: '', raw: '' }));
}
