/** What is asked once to know what concerns a municipality: "EG eller KMD?", "Bruger I DUBU?". */
import type { OwnMatter } from '#src/core/answers/queries.ts';
import { findMunicipalitySet } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { InvalidInputError } from '#src/shared/errors.ts';

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
  return questionsAbout(db, setIds).map(({ id, text, choices }) => ({
    id,
    text,
    choices: choices.map(({ value, text: words }) => ({ value, text: words })),
    chosen:
      choices.find(({ belongs }) =>
        Object.entries(belongs).every(([setId, is]) => own.belongs.get(setId) === is),
      )?.text ?? null,
  }));
}

/** @throws InvalidInputError for a question or an answer that is not there */
export function readAnswer(db: Db, questionId: string, value: string) {
  const question = questionId === TOGETHER.id ? TOGETHER : questionAbout(db, questionId);
  const choice = question?.choices.find((one) => one.value === value);
  if (!question || !choice)
    throw new InvalidInputError('Svaret kan ikke læses. Åbn siden igen, og vælg et svar.');
  return { belongs: choice.belongs, title: `I har svaret »${choice.text}« på »${question.text}«.` };
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
