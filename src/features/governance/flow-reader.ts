/** Reads the flow between the levels of the governance model. */
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import { isLevel } from './levels.ts';

const LEAST_LEVELS = 3;

/** A slide about a flow with the names of levels as boxes. Which text belongs to which level is lost in the text. */
export function readFlow(page: Page): Reading | null {
  if (!/\bflow\b|samspil|niveauer/i.test(page.slide.title)) return null;
  const parts = paragraphs(page.lines);
  const levels = parts.filter((part) => isLevel(part.text));
  const texts = parts.filter((part) => !isLevel(part.text));
  if (levels.length < LEAST_LEVELS || texts.length === 0) return null;
  return {
    kind: 'flow',
    isList: true,
    records: {
      k98_flow: texts.map((part) => ({
        slide: page.slide.number,
        confidence: confidenceOf(part.lines, 'medium'),
        level: null,
        text: part.text.replace(/\.$/, ''),
      })),
      warnings: [
        {
          slide: page.slide.number,
          code: 'placement-unknown',
          text: levels.map((part) => part.text).join(', '),
          reason: 'Hvilket niveau hver tekst i flowet hører til, kan ikke læses af teksten.',
          about: 'k98_flow',
        },
      ],
    },
    claimed: parts.flatMap((part) => part.lines),
  };
}
