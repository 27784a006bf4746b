/** The activities of an annual wheel with level and month, where a deck says so: by rows and columns, or by place. */

import { paragraphs } from '#src/core/reading/paragraphs.ts';
import type { Layout, Line, SlideBox, SlideCell, SlideTable } from '#src/core/reading/slide.ts';
import type { Box } from '#src/formats/deck.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { isLevel } from './levels.ts';
import { type MonthSpan, monthsNamed } from './month-names.ts';

export interface PlacedActivity {
  activity: string;
  level: string | null;
  months: MonthSpan | null;
  lines: Line[];
}

export interface PlacedWheel {
  activities: PlacedActivity[];
  /** Lines of months and levels. */
  labels: Line[];
}

const LEAST_MONTHS = 4;
/** Months in a row stand at one height. */
const SAME_HEIGHT = 0.06;

/** Null when the slide has neither a table nor boxes with the months of a year. */
export function placedWheel(layout: Layout): PlacedWheel | null {
  for (const table of layout.tables) {
    const wheel = wheelOfGrid(table.rows) ?? wheelOfGrid(transposed(table));
    if (wheel) return wheel;
  }
  return wheelOfBoxes(layout.boxes);
}

/** Months along the top, levels at the side. */
function wheelOfGrid(rows: readonly (readonly SlideCell[])[]): PlacedWheel | null {
  const at = rows.findIndex((row) => row.filter((cell) => monthsNamed(cell.text)).length >= LEAST_MONTHS);
  const header = rows[at];
  if (!header) return null;
  const months = header.map((cell) => monthsNamed(cell.text));
  const wheel: PlacedWheel = {
    activities: [],
    labels: rows
      .slice(0, at + 1)
      .flat()
      .flatMap((cell) => cell.lines),
  };
  const seen = new Set<SlideCell>();
  for (const row of rows.slice(at + 1)) {
    const sides = row.filter((cell, column) => months[column] === null && cell.text !== '');
    const level = sides[0]?.text ?? null;
    wheel.labels.push(...(sides[0]?.lines ?? []));
    for (const cell of row) {
      if (seen.has(cell) || cell.text === '' || sides.includes(cell)) continue;
      seen.add(cell);
      const columns = row.flatMap((other, column) => (other === cell ? [column] : []));
      const covered = columns.flatMap((column) => months[column] ?? []);
      if (covered.length === 0) continue;
      const span: MonthSpan = [Math.min(...covered), Math.max(...covered)];
      for (const part of paragraphs(cell.lines)) {
        wheel.activities.push({ activity: part.text, level, months: span, lines: [...part.lines] });
      }
    }
  }
  return wheel.activities.length > 0 ? wheel : null;
}

function transposed({ rows }: SlideTable): SlideCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column] ?? []));
}

interface Placed {
  text: string;
  place: Box;
  lines: Line[];
}

/** A box under or over the names of months covers those it reaches; beside the name of a level it belongs to that. */
function wheelOfBoxes(boxes: readonly SlideBox[]): PlacedWheel | null {
  const placed = boxes.flatMap(({ lines, place }): Placed[] =>
    place ? [{ text: joinLines(lines), place, lines }] : [],
  );
  const months = placed.filter((box) => monthsNamed(box.text));
  if (months.length < LEAST_MONTHS * 2) return null;
  const levels = placed.filter((box) => isLevel(box.text));
  const inRow = spread(months.map(({ place }) => middleY(place))) < SAME_HEIGHT;
  const others = placed.filter(
    (box) => !months.includes(box) && !levels.includes(box) && !/^\(?udkast\)?$/i.test(box.text),
  );
  return {
    activities: others.map((box) => ({
      activity: box.text,
      level: levels.find(({ place }) => holds(place.y, place.height, middleY(box.place)))?.text ?? null,
      months: inRow ? monthsAcross(box.place, months) : monthAround(box.place, months),
      lines: box.lines,
    })),
    labels: [...months, ...levels].flatMap((box) => box.lines),
  };
}

function monthsAcross(place: Box, months: readonly Placed[]): MonthSpan | null {
  const covered = months
    .filter((month) => holds(place.x, place.width, middleX(month.place)))
    .flatMap((month) => monthsNamed(month.text) ?? []);
  return covered.length > 0 ? [Math.min(...covered), Math.max(...covered)] : null;
}

/** In a ring of months the nearest direction from its middle tells the month, where it is clearly nearest. */
function monthAround(place: Box, months: readonly Placed[]): MonthSpan | null {
  const middle = {
    x: mean(months.map((month) => middleX(month.place))),
    y: mean(months.map((month) => middleY(month.place))),
  };
  const angle = (box: Box): number => Math.atan2(middleY(box) - middle.y, middleX(box) - middle.x);
  const apart = (month: Placed): number => {
    const turn = Math.abs(angle(month.place) - angle(place)) % (2 * Math.PI);
    return Math.min(turn, 2 * Math.PI - turn);
  };
  const [nearest, next] = [...months].sort((a, b) => apart(a) - apart(b));
  if (!nearest || !next || apart(nearest) > Math.PI / months.length) return null;
  // Half-way between two months it may be either.
  return apart(next) - apart(nearest) > Math.PI / months.length / 2 ? monthsNamed(nearest.text) : null;
}

function holds(start: number, length: number, point: number): boolean {
  return point >= start && point <= start + length;
}

function middleX({ x, width }: Box): number {
  return x + width / 2;
}

function middleY({ y, height }: Box): number {
  return y + height / 2;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
