/** A municipality's page as its own people and KOMBIT see it: what is open, what is answered, what is not for them. */
import type { FastifyRequest } from 'fastify';
import { firstOf, type OwnMatter, ownMatter } from '#src/core/answers/queries.ts';
import {
  CONTACT_ROLE_WORDS,
  contactInWords,
  listContactsOf,
  type MunicipalContact,
} from '#src/core/municipal-contacts/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { isFilled, missingRolesOf } from '#src/features/contacts/index.ts';
import { type QuestionView, questionViews } from '#src/overviews/answers/index.ts';
import { type ChangesPanel, changesPanel } from '#src/overviews/changes/index.ts';
import {
  collisions,
  collisionView,
  concerns,
  type Deadline,
  isOpen,
  isSettled,
  isToDo,
  ownDeadlines,
  rowOf,
} from '#src/overviews/deadlines/index.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import { mayAnswer } from '#src/web/own-municipality.ts';
import { answerHref, buttonOf, pressedValue, saidInWords } from '#src/web/own-status.ts';
import type { FilterForm, SourceChip } from '#src/web/parts.ts';
import { commonSource } from './common-source.ts';
import { byTime, nextDateWords } from './rules.ts';
import { type SeatsView, seatsView } from './seats.ts';

/** One ask of the list. */
export interface OwnRow {
  row: DeadlineRow;
  /** All of its own, for a file. */
  sources: SourceChip[];
  /** Null where there is none. */
  button: ReturnType<typeof buttonOf>;
  /** "17 task/rolle-4": what the button sends. */
  pressed: string;
  moreHref: string;
  /** Who has it: "Sune (Systemansvarlig, SAPA)"; '' for nobody. */
  holder: string;
  /** "Løst 24. november 2025. Bemærkning." */
  said: string;
}

export interface OwnGroup {
  id: string;
  heading: string;
  rows: OwnRow[];
}

export interface OwnPage {
  name: string;
  shortName: string;
  slug: string;
  kicker: string;
  action: string;
  mayAnswer: boolean;
  /** Its own people look at it; otherwise KOMBIT does. */
  isTheirs: boolean;
  /** Why the last answer to a question was not saved; '' for no reason. */
  conflict: string;
  questions: { open: QuestionView[]; answered: QuestionView[]; revision: number };
  collisions: ReturnType<typeof collisionView>[];
  filter: FilterForm | null;
  openCount: number;
  /** What to say where nothing is open. */
  calm: { title: string; text: string };
  /** The source of the rows that show none of their own: said once for the whole page. */
  chips: SourceChip[];
  /** The first stands open, the others are folded. */
  open: OwnGroup[];
  closed: OwnGroup[];
  contacts: string[];
  /** "Programleder, Jurist eller DPO"; '' where somebody has each. */
  missingRoles: string;
  seats: SeatsView;
  changes: ChangesPanel | null;
  calendarHref: string;
  links: { href: string; text: string }[];
}

export function ownPage(request: FastifyRequest, municipality: Municipality): OwnPage {
  const { reading } = request;
  const { id: code, slug, name, officialName, kkr } = municipality;
  const { db } = reading;
  const all = ownDeadlines(reading, code);
  const own = ownMatter(db, code);
  const contacts = listContactsOf(db, code);
  const names = solutionNames(db);
  const asked = all.filter((one) => !one.informationOnly);
  const common = commonSource(asked);
  const rows = rowMaker(request, municipality, own, contacts, common);
  const concerning = asked.filter((one) => concerns(one, code));
  const chosen = readHolder(request, contacts);
  const isShown = (one: Deadline) => chosen === null || holderId(own, contacts, one) === chosen;
  const open = concerning.filter((one) => isToDo(one) && isOpen(one, code) && isShown(one));
  const { ahead, passed, undated } = byTime(open);
  const unsent = concerning.filter((one) => one.notYetSent && !isSettled(one, code) && isShown(one));
  const isTheirs = request.principal?.municipalityId === code;
  const questions = questionViews(db, setsOf(all), own);
  return {
    name: officialName,
    shortName: name,
    slug,
    kicker: `Kommunenr. ${code} · ${kkr}`,
    action: `/kommuner/${slug}`,
    mayAnswer: mayAnswer(request, code),
    isTheirs,
    conflict: 'imens' in (request.query as object) ? ANSWERED_MEANWHILE : '',
    questions: {
      open: questions.filter((one) => one.chosen === null),
      answered: questions.filter((one) => one.chosen !== null),
      revision: own.setsRevision,
    },
    collisions: collisions(open).map((one) => collisionView(one, names)),
    filter: own.assignments.size > 0 ? holderFilter(slug, chosen, contacts, own, request) : null,
    openCount: open.length,
    calm: calmOf(all, municipality, chosen),
    chips: common ? [common] : [],
    open: [
      group('forude', 'Frist forude', ahead.map(rows)),
      group('passeret', 'Frist passeret', passed.map(rows)),
      group('uden-frist', 'Uden frist', undated.map(rows)),
      group('ikke-udsendt', 'Ikke udsendt ifølge materialet', unsent.map(rows)),
    ].filter((one) => one.rows.length > 0),
    closed: [
      group('loest', 'Løst eller underskrevet', concerning.filter((one) => isDone(one, code)).map(rows)),
      group(
        'ikke-relevant',
        isTheirs ? 'Gælder ikke jer' : 'Gælder ikke kommunen',
        asked.filter((one) => !concerns(one, code) || one.statusOf(code) === 'not-relevant').map(rows),
      ),
    ].filter((one) => one.rows.length > 0),
    contacts: contacts
      .filter((one) => one.role !== 'other' && isFilled(one))
      .map((one) => contactInWords(db, one)),
    missingRoles: missingRolesOf(contacts)
      .map((role) => CONTACT_ROLE_WORDS[role])
      .join(', '),
    seats: seatsView(all, municipality, reading),
    changes: changesPanel(reading, code),
    calendarHref: `/kommuner/${slug}/kalender.ics`,
    links: [
      { href: `/frister?kommune=${slug}`, text: `Alle frister for ${name}` },
      { href: `/kommuner/${slug}/kontakter`, text: 'Kontakter' },
    ],
  };
}

/** Somebody may have no ask while the municipality has many. */
function calmOf(all: readonly Deadline[], { id, name }: Municipality, chosen: string | null) {
  if (chosen !== null) return { title: 'Ingen åbne opgaver her', text: '' };
  return { title: `${name} har ingen åbne opgaver`, text: nextDateWords(all, id) };
}

const ANSWERED_MEANWHILE =
  'En kollega svarede, mens siden var åben, og jeres svar er ikke gemt. Under »Det bruger I« står, hvad der gælder nu.';

function rowMaker(
  request: FastifyRequest,
  { id: code, slug }: Municipality,
  own: OwnMatter,
  contacts: readonly MunicipalContact[],
  common: SourceChip | null,
) {
  const names = solutionNames(request.reading.db);
  const may = mayAnswer(request, code);
  const { db, today } = request.reading;
  const holders = new Map(contacts.map((one) => [one.id, contactInWords(db, one)]));
  return (ask: Deadline): OwnRow => {
    const answer = firstOf(own.answers, ask.keys);
    const row = rowOf(ask, today, code, names);
    return {
      row: withoutSource(row, common),
      sources: row.sources,
      button:
        may && concerns(ask, code)
          ? buttonOf(ask.statusOf(code), answer, ask.kinds.includes('agreement'))
          : null,
      pressed: pressedValue(own.revisionOf(ask.keys), ask.key),
      moreHref: answerHref(slug, ask.key),
      holder: holders.get(firstOf(own.assignments, ask.keys) ?? '') ?? '',
      said: saidInWords(ask.statusOf(code), answer, ask.kinds.includes('agreement')),
    };
  };
}

function withoutSource(row: DeadlineRow, common: SourceChip | null): DeadlineRow {
  const [only, ...more] = row.sources;
  return more.length === 0 && only?.href === common?.href ? { ...row, sources: [] } : row;
}

function isDone(ask: Deadline, code: string): boolean {
  return isSettled(ask, code) && ask.statusOf(code) !== 'not-relevant';
}

function group(id: string, heading: string, rows: OwnRow[]): OwnGroup {
  return { id, heading, rows };
}

/** Sets that somebody is asked about now. */
function setsOf(deadlines: readonly Deadline[]): ReadonlySet<string> {
  return new Set(deadlines.flatMap(({ appliesToId }) => appliesToId ?? []));
}

const NOBODY = 'ingen';

/** `?hvem=`: the contact whose asks are shown, `ingen` for those nobody has, null for all. */
function readHolder({ query }: FastifyRequest, contacts: readonly MunicipalContact[]): string | null {
  const { hvem } = query as Record<string, unknown>;
  if (hvem === NOBODY) return NOBODY;
  return contacts.find(({ id }) => id === hvem)?.id ?? null;
}

function holderId(own: OwnMatter, contacts: readonly MunicipalContact[], { keys }: Deadline): string {
  const id = firstOf(own.assignments, keys);
  return contacts.some((one) => one.id === id) ? (id ?? NOBODY) : NOBODY;
}

function holderFilter(
  slug: string,
  chosen: string | null,
  contacts: readonly MunicipalContact[],
  own: OwnMatter,
  { reading }: FastifyRequest,
): FilterForm {
  const having = new Set(own.assignments.values());
  const options = [
    { value: '', text: 'Alle' },
    ...contacts
      .filter(({ id }) => having.has(id))
      .map((one) => ({ value: one.id, text: contactInWords(reading.db, one) })),
    { value: NOBODY, text: 'Ikke fordelt' },
  ];
  return {
    action: `/kommuner/${slug}`,
    label: 'Vis opgaver hos',
    fields: [
      {
        id: 'hvem',
        label: 'Hvem har opgaven',
        options: options.map((one) => ({ ...one, isSelected: one.value === (chosen ?? '') })),
      },
    ],
    keep: reading.isPast ? [{ name: 'stand', value: reading.today }] : [],
    submit: 'Vis',
    resetHref: chosen === null ? null : `/kommuner/${slug}`,
    isBare: true,
  };
}
