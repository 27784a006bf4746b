/** Reads the annual wheel: months along the top, levels at the side, activities in between. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { isLevel, LEVELS } from './levels.ts';

type Entry = Snapshot['annual_wheel'][number];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const LEAST_MONTHS = 6;
/** Short names that run into each other where the boxes touch: "Ø.AKØF". */
const SHORT_NAMES = /Ø\.?A(?=\p{Lu}|$)|KØF|TOP[- ]?møde/gu;

/** A slide with the months in a row. Month and level of a text are told only where its row begins with the level. */
export function readWheel(page: Page): Reading | null {
  const parts = paragraphs(page.lines);
  const months = parts.filter((part) => monthsIn(part.text) > 0);
  const count = months.reduce((sum, part) => sum + monthsIn(part.text), 0);
  if (count < LEAST_MONTHS) return null;
  const entries: Entry[] = [];
  const draft = /udkast/i.test(page.slide.title) || parts.some((part) => /^\(?udkast\)?$/i.test(part.text));
  for (const part of parts) {
    if (months.includes(part) || isLevel(part.text) || /^\(?udkast\)?$/i.test(part.text)) continue;
    for (const activity of activitiesIn(part)) {
      const confidence = confidenceOf(part.lines, 'medium');
      entries.push({ slide: page.slide.number, confidence, ...activity, months: null, draft });
    }
  }
  if (entries.length === 0) return null;
  return {
    kind: 'annual-wheel',
    isList: true,
    records: {
      annual_wheel: entries,
      warnings: [
        {
          slide: page.slide.number,
          code: 'placement-unknown',
          text: page.slide.title,
          reason: `Niveau og måned for de ${entries.length} tekster i årshjulet kan ikke læses af teksten. De står uden placering.`,
          about: 'annual_wheel',
        },
      ],
    },
    claimed: parts.flatMap((part) => part.lines),
  };
}

function monthsIn(text: string): number {
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => MONTHS.includes(word.slice(0, 3)) && word.length <= 4) ? words.length : 0;
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
