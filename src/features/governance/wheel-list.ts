/** The annual wheel told as a list: "Februar-marts: Prioritering (Porteføljeråd)", or a box for each month. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import type { Line, Slide } from '#src/core/reading/slide.ts';
import { isLevel, LEVELS } from './levels.ts';
import { type MonthSpan, monthsNamed } from './month-names.ts';
import type { PlacedActivity, PlacedWheel } from './wheel-places.ts';

const LEAST_ENTRIES = 3;

/** Null when fewer than three lines or boxes begin with a month. */
export function listedWheel(slide: Slide, lines: readonly Line[]): PlacedWheel | null {
  const inBoxes = slide.layout?.boxes.map((box) => monthBox(box.lines)).filter((box) => box !== null) ?? [];
  const told = paragraphs(lines).flatMap((part) => monthLine(part) ?? []);
  const activities = told.length > 0 ? told : inBoxes.flatMap((box) => box.activities);
  if (activities.length < LEAST_ENTRIES) return null;
  return { activities, labels: told.length > 0 ? [] : inBoxes.flatMap((box) => box.labels) };
}

function monthLine(part: Paragraph): PlacedActivity | null {
  const [, month = '', text = ''] = /^(.{3,20}?)\s?(?::|\s[–—]\s)\s*(.+)$/u.exec(part.text) ?? [];
  const months = monthsNamed(month);
  return months && placed(text, months, part.lines);
}

/** A box whose first line is a month; what stands below happens in it. */
function monthBox(lines: readonly Line[]): PlacedWheel | null {
  const [head, ...rest] = lines;
  const months = head ? monthsNamed(head.text) : null;
  if (!head || !months || rest.length === 0) return null;
  return {
    activities: paragraphs(rest).map((part) => placed(part.text, months, part.lines)),
    labels: [head],
  };
}

/** "Prioritering (Porteføljeråd)", "Bestyrelse: Budget": the level stands beside the activity or not at all. */
function placed(text: string, months: MonthSpan, lines: readonly Line[]): PlacedActivity {
  const [, activity = text, behind = ''] = /^(.+?)\s*\(([^()]+)\)$/u.exec(text) ?? [];
  if (isLevel(behind)) return { activity, level: behind, months, lines: [...lines] };
  const before = LEVELS.find((level) => text.startsWith(`${level}: `)) ?? null;
  return {
    activity: before ? text.slice(before.length + 2) : text,
    level: before,
    months,
    lines: [...lines],
  };
}
