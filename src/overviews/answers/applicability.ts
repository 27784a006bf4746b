/** What is asked once to know what concerns a municipality: "EG eller KMD?", "Bruger I DUBU?". */
import { correctedByKombit, type OwnMatter } from '#src/core/answers/queries.ts';
import { findMunicipalitySet } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { copenhagenDay } from '#src/shared/calendar-day.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { InvalidInputError, NotFoundError } from '#src/shared/errors.ts';

interface Question {
  id: string;
  text: string;
  /** What it means, by what the municipality chooses. */
  choices: { value: string; text: string; belongs: Readonly<Record<string, boolean>> }[];
}

export interface QuestionView {
  id: string;
  text: string;
  choices: { value: string; text: string }[];
  /** Words of what was chosen; null while nobody has answered. */
  chosen: string | null;
  /** "Rettet af KOMBIT 24. november 2025: I har skiftet til KMD."; '' where it stands as the municipality said it. */
  corrected: string;
}

/** Sets that rule each other out are one question. */
const TOGETHER: Question = {
  id: 'eg-kmd',
  text: 'Bruger I EG eller KMD?',
  choices: [
    { value: 'eg', text: 'EG', belongs: { eg: true, kmd: false } },
    { value: 'kmd', text: 'KMD', belongs: { eg: false, kmd: true } },
    { value: 'begge', text: 'Begge', belongs: { eg: true, kmd: true } },
    { value: 'ingen', text: 'Ingen af dem', belongs: { eg: false, kmd: false } },
  ],
};

/** @param setIds of the sets that something stands for now */
export function questionViews(db: Db, setIds: ReadonlySet<string>, own: OwnMatter): QuestionView[] {
  return questionsAbout(db, setIds).map((one) => viewOf(db, one, own));
}

/** @throws NotFoundError for a question that is not there, or that the municipality has not answered */
export function getAnswered(db: Db, questionId: string, own: OwnMatter): QuestionView & { chosen: string } {
  const question = findQuestion(db, questionId);
  const view = question && viewOf(db, question, own);
  if (!view || view.chosen === null) throw new NotFoundError('Svaret');
  return { ...view, chosen: view.chosen };
}

function viewOf(db: Db, { id, text, choices }: Question, own: OwnMatter): QuestionView {
  const isChosen = ({ belongs }: Question['choices'][number]) =>
    Object.entries(belongs).every(([setId, is]) => own.belongs.get(setId) === is);
  const chosen = choices.find(isChosen);
  return {
    id,
    text,
    choices: choices.map(({ value, text: words }) => ({ value, text: words })),
    chosen: chosen?.text ?? null,
    corrected: chosen ? correctedWords(db, own.revisionOfSets(Object.keys(chosen.belongs))) : '',
  };
}

function correctedWords(db: Db, revision: number): string {
  const correction = correctedByKombit(db, revision);
  if (!correction) return '';
  return `Rettet af KOMBIT ${dayInSentence(copenhagenDay(new Date(correction.at)))}: ${correction.reason}`;
}

/** @throws InvalidInputError for a question or an answer that is not there */
export function readAnswer(db: Db, questionId: string, value: string) {
  const question = findQuestion(db, questionId);
  const choice = question?.choices.find((one) => one.value === value);
  if (!question || !choice)
    throw new InvalidInputError('Svaret kan ikke læses. Åbn siden igen, og vælg et svar.');
  return { belongs: choice.belongs, said: `»${choice.text}« på »${question.text}«` };
}

function findQuestion(db: Db, id: string): Question | undefined {
  return id === TOGETHER.id ? TOGETHER : questionAbout(db, id);
}

function questionsAbout(db: Db, setIds: ReadonlySet<string>): Question[] {
  const isTogether = (id: string) => TOGETHER.choices.some(({ belongs }) => id in belongs);
  const alone = [...setIds].filter((id) => !isTogether(id)).sort();
  return [
    ...([...setIds].some(isTogether) ? [TOGETHER] : []),
    ...alone.flatMap((id) => questionAbout(db, id) ?? []),
  ];
}

function questionAbout(db: Db, setId: string): Question | undefined {
  const set = findMunicipalitySet(db, setId);
  if (!set) return undefined;
  return {
    id: setId,
    text: setId === 'dubu' ? 'Bruger I DUBU?' : `Hører I til ${set.name}?`,
    choices: [
      { value: 'ja', text: 'Ja', belongs: { [setId]: true } },
      { value: 'nej', text: 'Nej', belongs: { [setId]: false } },
    ],
  };
}
