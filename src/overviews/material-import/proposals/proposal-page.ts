import { actorName } from '#src/core/access/accounts.ts';
import { undoneBy } from '#src/core/deeds/undo.ts';
import { listMeetings } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { instantWords } from '#src/shared/instant.ts';
import { type AppliedBefore, appliedBefore } from './applied-before.ts';
import { importContent, shownNumber, wordsOf } from './content.ts';
import { stateBadge } from './list-page.ts';
import { type ReviewShown, reviewPage } from './review-page.ts';
import { type ProposalRow, uploadsOf } from './store.ts';
import { proposalName, proposalPath } from './words.ts';

/** A proposal in whatever state it is: being read, refused, waiting for its day, under review, decided. */
export function proposalPage(db: Db, row: ProposalRow, shown: ReviewShown) {
  const content = importContent(row);
  const step = stepOf(row);
  const isUndone = row.batchId !== null && undoneBy(db, row.batchId) !== undefined;
  return {
    heading: proposalName(row),
    path: proposalPath(row),
    step,
    status: stateBadge(db, row),
    refusal: row.refusal ?? '',
    files: uploadsOf(db, row.id).map(({ id, name }) => ({ name, href: `/redaktion/indlaes/fil/${id}` })),
    slides: content ? `${content.snapshot.slides.length} slides læst` : '',
    sent: row.createdBy ? `Sendt ${instantWords(row.createdAt)} af ${actorName(db, row.createdBy)}.` : '',
    day: dayOf(db, row),
    before: beforeView(appliedBefore(db, row)),
    decided: row.decidedAt ? instantWords(row.decidedAt) : '',
    isUndone,
    meetingHref:
      row.decision === 'applied' && !isUndone && content?.snapshot.meeting.id
        ? `/moeder/${content.snapshot.meeting.id}`
        : '',
    review: step === 'review' ? reviewPage(db, row, shown) : null,
  };
}

/** The words of one slide as they were read; null when it has none. */
export function slideWordsPage(row: ProposalRow, slide: string) {
  const content = importContent(row);
  const lines = content && wordsOf(content).get(Number(slide));
  if (!content || !lines) return null;
  const title = content.snapshot.slides.find(
    ({ number }) => shownNumber(content, number) === Number(slide),
  )?.title;
  return { heading: title ? `Slide ${slide}: ${title}` : `Slide ${slide}`, lines, back: proposalPath(row) };
}

function beforeView(before: AppliedBefore | null): { text: string; href: string } | null {
  if (!before) return null;
  const what = before.isSameMaterial ? 'Det samme materiale' : 'Materiale fra samme møde';
  const text = `${what} blev udgivet ${instantWords(before.at)} af ${before.by}.`;
  return { text, href: `/redaktion/log?aendring=${before.batchId}` };
}

type Step = 'reading' | 'failed' | 'day' | 'review' | 'decided';

function stepOf({ state, decision }: ProposalRow): Step {
  if (decision !== null) return 'decided';
  return ({ reading: 'reading', failed: 'failed', read: 'day', ready: 'review' } as const)[state];
}

/** What stands in the field for the meeting's day, and where it comes from. */
function dayOf(db: Db, row: ProposalRow): { value: string; reason: string } {
  if (row.meetingDay !== null) return { value: dayInTable(row.meetingDay), reason: '' };
  const date = importContent(row)?.snapshot.meeting;
  if (!date?.date.from) return { value: '', reason: 'Datoen fremgår ikke af materialet.' };
  if (date.date.precision !== 'day') {
    const said = `Materialet skriver kun »${date.date.raw}«.`;
    const standing = listMeetings(db).find(({ id }) => id === date.id)?.date;
    if (standing?.precision !== 'day' || standing.from === null) return { value: '', reason: said };
    return { value: dayInTable(standing.from), reason: `${said} Dagen er den, mødet har i portalen.` };
  }
  const reason =
    date.date_basis === 'printed' ? 'Trykt i materialet.' : 'Udledt af andre datoer i materialet.';
  return { value: dayInTable(date.date.from), reason };
}
