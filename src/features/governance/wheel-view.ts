/** The year of the agreement: what is placed is drawn, the rest stands in a list. */
import { monthName } from '#src/shared/danish-calendar.ts';
import type { Picture, SourceChip } from '#src/web/parts.ts';
import { annualWheel, unplacedEntries, type WheelEntry } from '#src/web/pictures/annual-wheel.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import type { WheelRow } from './queries.ts';
import { levelName, RINGS } from './rules.ts';

export interface WheelView {
  heading: string;
  isDraft: boolean;
  picture: Picture;
  /** Drawn, with the number that stands in the wheel. */
  placed: { id: string; number: number; activity: string; level: string; months: string }[];
  /** Not drawn; `known` is what the material does tell: "Fagråd, måned ikke oplyst", ''. */
  unplaced: { id: string; activity: string; known: string }[];
  sources: SourceChip[];
}

/** Null on a day when nothing of the wheel is known. */
export function wheelView(rows: readonly WheelRow[], today: string): WheelView | null {
  if (rows.length === 0) return null;
  const entries = rows.map(entryOf);
  const unplaced = unplacedEntries(entries, RINGS);
  const isDraft = rows.some(({ draft }) => draft);
  const caption = isDraft ? 'Udkast' : '';
  return {
    heading: isDraft ? 'Årshjul (udkast)' : 'Årshjul',
    isDraft,
    picture: { svg: annualWheel(entries, RINGS, today, caption), narrowSvg: '', key: [], caption: '' },
    placed: entries
      .filter((entry) => !unplaced.includes(entry))
      .map(({ id, number, activity, level, months }) => ({
        id,
        number,
        activity,
        level: level ?? '',
        months: monthWords(months),
      })),
    unplaced: unplaced.map(({ id, activity, level, months }) => ({
      id,
      activity,
      known: knownWords(level, months),
    })),
    sources: chipsOf(...rows),
  };
}

/** "Niveau og måned er ikke oplyst"; what is known of an entry's place, as words. */
export function placeWords(row: WheelRow): string {
  const { level, months } = entryOf(row, 0);
  if (level && months) return `${level}, ${monthWords(months)}`;
  return knownWords(level, months) || 'Placering ikke oplyst';
}

function entryOf(row: WheelRow, index: number): WheelEntry & { id: string } {
  const { id, activity, level, fromMonth, toMonth } = row;
  return {
    id,
    number: index + 1,
    activity,
    level: levelName(level),
    months: fromMonth === null ? null : [fromMonth, toMonth ?? fromMonth],
  };
}

function knownWords(level: string | null, months: [number, number] | null): string {
  if (level) return `${level}, måned ikke oplyst`;
  return months ? `${monthWords(months)}, niveau ikke oplyst` : '';
}

function monthWords(months: [number, number] | null): string {
  if (!months) return '';
  const [from, to] = months;
  return from === to ? monthName(from) : `${monthName(from)}–${monthName(to)}`;
}
