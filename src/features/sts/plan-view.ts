/** The plan of the re-tender as a picture and as the table beside it: both from the same lines. */
import { type FuzzyDate, NO_DATE } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzyDateView, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, Picture } from '#src/web/parts.ts';
import { fadingBar } from '#src/web/pictures/fading-bar.ts';
import { gantt, undatedPhases } from '#src/web/pictures/gantt.ts';
import { drawing, INK } from '#src/web/pictures/svg.ts';
import { isDue, milestoneKind, type PlanItem, type PlanLine } from './rules.ts';

export interface PlanRow {
  /** Anchor: a source or a search leads here. */
  id: string;
  title: string;
  /** Null: the phase has no date in the material. */
  dates: { start: PlanEnd; end: PlanEnd } | null;
  certainty: string;
}

/** One end of a phase. */
export interface PlanEnd {
  /** Anchor of the milestone; '' when the end has none. */
  id: string;
  date: FuzzyDateView;
  /** What happens then: "Udbuddet er offentliggjort". */
  event: string;
  /** When the expected time has come: that the material does not tell how it went. */
  note: string;
}

export function planRows(lines: readonly PlanLine[], today: string): PlanRow[] {
  return lines.map((line) => ({
    id: line.phase ? `fase-${line.phase.id}` : '',
    title: line.title,
    dates: isDated(line)
      ? { start: endOf(line.start, line.startedBy, today), end: endOf(line.end, line.endedBy, today) }
      : null,
    certainty: certaintyOf(line),
  }));
}

/** Null when nothing of the plan has a date. Phases without a date are named under the picture and never drawn. */
export function planPicture(lines: readonly PlanLine[], today: string): Picture | null {
  const phases = lines.map((line) => ({
    title: line.title,
    start: line.start,
    end: line.end,
    words: planWords(line),
  }));
  const svg = gantt(phases, today, 'Foreløbig tidsplan');
  if (!svg) return null;
  const undated = undatedPhases(phases).map(({ title }) => title);
  return {
    svg,
    narrowSvg: '',
    key: [
      { svg: keyBar(22), text: 'Dato i materialet' },
      { svg: keyBar(4), text: 'Toner ud: tidspunktet er usikkert' },
    ],
    caption: undated.length > 0 ? `Ingen dato i materialet, derfor ikke tegnet: ${undated.join(' · ')}.` : '',
  };
}

/** "Offentliggjort 10. oktober 2025. Kontrakt ventes ”før sommerferien 2026”." */
export function planWords({ start, end, startedBy, endedBy }: PlanLine): string {
  const said = (date: FuzzyDate) => (date.precision === 'day' ? wordsOf(date, 'text') : `”${date.raw}”`);
  return [
    start
      ? `${startedBy && milestoneKind(startedBy.title) === 'published' ? 'Offentliggjort' : 'Fra'} ${said(start)}.`
      : '',
    end ? `${endedBy ? 'Kontrakt ventes' : 'Til'} ${said(end)}.` : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}

export function isDated({ start, end }: Pick<PlanLine, 'start' | 'end'>): boolean {
  return start !== null || end !== null;
}

function endOf(date: FuzzyDate | null, milestone: PlanItem | null, today: string): PlanEnd {
  const kind = milestone ? milestoneKind(milestone.title) : 'other';
  return {
    id: milestone?.id ?? '',
    // The picture above shows where the time lies; a bar in each cell would say it again.
    date: { ...fuzzyDateView(date ?? NO_DATE, 'table'), bar: '' },
    event: { published: 'Udbuddet er offentliggjort', contract: 'Forventet kontrakt', other: '' }[kind],
    note:
      date && kind === 'contract' && isDue(date, today)
        ? 'Tidspunktet er nået. Materialet siger ikke, om kontrakten er indgået.'
        : '',
  };
}

function certaintyOf({ start, end }: PlanLine): string {
  if (!start && !end) return 'Ingen dato i materialet';
  const sure = (date: FuzzyDate | null) => {
    if (!date) return 'ikke oplyst';
    return date.precision === 'day' ? 'sikker' : 'usikker';
  };
  return `Start ${sure(start)}, slut ${sure(end)}`;
}

function keyBar(solidRight: number): string {
  const bar = fadingBar({ left: 0, solidLeft: 0, solidRight, right: 22, y: 3, height: 10, fill: INK.accent });
  return drawing({ width: 22, height: 16 }, '', {}, bar);
}
