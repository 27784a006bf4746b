/** Reads the plan of tender, transition and modernisation: bars under years, and dated milestones told in points. */
import { datedSteps } from '#src/core/reading/dated-boxes.ts';
import { datedColumns } from '#src/core/reading/dated-columns.ts';
import { type DatedTable, datedTable } from '#src/core/reading/dated-table.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  lower,
  NO_DATE,
  type Page,
  type ReadContext,
  type Reading,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Milestone = Snapshot['sts_milestones'][number];
type Phase = Snapshot['sts_phases'][number];

/** A slide that says it shows a plan needs no years over it. */
const TITLE = /tidsplan|milepæl|tidslinje|køreplan|udbudsplan/i;
/** Years over the plan: "2025 2026 2027+". */
const YEARS = /^(?:20\d\d\+?)(?:\s+20\d\d\+?)*$/;
/** What a bar's text begins with: several bars may stand in one line. */
const PHASE_START =
  /(?<=\S) (?=Udbud:|1:1 |NSIS\b|Modernisering|Kontraktindgåelse|Implementering|Pilot|Idriftsættelse)/u;
const PHASE = /^(?:Udbud:|1:1 |NSIS\b|Modernisering|Transition|Kontrakt|Implementering|Pilot|Idriftsættelse)/;
/** "Udbud af X er offentliggjort den 10. oktober 2025". */
const ANNOUNCED = /^(?:Udbud(?:det)? af )(.+?) (?:er|blev|bliver|forventes) /;

/** What happens to a tender or a contract; two such points with days are a plan. */
const STAGE =
  /offentliggjort|offentliggøres|tilbud|kontrakt|frist|idriftsæt|transition|underskriv|prækvalif|afklaring|overtag/i;
const LEAST_STAGES = 2;

/** A slide with years in a row, and bars or dated points. */
export function readPlan(page: Page, context: ReadContext): Reading | null {
  if (page.slide.subject !== 'sts') return null;
  const table = datedTable(page, context);
  if (table) return readingOfTable(table, page);
  const columns = datedColumns(page, context);
  if (columns) return readingOfColumns(columns, page);
  const parts = paragraphs(page.lines);
  const years = parts.filter((part) => YEARS.test(part.text));
  const told = parts.filter((part) => !YEARS.test(part.text) && isDatedPoint(part, context));
  const bars = parts.filter((part) => PHASE.test(part.text) && !told.includes(part));
  const isPlan =
    years.length > 0 ||
    (TITLE.test(page.slide.title) && told.length > 0) ||
    told.filter((part) => part.bullet && STAGE.test(part.text)).length >= LEAST_STAGES;
  if (!isPlan || bars.length + told.length === 0) return boxesAlongTime(page, context);
  const used = [...years, ...told, ...bars];
  return {
    kind: 'sts-plan',
    isList: true,
    records: {
      sts_milestones: told.flatMap((part) => milestonesIn(part, page.slide.number, context)),
      sts_phases: bars.flatMap((part) => phasesIn(part, page.slide.number)),
    },
    claimed: used.flatMap((part) => part.lines),
  };
}

/** Boxes with days over or under them, on a slide that says it shows a plan. */
function boxesAlongTime(page: Page, context: ReadContext): Reading | null {
  if (!TITLE.test(page.slide.title)) return null;
  const steps = datedSteps(page, context).filter(({ date, parts }) => date && parts.length > 0);
  if (steps.length < LEAST_STAGES) return null;
  return {
    kind: 'sts-plan',
    isList: true,
    records: {
      sts_milestones: steps.map(({ date, parts, lines }) => ({
        slide: page.slide.number,
        confidence: confidenceOf(lines, 'medium'),
        title: parts.map(({ text }) => text).join(', '),
        date: date ? readDate(date.text, context, { role: 'step' }, date.lines) : NO_DATE,
      })),
    },
    claimed: steps.flatMap(({ lines }) => lines),
  };
}

function readingOfColumns({ rows, claimed }: Pick<DatedTable, 'rows' | 'claimed'>, page: Page): Reading {
  const { isGrid: _sure, ...reading } = readingOfTable({ rows, claimed, headings: [] }, page);
  return reading;
}

/** A row with a day is a milestone. */
function readingOfTable({ rows, claimed }: DatedTable, { slide }: Page): Reading {
  const sts_milestones = rows.map(
    ({ title, date, confidence }): Milestone => ({
      slide: slide.number,
      confidence,
      title,
      date,
    }),
  );
  return {
    kind: 'sts-plan',
    isList: true,
    isTable: true,
    isGrid: true,
    records: { sts_milestones },
    claimed,
  };
}

function isDatedPoint(part: Paragraph, context: ReadContext): boolean {
  const isLong =
    part.text.split(' ').length > 5 ||
    (part.bullet && (/\s[–—-]\s|:\s/.test(part.text) || STAGE.test(part.text)));
  return isLong && datesIn(part.text, context, {}, part.lines).length > 0;
}

/** "X er sendt den A – forventet svar B" tells of two days. */
function milestonesIn(part: Paragraph, slide: number, context: ReadContext): Milestone[] {
  const subject = ANNOUNCED.exec(part.text)?.[1] ?? '';
  return part.text.split(/\s[–—-]\s/).flatMap((clause, index) => {
    const found = datesIn(clause, context, { role: 'step' }, part.lines)[0];
    if (!found) return [];
    const before = clause
      .slice(0, found.start)
      .replace(/[\s:]+(?:den|d\.|i|til)?\s*$/i, '')
      .replace(/\s+(?:er|bliver|forventes|ventes)(?:\s+(?:den|d\.|i|til))?$/i, '')
      .trim();
    // "12. marts 2026: Kontrakten underskrives"
    const words = before === '' ? clause.slice(found.end).replace(/^[\s:.]+/, '') : before;
    const title = index > 0 && /^\p{Ll}/u.test(words) && subject !== '' ? `${subject}: ${words}` : words;
    return [{ slide, confidence: confidenceOf(part.lines), title, date: found.date }];
  });
}

/** The text tells neither where a bar begins nor where it ends. */
function phasesIn(part: Paragraph, slide: number): Phase[] {
  const isOcr = part.lines.some((line) => line.source === 'ocr');
  // OCR reads the end of a bar as a letter.
  const text = isOcr ? part.text.replace(/ \p{Lu}$/u, '') : part.text;
  return text.split(PHASE_START).map((title) => ({
    slide,
    confidence: lower(confidenceOf(part.lines), 'medium'),
    title: title.trim(),
    date: NO_DATE,
  }));
}
