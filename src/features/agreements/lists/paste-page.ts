import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { SignatureRow } from '#src/features/agreements/signatures-view.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { Fault, Typed } from '#src/web/forms.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import type { PastedNames } from './pasted-names.ts';
import {
  type Decisions,
  decided,
  type ListWords,
  NO_MUNICIPALITY,
  type Proposal,
  statusesOf,
} from './proposal.ts';
import type { SaidInText } from './said-in-text.ts';

const WORDS = { missing: 'Mangler', signed: 'Underskrevet' } as const;

export interface UnsureView {
  name: string;
  text: string;
  likeness: string;
  options: { value: string; text: string; isChosen: boolean }[];
  isOpen: boolean;
  now: StatusBadge | null;
}

/** What the page shows of a text that was read. */
export interface ProposalView {
  heading: string;
  tally: { sure: number; alike: number; toDecide: number };
  consequence: { text: string; names: string } | null;
  notes: string[];
  warnings: string[];
  toDecide: UnsureView[];
  alike: UnsureView[];
  sure: string[];
  others: string[];
  /** "Vis 3 linjer, der ikke er læst som kommuner" */
  othersWords: string;
  sureWords: string;
  button: string;
  /** Saving would change nothing. */
  isSame: boolean;
  canSave: boolean;
}

export interface Read {
  names: PastedNames;
  decisions: Decisions;
  words: ListWords;
  proposal: Proposal;
  said: SaidInText;
  rows: readonly SignatureRow[];
  countedOn: string;
}

export function proposalView(read: Read): ProposalView {
  const { names, proposal, words } = read;
  const unsure = names.unsure.map((_piece, index) => unsureView(read, index));
  const alike = unsure.filter((_view, index) => names.unsure[index]?.proposed !== null);
  const toDecide = unsure.filter((_view, index) => names.unsure[index]?.proposed === null);
  const statuses = statusesOf(words);
  return {
    heading: `Forslag: ${plural(proposal.listed.length, 'kommune', 'kommuner')} på listen`,
    tally: { sure: names.sure.length, alike: alike.length, toDecide: toDecide.length },
    consequence: consequenceOf(read),
    notes: notesOf(proposal),
    warnings: warningsOf(read),
    toDecide,
    alike,
    sure: names.sure.map(({ municipality }) => municipality.name),
    others: names.others,
    othersWords: `Vis ${plural(names.others.length, 'linje', 'linjer')}, der ikke er læst som ${names.others.length === 1 ? 'kommune' : 'kommuner'}`,
    sureWords: `Vis ${plural(names.sure.length, 'præcis linje', 'præcise linjer')}`,
    button: buttonWords(proposal, statuses),
    isSame: stands(read),
    canSave: proposal.listed.length > 0,
  };
}

/** Everything stands already as the list says, of the same day. The same statuses on a later day are a new count. */
function stands({ proposal, rows, countedOn }: Read): boolean {
  const counted = new Map(rows.map(({ municipality, signature }) => [municipality.id, signature?.countedOn]));
  return (
    proposal.changed === 0 &&
    proposal.registrations.every((one) => counted.get(one.municipalityId) === countedOn)
  );
}

/** "Gem 83 som Mangler og 15 som Underskrevet" */
function buttonWords(
  { listed, rest }: Proposal,
  { onList, rest: other }: ReturnType<typeof statusesOf>,
): string {
  const first = `Gem ${listed.length} som ${wordOf(onList)}`;
  return rest.length === 0 ? first : `${first} og ${rest.length} som ${wordOf(other)}`;
}

/** The sentence of the receipt and of the log: "83 kommuner sat til Mangler og 15 til Underskrevet." */
export function receiptWords({ listed, rest }: Proposal, words: ListWords): string {
  const { onList, rest: other } = statusesOf(words);
  const first = `${plural(listed.length, 'kommune', 'kommuner')} sat til ${wordOf(onList)}`;
  return rest.length === 0 ? `${first}.` : `${first} og ${rest.length} til ${wordOf(other)}.`;
}

function consequenceOf({ proposal, words }: Read): ProposalView['consequence'] {
  const { rest } = proposal;
  if (!words.setsRest) return { text: 'Kommuner, der ikke står på listen, ændres ikke.', names: '' };
  if (rest.length === 0) return { text: 'Alle kommuner står på listen.', names: '' };
  const who = rest.length === 1 ? 'Den ene kommune' : `De ${rest.length} kommuner`;
  const status = wordOf(statusesOf(words).rest);
  return {
    text: `Listen viser dem, der ${saysOf(words)}. ${who}, der ikke står på den, bliver sat til ${status}:`,
    names: namesOf(rest),
  };
}

function notesOf({ twice, notRelevant }: Proposal): string[] {
  return [
    ...(twice.length > 0 ? [`Står flere gange og er talt med én gang: ${namesOf(twice)}.`] : []),
    ...(notRelevant.length > 0
      ? [`Aftalen er ikke relevant for ${namesOf(notRelevant)}. Det ændres ikke.`]
      : []),
  ];
}

function warningsOf({ said, words, proposal, countedOn }: Read): string[] {
  const warnings: string[] = [];
  if (said.countedOn !== null && said.countedOn !== countedOn)
    warnings.push(
      `Teksten siger opgjort ${dayInTable(said.countedOn)}, og I har skrevet ${dayInTable(countedOn)}.`,
    );
  const wrong = said.counts.filter(
    (count) => count !== proposal.listed.length && count !== 98 - proposal.listed.length,
  );
  for (const count of wrong) {
    warnings.push(
      `Teksten siger ${count}, men listen har ${plural(proposal.listed.length, 'kommune', 'kommuner')}. Se efter, om nogen mangler eller er læst forkert.`,
    );
  }
  if (said.saysBoth)
    warnings.push(
      'Teksten nævner både dem, der mangler, og dem, der har underskrevet. Indsæt én liste ad gangen.',
    );
  else if (said.listed !== null && said.listed !== words.listed)
    warnings.push(
      `Teksten ser ud til at være en liste over dem, der ${saysOf({ ...words, listed: said.listed })}. I har valgt det modsatte.`,
    );
  return warnings;
}

function unsureView({ names, decisions, rows }: Read, index: number): UnsureView {
  const piece = names.unsure[index];
  const chosen = decided(names, index, decisions) ?? '';
  const near = piece?.near ?? [];
  const nearCodes = new Set(near.map(({ municipality }) => municipality.id));
  const others = rows
    .filter(({ municipality }) => !nearCodes.has(municipality.id))
    .map(({ municipality }) => municipality);
  const option = (value: string, text: string) => ({ value, text, isChosen: value === chosen });
  const row = rows.find(({ municipality }) => municipality.id === chosen);
  return {
    name: `valg-${index}`,
    text: piece?.text ?? '',
    likeness: near[0] ? `${near[0].likeness} %` : 'ingen',
    options: [
      option('', 'Vælg kommune'),
      ...near.map(({ municipality }) => option(municipality.id, municipality.name)),
      option(NO_MUNICIPALITY, 'Ikke en kommune'),
      ...others.map(({ id, name }) => option(id, name)),
    ],
    isOpen: chosen === '',
    now: row ? statusBadge(row.status) : null,
  };
}

function wordOf(status: string): string {
  return status === 'missing' ? WORDS.missing : WORDS.signed;
}

function saysOf({ listed }: ListWords): string {
  return listed === 'missing' ? 'mangler underskrift' : 'har underskrevet';
}

function namesOf(municipalities: readonly Municipality[]): string {
  return municipalities.map(({ name }) => name).join(', ');
}

/** The fields as they stand on the form: typed, or what is likely. */
export function fieldsOf(typed: Typed, faults: readonly Fault[]) {
  const one = (name: string, otherwise = '') => {
    const value = typed[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.text ?? '';
  return {
    text: one('tekst'),
    list: one('liste'),
    countedOn: one('opgjort'),
    rest: one('resten', 'saettes'),
    faults: { text: faultOf('tekst'), list: faultOf('liste'), countedOn: faultOf('opgjort') },
  };
}
