/** Reads agreements from points and sentences: "Aula: Databehandleraftale udsendt 12.01.2026, frist 13.02.2026". */
import { type MarkedDate, markedDates } from '#src/core/reading/marked-dates.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { isUnread, NO_DATE, type Page, type ReadContext, type Reading } from '#src/core/reading/reading.ts';
import { sentencesOf } from '#src/core/reading/sentences.ts';
import { solutionNamedIn } from '#src/core/reading/solution-name.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Agreement = Snapshot['agreements'][number];

const TITLE = /aftaler?(?:n|ne)?(?!\p{L})/iu;
/** The kind of agreement as a table names it, with its appendices. */
const AGREEMENT =
  /(?:(?:ny|opdateret) )?(?:(?:databehandler|tilslutnings|dataudvekslings|service|abonnements|samarbejds)aftale|DBA)(?:ns|n|rne|r)?(?:,? (?:\+ )?bilag [A-E](?:\s?(?:\+|og|,)\s?[A-E])*)?|bilag [A-E](?:\s?(?:\+|og|,)\s?[A-E])*/iu;

/** A slide titled after agreements, and on it words that name a solution, an agreement and when it is sent or due. */
export function readAgreementList(page: Page, context: ReadContext): Reading | null {
  if (!TITLE.test(page.slide.title)) return null;
  const found = paragraphs(page.lines).flatMap((part) =>
    sentencesOf(part.text).flatMap((sentence) => {
      const agreement = agreementIn(sentence, part, page, context);
      return agreement ? [{ agreement, part }] : [];
    }),
  );
  if (found.length === 0) return null;
  return {
    kind: 'agreements',
    isList: true,
    records: { agreements: found.map(({ agreement }) => agreement) },
    // A sentence stays one of the slide.
    claimed: found.flatMap(({ part }) => (part.bullet ? part.lines : [])),
  };
}

function agreementIn(
  sentence: string,
  part: Paragraph,
  { slide }: Page,
  context: ReadContext,
): Agreement | null {
  const named = AGREEMENT.exec(sentence)?.[0];
  const solution = solutionNamedIn(sentence);
  const dates = markedDates(sentence, context, part.lines);
  const sent = marked(dates, 'sent');
  const deadline = marked(dates, 'end');
  if (!named || !solution || !(sent ?? deadline)) return null;
  const isRead = [sent, deadline].every((date) => date === undefined || !isUnread(date));
  return {
    slide: slide.number,
    confidence: isRead && part.bullet ? 'medium' : 'low',
    solution,
    agreement: capital(named.replace(/aftale(?:ns|n)(?!\p{L})/iu, 'aftale')),
    sent: sent ?? { ...NO_DATE, state: 'unclear' },
    recipients: '',
    deadline: deadline ?? NO_DATE,
  };
}

function marked(dates: readonly MarkedDate[], mark: MarkedDate['mark']): Agreement['sent'] | undefined {
  return dates.find((one) => one.mark === mark)?.date;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}
