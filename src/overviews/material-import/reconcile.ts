/** The same meeting read from several files: where they agree a record is surer, where they differ a person must look. */
import { type Confidence, lower, type Records } from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { FileKind } from './choose-sources.ts';

/** What one more file of the meeting says. */
export interface CheckRead {
  kind: FileKind;
  records: Records;
}

type Warning = Snapshot['warnings'][number];
type RecordLike = Record<string, unknown> & { slide: number; confidence: Confidence };

/** The lists that are compared, each with the fields that name a record and those that may be told differently. */
const COMPARED: readonly { key: keyof Records; names: readonly string[]; facts: readonly string[] }[] = [
  { key: 'klik_tasks', names: ['project', 'title'], facts: ['start', 'end'] },
  { key: 'agreements', names: ['solution', 'agreement'], facts: ['sent', 'deadline', 'recipients'] },
  { key: 'signatures', names: ['agreement'], facts: ['as_of', 'missing', 'signed'] },
  { key: 'sts_milestones', names: ['title'], facts: ['date'] },
  { key: 'k98_steps', names: ['title'], facts: ['date'] },
  { key: 'k98_seats', names: ['body', 'seat'], facts: ['count', 'appointed'] },
  { key: 'annual_wheel', names: ['activity'], facts: ['level', 'months'] },
  { key: 'events', names: ['title'], facts: ['date', 'time'] },
  { key: 'next_steps', names: ['title'], facts: ['date'] },
  { key: 'figures', names: ['name'], facts: ['value', 'as_of'] },
];

const FILES: Readonly<Record<FileKind, string>> = {
  pptx: 'PowerPoint-filen',
  pdf: 'PDF-filen',
  text: 'Tekstlaget',
  ocr: 'OCR-teksten',
};

/** The records of the leading file, with the confidence that the others give or take, and what only another file has. */
export function reconcile(
  main: Records,
  leading: FileKind,
  checks: readonly CheckRead[],
): { records: Records; warnings: Warning[] } {
  const warnings: Warning[] = [];
  let records = main;
  for (const check of checks) {
    const lists: Partial<Record<keyof Records, RecordLike[]>> = {};
    for (const { key, names, facts } of COMPARED) {
      const own = records[key] as unknown as RecordLike[];
      const others = check.records[key] as unknown as RecordLike[];
      // A file that has none of a list shows it as a picture, or not at all.
      if (others.length === 0) continue;
      const compare = new Comparison(key, names, facts, leading, check.kind);
      lists[key] = compare.run(own, others);
      warnings.push(...compare.warnings);
    }
    records = { ...records, ...(lists as unknown as Partial<Records>) };
  }
  return { records, warnings };
}

class Comparison {
  readonly warnings: Warning[] = [];
  readonly #key: string;
  readonly #names: readonly string[];
  readonly #facts: readonly string[];
  readonly #leading: FileKind;
  readonly #other: FileKind;

  constructor(
    key: string,
    names: readonly string[],
    facts: readonly string[],
    leading: FileKind,
    other: FileKind,
  ) {
    this.#key = key;
    this.#names = names;
    this.#facts = facts;
    this.#leading = leading;
    this.#other = other;
  }

  run(own: readonly RecordLike[], others: readonly RecordLike[]): RecordLike[] {
    const left = [...others];
    const checked = own.map((record) => {
      const at = left.findIndex((other) => this.#nameOf(other) === this.#nameOf(record));
      const [other] = at < 0 ? [] : left.splice(at, 1);
      if (!other) return this.#alone(record, this.#leading, lower(record.confidence, 'medium'));
      return this.#compared(record, other);
    });
    // What the leading file lacks may have been read wrongly there.
    return [...checked, ...left.map((record) => this.#alone(record, this.#other, 'low'))];
  }

  #compared(record: RecordLike, other: RecordLike): RecordLike {
    // A file that does not tell says nothing against the one that does, and nothing for it.
    const told = this.#facts.filter((fact) => !isSilent(other[fact]));
    const differing = told.filter((fact) => factOf(record[fact]) !== factOf(other[fact]));
    if (differing.length === 0) {
      const isWhole = this.#facts.every((fact) => factOf(record[fact]) === factOf(other[fact]));
      return isWhole ? { ...record, confidence: raised(record.confidence) } : record;
    }
    for (const fact of differing) {
      const [a, b] = [wordsOf(record[fact]), wordsOf(other[fact])];
      const [first, second] = [FILES[this.#leading], FILES[this.#other]];
      this.#warn(
        record,
        `${a} / ${b}`,
        `${first} siger »${a}«, ${second} »${b}«. ${first} gælder, til I har set efter.`,
      );
    }
    return { ...record, confidence: 'low' };
  }

  #alone(record: RecordLike, where: FileKind, confidence: Confidence): RecordLike {
    this.#warn(
      record,
      '',
      `Det står kun i ${FILES[where]}, ikke i den anden fil fra mødet. Se efter, om det gælder.`,
    );
    return { ...record, confidence };
  }

  #warn(record: RecordLike, text: string, reason: string): void {
    const name = String(record[this.#names.at(-1) ?? ''] ?? '');
    this.warnings.push({
      slide: record.slide,
      code: 'sources-disagree',
      text,
      reason,
      about: `${this.#key}: ${name}`,
    });
  }

  #nameOf(record: RecordLike): string {
    return this.#names.map((name) => bare(String(record[name] ?? ''))).join('|');
  }
}

/** Two files that say the same are one step surer than one. */
function raised(confidence: Confidence): Confidence {
  return confidence === 'medium' ? 'high' : confidence;
}

/** What a field says, whatever its words: a date by its days, text by its letters. */
function factOf(value: unknown): string {
  if (typeof value === 'string') return bare(value);
  if (value === null || typeof value !== 'object') return String(value ?? null);
  if (Array.isArray(value)) return [...value].map(factOf).sort().join(',');
  const { from, to, precision } = value as Record<string, unknown>;
  return `${from}..${to} ${precision}`;
}

/** No day, no words, no list. */
function isSilent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && 'precision' in value && value.precision === 'none';
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (value !== null && typeof value === 'object' && 'raw' in value) return String(value.raw) || 'ingenting';
  return String(value ?? 'ingenting') || 'ingenting';
}

function bare(text: string): string {
  return text.toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, '');
}
