/** Tasks and agreements that the material names more than once. */
import type { Records } from '#src/core/reading/reading.ts';

type Warning = Records['warnings'][number];

interface Told {
  slide: number;
  confidence: 'high' | 'medium' | 'low';
}

interface Naming<T> {
  /** In sentences: "Opgaven". */
  word: string;
  key: string;
  subjectOf: (record: T) => string;
  titleOf: (record: T) => string;
  /** By which of the two a warning names the record. */
  aboutOf: (record: T) => string;
}

const TASKS: Naming<Records['klik_tasks'][number]> = {
  word: 'Opgaven',
  key: 'klik_tasks',
  subjectOf: ({ project }) => project,
  titleOf: ({ title }) => title,
  aboutOf: ({ title }) => title,
};
const AGREEMENTS: Naming<Records['agreements'][number]> = {
  word: 'Aftalen',
  key: 'agreements',
  subjectOf: ({ solution }) => solution,
  titleOf: ({ agreement }) => agreement,
  aboutOf: ({ solution }) => solution,
};
/** Where and how surely it was read, and how a day was written, is not what it says. */
const NOT_SAID = new Set(['slide', 'confidence', 'raw']);

/** What says the same everywhere stands once. What does not stands as often as it differs, and a person chooses. */
export function joinRepeated(records: Records): Records {
  const tasks = joined(records.klik_tasks, TASKS);
  const agreements = joined(records.agreements, AGREEMENTS);
  return {
    ...records,
    klik_tasks: tasks.records,
    agreements: agreements.records,
    warnings: [...records.warnings, ...tasks.warnings, ...agreements.warnings],
  };
}

function joined<T extends Told>(all: readonly T[], naming: Naming<T>): { records: T[]; warnings: Warning[] } {
  const nameOf = (record: T) => `${naming.subjectOf(record)} ${naming.titleOf(record)}`.toLowerCase();
  const warnings: Warning[] = [];
  const kept = new Set<T>();
  const doubtful = new Set<T>();
  for (const group of Map.groupBy(all, nameOf).values()) {
    const different = [...new Map(group.toReversed().map((record) => [saidBy(record), record])).values()];
    for (const record of different) {
      kept.add(record);
      if (different.length > 1) doubtful.add(record);
    }
    const [, second] = group;
    if (second) warnings.push(warningOf(second, naming, different.length > 1));
  }
  const records = all
    .filter((record) => kept.has(record))
    .map((record): T => (doubtful.has(record) ? { ...record, confidence: 'low' } : record));
  return { records, warnings };
}

function saidBy(record: object): string {
  return JSON.stringify(record, (key, value: unknown) => (NOT_SAID.has(key) ? undefined : value));
}

function warningOf<T extends Told>(
  record: T,
  { word, key, titleOf, aboutOf }: Naming<T>,
  differs: boolean,
): Warning {
  return {
    slide: record.slide,
    code: differs ? 'told-differently' : 'told-twice',
    text: titleOf(record),
    reason: differs
      ? `${word} står flere gange i materialet, men ikke ens. Alle er med; behold den rigtige.`
      : `${word} står flere gange i materialet, ens hver gang. Den er taget med én gang.`,
    about: `${key}: ${aboutOf(record)}`,
  };
}
