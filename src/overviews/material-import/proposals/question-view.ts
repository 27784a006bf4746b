/** What the portal asks before it compares, with everything that may be meant. */
import { findRow } from '#src/core/editing/rows.ts';
import { fieldsOf, valueInWords } from '#src/core/fields/fields.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { importContent } from './content.ts';
import { isOpen, type Question } from './questions.ts';
import type { ProposalRow } from './store.ts';
import { proposalPath } from './words.ts';

/** Says "none of them" in a form; no id is spelled so. */
export const NONE = '-';

const MOST_FACTS = 4;

/** @param typed answers of a form that is shown again, by key */
export function questionViews(db: Db, row: ProposalRow, typed: ReadonlyMap<string, string>) {
  const all = importContent(row)?.questions ?? [];
  const differences = importContent(row)?.comparison?.differences ?? [];
  const views = all.map((question) => {
    const read = differences.find(({ draft }) => draft.entity === question.entity && draft.id === question.id)
      ?.draft.fields;
    return {
      isOpen: isOpen(question),
      ...questionView(db, row, question, { read: read ?? null, typed: typed.get(question.key) }),
    };
  });
  return { open: views.filter((one) => one.isOpen), answered: views.filter((one) => !one.isOpen) };
}

function questionView(
  db: Db,
  row: ProposalRow,
  question: Question,
  { read, typed }: { read: Record<string, unknown> | null; typed: string | undefined },
) {
  const { key, kind, entity, label, slide, answer } = question;
  const none = kind === 'same' ? 'Ingen af dem: den er ny' : 'Ingen af dem: tag ikke rækkerne med';
  const chosen = typed ?? (answer === undefined ? '' : (answer ?? NONE));
  const choices = [...choicesOf(db, question), { value: NONE, text: none, facts: '' }];
  return {
    key,
    isList: kind === 'solution',
    label: kind === 'same' ? label : `»${question.words}«`,
    ask: kind === 'same' ? 'Er det en, der står i portalen?' : 'Løsningen kendes ikke. Hvilken er det?',
    facts: kind === 'same' ? (read ? factsOf(db, entity, read) : '') : label,
    slide,
    slideHref: slide === null ? '' : `${proposalPath(row)}/slide/${slide}`,
    choices: choices.map((one) => ({ ...one, isChosen: one.value === chosen })),
  };
}

function choicesOf(db: Db, { kind, entity, candidates }: Question) {
  if (kind === 'solution')
    return listSolutions(db).map(({ id, name }) => ({ value: id, text: name, facts: '' }));
  return candidates.flatMap((id) => {
    const row = findRow(db, entity, id);
    return row ? [{ value: id, text: nameOf(row), facts: factsOf(db, entity, row) }] : [];
  });
}

function nameOf(row: Readonly<Record<string, unknown>>): string {
  const named = ['title', 'name', 'subject', 'text', 'label'].find((field) => typeof row[field] === 'string');
  return named ? String(row[named]) : String(row.id);
}

/** Solution and dates: what tells two with like words apart. */
function factsOf(db: Db, entity: string, values: Readonly<Record<string, unknown>>): string {
  return Object.entries(fieldsOf(entity))
    .filter(([name, { isDate }]) => (isDate || name === 'solutionId') && (values[name] ?? null) !== null)
    .slice(0, MOST_FACTS)
    .map(([name, { label }]) => `${label}: ${valueInWords(db, entity, name, values[name])}`)
    .join(' · ');
}
