/** Reads the names of what is offered in a sentence: a folder, its topics, courses. The sentences stay statements. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type News = Snapshot['news'][number];

const FOLDER = /\bfolder(?:en)?\s+[”"“](.+?)[”"“]/i;
const TOPICS = /\bemner som (.+?)(?:\s+(?:etc|m\.m|m\.v|mv|osv)\b|\.$|$)/i;
const COURSES = /\bblandt andet (kurser\b.+?)(?:\s+og meget mere|\s+(?:etc|m\.m|mv)\b|\.$|$)/i;

export function readOffers(page: Page): Reading | null {
  const news = paragraphs(page.lines).flatMap((part) => offersIn(part, page));
  if (news.length === 0) return null;
  return { kind: 'text', isList: false, records: { news }, claimed: [] };
}

function offersIn(part: Paragraph, page: Page): News[] {
  const { slide } = page;
  const make = (title: string, topic: string): News => ({
    slide: slide.number,
    confidence: confidenceOf(part.lines),
    target: `${slide.subject}/${topic}`,
    title: title.trim(),
    date: null,
  });
  const list = (words: string | undefined): string[] => words?.split(/,\s*|\s+og\s+/) ?? [];
  const folder = FOLDER.exec(part.text)?.[1];
  return [
    ...(folder ? [make(folder, 'folder')] : []),
    ...list(TOPICS.exec(part.text)?.[1]).map((title) => make(title, 'folder')),
    ...list(COURSES.exec(part.text)?.[1]).map((title) => make(title, 'school')),
  ];
}
