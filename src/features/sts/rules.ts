import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

/** The solution that the re-tender is about. */
export const STS_SOLUTION = 'fki-sts';

/** What a milestone tells of its tender. */
export type MilestoneKind = 'published' | 'contract' | 'other';

export function milestoneKind(title: string): MilestoneKind {
  if (isPublished(title)) return 'published';
  return /kontraktindgåelse/i.test(title) ? 'contract' : 'other';
}

/** A milestone that tells of a tender notice already published holds from that day, not from the meeting. */
export function isPublished(title: string): boolean {
  return /offentliggjort/i.test(title);
}

/**
 * What a phase or a milestone is about, so that the milestones of a tender find its bar: "Udbud: Fælles Driftsplatform",
 * "Udbud af Fælles Driftsplatform er offentliggjort" and "Fælles Driftsplatform: forventet kontraktindgåelse" are about
 * "Fælles Driftsplatform".
 */
export function tenderOf(title: string): string {
  return title
    .replace(/^udbud(:| af)\s+/i, '')
    .replace(/\s+er offentliggjort.*$/i, '')
    .replace(/:\s+forventet.*$/i, '')
    .trim();
}

/** A phase or a milestone. */
export interface PlanItem {
  id: string;
  title: string;
  date: FuzzyDate;
}

/** A line of the plan: a phase with the milestones that begin and end it. */
export interface PlanLine {
  title: string;
  /** Null when no phase names what the milestones tell of. */
  phase: PlanItem | null;
  /** Null: the material does not tell. */
  start: FuzzyDate | null;
  end: FuzzyDate | null;
  startedBy: PlanItem | null;
  endedBy: PlanItem | null;
}

/**
 * The plan: dated lines by their start, then the undated ones in the order they were read. A phase without a date gets
 * its ends from the milestones about the same tender, and from nothing else.
 */
export function planOf(phases: readonly PlanItem[], milestones: readonly PlanItem[]): PlanLine[] {
  const named = new Set(phases.map(({ title }) => same(tenderOf(title))));
  const rest = milestones.filter(({ title }) => !named.has(same(tenderOf(title))));
  const titles = new Set(
    rest.map(({ title }) => (milestoneKind(title) === 'other' ? title : `Udbud: ${tenderOf(title)}`)),
  );
  const lines = [
    ...phases.map((phase) => lineOf(phase.title, phase, milestones)),
    ...[...titles].map((title) => lineOf(title, null, rest)),
  ];
  const day = ({ start, end }: PlanLine) => firstDay(start) ?? firstDay(end) ?? '9999';
  return lines.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** True when something was expected by now. Whether it has happened is for newer material to tell. */
export function isDue(date: FuzzyDate, today: string): boolean {
  if (date.precision === 'after') return date.from !== null && date.from <= today;
  return date.to !== null && date.to < today;
}

const LAYERS = ['Applikation', 'Middleware', 'Infrastruktur'];

/** One row of the transition: what stands about a layer in each step; '' where nothing was read. */
export interface LayerRow {
  layer: string;
  cells: string[];
}

/** Layers by steps. A cell belongs to the layer it names; cells that name none are kept in a row of their own. */
export function layerRows(steps: readonly { cells: string[] }[]): LayerRow[] {
  const layerOf = (cell: string) => LAYERS.find((layer) => same(cell).includes(same(layer)));
  const row = (layer: string, belongs: (cell: string) => boolean) => ({
    layer,
    cells: steps.map(({ cells }) => cells.filter(belongs).join(', ')),
  });
  return [
    ...LAYERS.map((layer) => row(layer, (cell) => layerOf(cell) === layer)),
    row('Andet i figuren', (cell) => layerOf(cell) === undefined),
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function lineOf(title: string, phase: PlanItem | null, milestones: readonly PlanItem[]): PlanLine {
  const own = milestones.filter((one) => same(tenderOf(one.title)) === same(tenderOf(title)));
  const startedBy = own.find((one) => milestoneKind(one.title) !== 'contract') ?? null;
  const endedBy = own.find((one) => milestoneKind(one.title) === 'contract') ?? null;
  const said = phase ? edgesOf(phase.date) : { start: null, end: null };
  const start = said.start ?? startedBy?.date ?? null;
  const end = said.end ?? endedBy?.date ?? null;
  return { title, phase, start, end, startedBy, endedBy };
}

/** A range has two sharp ends; any other date tells when a phase begins and not how long it lasts. */
function edgesOf(date: FuzzyDate): { start: FuzzyDate | null; end: FuzzyDate | null } {
  if (date.from === null && date.to === null) return { start: null, end: null };
  if (date.precision !== 'range') return { start: date, end: null };
  const day = (iso: string | null): FuzzyDate => ({ ...date, from: iso, to: iso, precision: 'day' });
  return { start: day(date.from), end: day(date.to) };
}

function firstDay(date: FuzzyDate | null): string | null {
  return date?.from ?? date?.to ?? null;
}

function same(words: string): string {
  return words.toLocaleLowerCase('da');
}
