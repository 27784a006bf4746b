/** Reads a statement that another one on the same slide replaces: "... lukker 1. oktober", "... lukker når ...". */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  type Page,
  type ReadContext,
  type Reading,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

type Superseding = Snapshot['supersedings'][number];

/** So many words from the start must be the same. */
const COMMON_WORDS = 3;
const CONDITION = /^(?:når|hvis|så snart|først når|efter at)\b/i;
const EXEMPT_HEAD = /^(?:undtaget|undtagelser?|gælder ikke)\b/i;

/** Two statements that begin alike: one ends with a day, the other with a condition or another day. */
export function readSuperseding(page: Page, context: ReadContext): Reading | null {
  const struck = page.slide.layout?.struck ?? [];
  const parts = paragraphs([...page.slide.titleLines, ...struck, ...page.lines]);
  for (const [index, first] of parts.entries()) {
    for (const second of parts.slice(index + 1)) {
      const pair = comparePair(first, second, context);
      if (pair) return makeReading(pair, parts, page, context);
    }
  }
  return null;
}

interface Pair {
  subject: string;
  before: FuzzyDate;
  after: string;
  parts: Paragraph[];
}

function comparePair(first: Paragraph, second: Paragraph, context: ReadContext): Pair | null {
  const [a, b] = [first.text.split(' '), second.text.split(' ')];
  let common = 0;
  while (common < a.length && a[common]?.toLowerCase() === b[common]?.toLowerCase()) common += 1;
  if (common < COMMON_WORDS || common === a.length || common === b.length) return null;
  const subject = a.slice(0, common).join(' ');
  const endings = [a, b].map((words) => words.slice(common).join(' '));
  const dated = endings.findIndex((ending) => wholeDate(ending, context) !== null);
  const other = endings.findIndex((ending, index) => index !== dated && CONDITION.test(ending));
  const before = wholeDate(endings[dated] ?? '', context);
  const after = endings[other];
  return before && after ? { subject, before, after, parts: [first, second] } : null;
}

function wholeDate(text: string, context: ReadContext): FuzzyDate | null {
  const found = datesIn(text, context, { role: 'other' })[0];
  return found?.date.from && found.end - found.start >= text.length - 4 ? found.date : null;
}

function makeReading(pair: Pair, parts: readonly Paragraph[], page: Page, context: ReadContext): Reading {
  const head = parts.findIndex((part) => EXEMPT_HEAD.test(part.text));
  const exempt = head < 0 ? [] : parts.slice(head + 1).filter((part) => part.bullet);
  const leads = head < 0 ? [] : parts.slice(head, head + 2).filter((part) => !part.bullet);
  const used = [...pair.parts, ...exempt, ...leads];
  const lines = used.flatMap((part) => part.lines);
  const record: Superseding = {
    slide: page.slide.number,
    confidence: confidenceOf(lines),
    subject: pair.subject,
    before: pair.before,
    after: { raw: pair.after, date: readDate(pair.after, context, { role: 'other' }) },
    exempt: exempt.map((part) => part.text.replace(/\.$/, '')),
  };
  const passed = context.meetingDay !== null && (pair.before.to ?? '') < context.meetingDay;
  return {
    kind: 'superseding',
    isList: false,
    title: `${pair.subject} ${pair.after}`,
    records: {
      supersedings: [record],
      warnings: [
        {
          slide: page.slide.number,
          code: 'superseded',
          text: `${pair.before.raw} / ${pair.after}`,
          reason: `Sliden har to udsagn om det samme: »${pair.before.raw}« og »${pair.after}«. ${
            passed
              ? 'Dagen var passeret ved mødet, så betingelsen gælder.'
              : 'Det er læst, som om betingelsen gælder.'
          }`,
          about: `supersedings: ${pair.subject}`,
        },
      ],
    },
    claimed: lines.filter((line) => page.lines.includes(line)),
  };
}
