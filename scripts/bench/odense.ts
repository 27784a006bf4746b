/** What a municipality in full use has written: contacts, answers of every kind, who has what, notes. */
import { calendarPath, makeCalendar } from '#src/core/access/calendar-tokens.ts';
import { saveNote } from '#src/core/answers/notes.ts';
import { ownMatter } from '#src/core/answers/queries.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { listContactsOf } from '#src/core/municipal-contacts/queries.ts';
import type { Db } from '#src/db/client.ts';
import { addContact } from '#src/features/contacts/actions.ts';
import { answerAsk, answerSets, assignAsk, type Said } from '#src/overviews/answers/actions.ts';
import { isToDo, listDeadlines } from '#src/overviews/deadlines/index.ts';
import { type Actor, addActor, CAST } from '#test/support/cast.ts';

const CODE = '0461';
const ROLES = [
  'programme-leader',
  'mailbox',
  'infrastructure',
  'legal',
  'system-owner',
  'system-owner',
] as const;
const SOLUTIONS = [null, null, null, null, 'sapa', 'ksd'];

/** Two asks of three are answered, one of two lies with somebody, one of three has a note. @param today ISO */
export function fillOdense(db: Db, today: string): void {
  const doer = doerOf(CAST.odense);
  for (const [i, role] of ROLES.entries()) {
    const person = { name: `Kontakt ${i + 1}`, email: `kontakt${i + 1}@odense.test`, phone: '12 34 56 78' };
    addContact(db, doer, CODE, { ...person, role, solutionId: SOLUTIONS[i] ?? null }, today);
  }
  const contacts = listContactsOf(db, CODE);
  const asks = listDeadlines({ db, today }).filter(isToDo);
  const remark = 'Sendt til fagcentret, som vender tilbage efter næste møde i styregruppen.';
  const said: (Said | null)[] = [
    { status: 'done', doneOn: today, remark },
    { status: 'in-progress', remark },
    null,
  ];
  const belongs = asks.find(({ appliesToId }) => appliesToId !== null)?.appliesToId;
  if (belongs) {
    const asked = { code: CODE, today, revision: 0, title: 'Bench' };
    answerSets(db, doer, asked, { [belongs]: true });
  }
  for (const [i, ask] of asks.entries()) {
    const own = ownMatter(db, CODE);
    const about = { code: CODE, ask, today };
    const answer = said[i % said.length];
    if (answer) answerAsk(db, doer, { ...about, revision: own.revisionOf(ask.keys) }, answer);
    const contact = contacts[i % contacts.length];
    if (contact && i % 2 === 0) {
      assignAsk(
        db,
        doer,
        { ...about, revision: own.assignmentRevisionOf(ask.keys) },
        { contactId: contact.id, role: 'Programleder' },
      );
    }
    if (i % 3 === 0) saveNote(db, doer, { code: CODE, ask: ask.key, text: remark, version: 0 });
  }
}

/** Path of a calendar address that the person has made. */
export function subscribe(db: Db, who: Actor): string {
  addActor(db, who);
  const of = { municipalityId: who.municipalityId, solutionId: null };
  return calendarPath(makeCalendar(db, doerOf(who), who.id, of));
}

function doerOf({ id: actor, roles, municipalityId }: Actor): Doer {
  return { actor, roles, municipalityId, requestId: 'bench', address: '', now: new Date(), formKey: null };
}
