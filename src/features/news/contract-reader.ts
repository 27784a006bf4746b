/** Reads when the contract of a solution ends, and when an option is taken. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type ContractDate = Snapshot['contract_dates'][number];

/** The word nearest before a date tells what happens on it. */
const WHAT: readonly { what: ContractDate['what']; word: RegExp }[] = [
  { what: 'expiry-said', word: /bortfalder|ophører|udløber/gi },
  { what: 'expiry', word: /\bløber\b/gi },
  { what: 'option', word: /option/gi },
];

/** A sentence about a contract ("kontrakten ...") with a date. The sentences themselves stay statements. */
export function readContractDates(page: Page, context: ReadContext): Reading | null {
  const dates = paragraphs(page.lines)
    .filter((part) => /\bkontrakten?\b/i.test(part.text))
    .flatMap((part) => datesOf(part, page, context));
  if (dates.length === 0) return null;
  const legend = legendIn(page);
  return {
    kind: 'contract-dates',
    isList: false,
    records: {
      contract_dates: dates,
      warnings: legend.map((line) => ({
        slide: page.slide.number,
        code: 'picture-only',
        text: line.text.replace(/^\P{L}+/u, ''),
        reason:
          'Signaturforklaringen hører til et kort i en figur. Hvilke kommuner der er hvad, kan ikke læses.',
        about: null,
      })),
    },
    claimed: legend,
  };
}

function datesOf(part: Paragraph, page: Page, context: ReadContext): ContractDate[] {
  return datesIn(part.text, context, { role: 'other' }, part.lines).flatMap((found) => {
    const what = whatBefore(part.text.slice(0, found.start));
    if (!what || !found.date.to) return [];
    const confidence = confidenceOf(part.lines);
    return [{ slide: page.slide.number, confidence, target: page.slide.subject, what, date: found.date }];
  });
}

function whatBefore(text: string): ContractDate['what'] | null {
  let nearest: { what: ContractDate['what']; at: number } | null = null;
  for (const { what, word } of WHAT) {
    for (const match of text.matchAll(word)) {
      if (!nearest || match.index > nearest.at) nearest = { what, at: match.index };
    }
  }
  return nearest?.what ?? null;
}

/** "DUBU kommune / Ikke DUBU kommune" beside a map. */
function legendIn(page: Page): Line[] {
  return [...page.lines, ...page.extra].filter((line) => /kommune\b.*\bikke\b.*kommune\b/i.test(line.text));
}
