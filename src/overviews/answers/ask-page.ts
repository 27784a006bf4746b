import type { FastifyRequest } from 'fastify';
import { listNotes } from '#src/core/answers/notes.ts';
import { type Answer, firstOf, type OwnMatter, recordedBy } from '#src/core/answers/queries.ts';
import { contactInWords, listContactsOf } from '#src/core/municipal-contacts/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { type Deadline, rowOf, titleOf } from '#src/overviews/deadlines/index.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { Fault, Typed } from '#src/web/forms.ts';
import { mayAnswer } from '#src/web/own-municipality.ts';
import { ownBadge, saidInWords } from '#src/web/own-status.ts';
import { ANSWERS } from './forms.ts';
import { forwardView } from './forward-view.ts';
import { aboutWords, asksForSignature } from './wording.ts';

export interface Shown {
  /** What was typed, where the form comes back. */
  typed?: Typed;
  faults?: readonly Fault[];
  /** What moved while the form was open, one or two Danish sentences. */
  conflict?: string;
}

/** `/kommuner/:slug/svar`: one ask as one municipality has it. */
export function askPage(
  request: FastifyRequest,
  { id: code, slug, officialName }: Municipality,
  ask: Deadline,
  own: OwnMatter,
  portalUrl: string,
  { typed = {}, faults = [], conflict = '' }: Shown = {},
) {
  const { reading, principal } = request;
  const names = solutionNames(reading.db);
  const answer = firstOf(own.answers, ask.keys);
  const contacts = listContactsOf(reading.db, code);
  const holder = contacts.find(({ id }) => id === firstOf(own.assignments, ask.keys));
  const isOwn = principal?.municipalityId === code && !principal.seeingAs;
  const note = isOwn ? firstOf(listNotes(reading.db, code), ask.keys) : undefined;
  const row = rowOf(ask, reading.today, code, names);
  return {
    municipalityName: officialName,
    title: titleOf(ask, names),
    about: aboutWords(ask),
    ask: row,
    key: ask.key,
    status: { ...ownBadge(ask.statusOf(code)), pill: true },
    statusLine: saidInWords(ask.statusOf(code), answer, asksForSignature(ask)),
    recorded: answer ? recordedWords(request, answer) : '',
    action: `/kommuner/${slug}`,
    isOwn,
    mayAnswer: mayAnswer(request, code),
    isRegistered: ask.statusOf(code) === 'signed',
    faults,
    fault: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
    conflict,
    answer: {
      revision: own.revisionOf(ask.keys),
      choices: choices(asksForSignature(ask), textOr(typed.svar, chosenNow(answer))),
      day: textOr(typed.dato, dayInTable(answer?.doneOn ?? reading.today)),
      dayLabel: asksForSignature(ask) ? 'Underskrevet den' : 'Løst den',
      remark: textOr(typed.bemaerkning, answer?.remark ?? ''),
      back: textOr(typed.tilbage, ''),
    },
    holder: {
      revision: own.assignmentRevisionOf(ask.keys),
      hasContacts: contacts.length > 0,
      words: holder ? contactInWords(reading.db, holder) : 'Ingen i kommunen',
      options: [
        { value: '', text: 'Ingen', isChosen: holder === undefined },
        ...contacts.map((one) => ({
          value: one.id,
          text: contactInWords(reading.db, one),
          isChosen: one.id === textOr(typed.hvem, holder?.id ?? ''),
        })),
      ],
    },
    note: isOwn ? { text: textOr(typed.note, note?.text ?? ''), version: note?.version ?? 0 } : null,
    forward: forwardView(
      request,
      ask,
      { title: titleOf(ask, names), row, holder, municipality: officialName },
      portalUrl,
    ),
  };
}

const WORDS: Record<(typeof ANSWERS)[number], string> = {
  loest: 'Løst',
  'i-gang': 'Under behandling',
  'ikke-relevant': 'Ikke relevant for os',
  aaben: 'Åben: intet svar endnu',
};

function choices(isSigning: boolean, chosen: string) {
  return ANSWERS.map((value) => ({
    value,
    text: value === 'loest' && isSigning ? 'Meld underskrevet' : WORDS[value],
    isChosen: value === chosen,
  }));
}

function chosenNow(answer: Answer | undefined): (typeof ANSWERS)[number] {
  if (!answer) return 'loest';
  return ({ done: 'loest', 'in-progress': 'i-gang', 'not-relevant': 'ikke-relevant' } as const)[
    answer.status
  ];
}

function recordedWords({ reading, principal }: FastifyRequest, { revision, ownerId }: Answer): string {
  const who = recordedBy(reading.db, revision);
  if (!who) return '';
  const by = principal?.municipalityId === ownerId ? who.by : 'Kommunen';
  return `${by}, ${instantWords(who.at)}`;
}

/** What was typed, also when that is nothing. */
function textOr(typed: string | string[] | undefined, standing: string): string {
  return typeof typed === 'string' ? typed : standing;
}
