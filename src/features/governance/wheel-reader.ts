/** Reads the annual wheel: months along the top, levels at the side, activities in between. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { isLevel, LEVELS } from './levels.ts';
import { monthsNamed } from './month-names.ts';
import { levelsByOrder, type WheelWord } from './wheel-levels.ts';
import { listedWheel } from './wheel-list.ts';
import { placedWheel } from './wheel-places.ts';

type Entry = Snapshot['annual_wheel'][number];

const LEAST_MONTHS = 6;
/** Short names that run into each other where the boxes touch: "Ø.AKØF". */
const SHORT_NAMES = /Ø\.?A(?=\p{Lu}|$)|KØF|TOP[- ]?møde/gu;
const TITLE = /årshjul|årsplan|årscyklus|hjulet/i;
const DRAFT = /^\(?udkast\)?$/i;

/** A slide with the months of a year, and activities between. */
export function readWheel(page: Page): Reading | null {
  const parts = paragraphs(page.lines);
  const draft = /udkast/i.test(page.slide.title) || parts.some((part) => DRAFT.test(part.text));
  return readPlaced(page, draft) ?? readWords(page, parts, draft);
}

/** A deck says where each activity stands; a list names its month. */
function readPlaced(page: Page, draft: boolean): Reading | null {
  const { slide } = page;
  const isTitled = TITLE.test(slide.title);
  const wheel =
    (slide.layout && (isTitled || slide.subject === 'k98') ? placedWheel(slide.layout) : null) ??
    (isTitled ? listedWheel(slide, page.lines) : null);
  if (!wheel) return null;
  const entries = wheel.activities.map(
    ({ activity, level, months }): Entry => ({
      slide: slide.number,
      confidence: level && months ? 'medium' : 'low',
      activity,
      level,
      months,
      draft,
    }),
  );
  const unplaced = entries.filter(({ level, months }) => !level || !months);
  return {
    kind: 'annual-wheel',
    isList: true,
    records: {
      annual_wheel: entries,
      warnings: unplaced.length > 0 ? [placementWarning(page, unplaced.length)] : [],
    },
    claimed: [
      ...wheel.labels,
      ...wheel.activities.flatMap(({ lines }) => lines),
      ...page.lines.filter((line) => DRAFT.test(line.text)),
    ],
  };
}

/** Of a text only the words are sure. A level is told where a row begins with it, or where the order leaves one choice. */
function readWords(page: Page, parts: readonly Paragraph[], draft: boolean): Reading | null {
  const months = parts.filter((part) => monthsIn(part.text) > 0);
  const count = months.reduce((sum, part) => sum + monthsIn(part.text), 0);
  if (count < LEAST_MONTHS) return null;
  const found: Found[] = [];
  for (const part of parts) {
    if (months.includes(part) || isLevel(part.text) || DRAFT.test(part.text)) continue;
    for (const one of activitiesIn(part)) found.push({ ...one, part });
  }
  if (found.length === 0) return null;
  const levels = levelsByOrder(parts.flatMap((part) => wordsOf(part, months, found)));
  const entries = found.map(({ activity, level, part }, index): Entry => {
    const inferred = levels[index] ?? null;
    return {
      slide: page.slide.number,
      confidence: inferred && !level ? 'low' : confidenceOf(part.lines, 'medium'),
      activity,
      level: level ?? inferred,
      months: null,
      draft,
    };
  });
  return {
    kind: 'annual-wheel',
    isList: true,
    records: {
      annual_wheel: entries,
      warnings: [
        placementWarning(
          page,
          entries.length,
          levels.some((level) => level !== null),
        ),
      ],
    },
    claimed: parts.flatMap((part) => part.lines),
  };
}

type Found = { activity: string; level: string | null; part: Paragraph };

/** What the order of a text is made of: names of levels, months, activities. */
function wordsOf(part: Paragraph, months: readonly Paragraph[], found: readonly Found[]): WheelWord[] {
  if (isLevel(part.text)) return [{ kind: 'level', text: part.text }];
  if (months.includes(part)) return [{ kind: 'months', text: part.text }];
  return found
    .filter((one) => one.part === part)
    .map((one) => ({ kind: 'activity', text: one.activity, level: one.level }));
}

function placementWarning(page: Page, count: number, isInferred = false): Snapshot['warnings'][number] {
  return {
    slide: page.slide.number,
    code: isInferred ? 'placement-inferred' : 'placement-unknown',
    text: page.slide.title,
    reason: isInferred
      ? 'Måneden for teksterne i årshjulet kan ikke læses af teksten. Niveauet er udledt af rækkefølgen og skal bekræftes.'
      : `Niveau og måned for de ${count} tekster i årshjulet kan ikke læses af teksten. De står uden placering.`,
    about: 'annual_wheel',
  };
}

function monthsIn(text: string): number {
  const words = text.split(/\s+/);
  return words.every((word) => word.length <= 4 && monthsNamed(word)) ? words.length : 0;
}

/** "Ø.AKØF" is two activities. A row that begins with its level tells it: "PR Strategisk drøftelser". */
function activitiesIn(part: Paragraph): { activity: string; level: string | null }[] {
  const level = LEVELS.find((name) => part.text.startsWith(`${name} `)) ?? null;
  const text = level ? part.text.slice(level.length).trim() : part.text;
  return splitShort(text).map((activity) => ({ activity, level }));
}

/** "KØF TOP møde": short names that stand in one line with others. */
function splitShort(text: string): string[] {
  return text
    .replace(SHORT_NAMES, '\n$&\n')
    .split('\n')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
