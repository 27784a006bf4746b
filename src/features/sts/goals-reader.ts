/** Reads the numbered goals of the modernisation, and the chain from goals to tasks. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';

const NUMBERED = /^(\d{1,2})[.)]\s+(.+)$/;
/** What a chain of agile work is made of; several links may stand in one line. */
const CHAIN_LINKS = ['Epics', 'Userstories', 'User stories', 'Tasks', 'Features'];
const LEAST_GOALS = 3;
const GOAL_MAX_WORDS = 6;

/** A numbered list on a slide about goals ("mål"). */
export function readGoals(page: Page): Reading | null {
  if (!/\bmål\b|målsætning/i.test(page.slide.title)) return null;
  const parts = paragraphs(page.lines);
  const numbered = parts.flatMap((part) => {
    const [, number, title] = NUMBERED.exec(part.text) ?? [];
    return number && title ? [{ part, number: Number(number), title: title.replace(/\.$/, '') }] : [];
  });
  const goals = numbered.length > 0 ? numbered : inOrder(page, parts);
  if (goals.length < LEAST_GOALS) return null;
  return {
    kind: 'sts-goals',
    isList: true,
    records: {
      sts_goals: goals.map(({ part, number, title }) => ({
        slide: page.slide.number,
        confidence: confidenceOf(part.lines),
        number,
        title,
      })),
    },
    claimed: goals.flatMap(({ part }) => part.lines),
  };
}

/** A deck that numbers its points by itself writes no numbers: they are the order of the points. */
function inOrder(
  { slide }: Page,
  parts: readonly Paragraph[],
): { part: Paragraph; number: number; title: string }[] {
  if (!slide.layout || slide.subject !== 'sts') return [];
  const points = parts.filter((part) => part.bullet && part.text.split(' ').length <= GOAL_MAX_WORDS);
  return points.map((part, index) => ({ part, number: index + 1, title: part.text.replace(/\.$/, '') }));
}

/** Short texts that end in epics, user stories and tasks. */
export function readChain(page: Page): Reading | null {
  const parts = paragraphs(page.lines);
  const links = parts.flatMap((part) => cutLinks(part).map((title) => ({ part, title })));
  const known = links.filter(({ title }) => CHAIN_LINKS.includes(title));
  if (known.length < 2) return null;
  return {
    kind: 'sts-chain',
    isList: true,
    records: {
      sts_chain: links.map(({ part, title }) => ({
        slide: page.slide.number,
        confidence: confidenceOf(part.lines, 'medium'),
        title,
      })),
    },
    claimed: links.flatMap(({ part }) => part.lines),
  };
}

/** "Produkt Vision Epics" -> two links. Nothing with a letter of noise in it. */
function cutLinks(part: Paragraph): string[] {
  const text = part.text.replace(/^[^\p{L}]+/u, '');
  if (!/\p{L}{3}/u.test(text)) return [];
  const last = CHAIN_LINKS.find((link) => text.endsWith(` ${link}`));
  return last ? [text.slice(0, -last.length).trim(), last] : [text];
}
