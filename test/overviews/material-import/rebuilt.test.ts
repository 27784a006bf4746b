/**
 * The November facts laid out again as a deck, which lies beside the checkout with what a perfect reader finds in it.
 * What is read with high confidence must be right; over the seeds only what was invented for that deck may differ.
 */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { readMaterialBytes, readMaterialFile } from '#test/support/material.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const FILES = ['2025-11-rebuilt.pptx', '2025-11-rebuilt.pdf', '2025-11-rebuilt.txt'];
const truthText = readMaterialFile('2025-11-rebuilt.truth.json');
const truth = JSON.parse(truthText ?? '{}') as Truth;

interface SaidDate {
  raw: string;
  from: string | null;
  to: string | null;
  /** The day is not told; any near it is right. */
  soft?: true;
}

type Named = Record<string, unknown> & { confidence?: string };
type List =
  | 'klik_tasks'
  | 'agreements'
  | 'sts_milestones'
  | 'k98_steps'
  | 'k98_seats'
  | 'annual_wheel'
  | 'links'
  | 'contacts';
type Truth = Record<List, Named[]> & { signatures: { missing: string[]; signed: string[] }[] };

/** By which words a record is known, and which of its fields are dates. */
const LISTS: readonly { key: List; names: readonly string[]; dates: readonly string[] }[] = [
  { key: 'klik_tasks', names: ['project', 'title'], dates: ['start', 'end'] },
  { key: 'agreements', names: ['solution', 'agreement'], dates: ['sent', 'deadline'] },
  { key: 'sts_milestones', names: ['title'], dates: ['date'] },
  { key: 'k98_steps', names: ['title'], dates: ['date'] },
];

const read = new Map<string, Promise<Snapshot>>();
function reading(...names: string[]): Promise<Snapshot> {
  const key = names.join();
  const known =
    read.get(key) ??
    readMaterial(names.map((name) => ({ name, bytes: readMaterialBytes(name) ?? new Uint8Array() })));
  read.set(key, known);
  return known;
}

function bare(value: unknown): string {
  return String(value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The truth about a record: its title may have a detail after it. */
function truthOf(record: Named, key: List, names: readonly string[]): Named | undefined {
  return truth[key].find((one) => names.every((name) => bare(one[name]).startsWith(bare(record[name]))));
}

describe.skipIf(!truthText).each(FILES)('%s', (file) => {
  test('is whole: as many records of each list as there are', async () => {
    const snapshot = await reading(file);
    for (const key of [
      'klik_tasks',
      'agreements',
      'sts_milestones',
      'k98_steps',
      'k98_seats',
      'annual_wheel',
      'contacts',
    ] as const)
      expect([key, snapshot[key].length]).toEqual([key, truth[key].length]);
    if (!file.endsWith('.txt'))
      expect(snapshot.links.map(({ url }) => url)).toEqual(truth.links.map(({ url }) => url));
  });

  test('has no wrong day among what is read with high confidence', async () => {
    const snapshot = await reading(file);
    const wrong: unknown[] = [];
    for (const { key, names, dates } of LISTS) {
      for (const record of snapshot[key] as Named[]) {
        if (record.confidence !== 'high') continue;
        const right = truthOf(record, key, names);
        for (const field of dates) {
          const [own, meant] = [record[field] as SaidDate, right?.[field] as SaidDate | undefined];
          if (meant?.soft) continue;
          if (!meant || own.from !== meant.from || own.to !== meant.to) wrong.push([key, record, field]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('has no wrong municipality, and is sure of its list because the slide counts it', async () => {
    const { signatures } = await reading(file);
    expect(signatures.map(({ confidence }) => confidence)).toEqual(['high']);
    expect([...(signatures[0]?.missing ?? [])].sort()).toEqual(
      [...(truth.signatures[0]?.missing ?? [])].sort(),
    );
    expect([...(signatures[0]?.signed ?? [])].sort()).toEqual(
      [...(truth.signatures[0]?.signed ?? [])].sort(),
    );
  });

  test('is sure of something, and of nothing that no check agreed with', async () => {
    const { klik_tasks, k98_steps, annual_wheel } = await reading(file);
    const sure = klik_tasks.filter(({ confidence }) => confidence === 'high');
    if (file.endsWith('.txt')) expect(sure).toEqual([]);
    else expect(sure.length).toBeGreaterThan(3);
    expect([...k98_steps, ...annual_wheel].filter(({ confidence }) => confidence === 'high')).toEqual([]);
  });

  test('leaves no line of a table or list behind', async () => {
    expect((await reading(file)).not_understood.map(({ text }) => text)).toEqual([]);
  });
});

describe.skipIf(!truthText)('over the seeds', () => {
  test.each(['2025-11-rebuilt.pptx', '2025-11-rebuilt.pdf'])(
    '%s differs only in what was invented, and never surely',
    async (file) => {
      const differences = proposeSnapshot(seededDatabase(), await reading(file), null, NO_HINTS);
      const entities = new Set(differences.map(({ draft }) => draft.entity));
      // The wheel's months, the place of a note, the order of a chart's values, a component.
      expect([...entities].sort()).toEqual(['election_figure', 'sts_component', 'task_note', 'wheel_entry']);
      expect(differences.filter(({ draft }) => draft.fields['confidence'] === 'high')).toEqual([]);
    },
  );
});

describe.skipIf(!truthText)('both files of the meeting together', () => {
  test('agree, and what one alone made likely is sure', async () => {
    const alone = await reading('2025-11-rebuilt.pptx');
    const { klik_tasks, agreements, k98_steps, warnings, meeting } = await reading(
      '2025-11-rebuilt.pptx',
      '2025-11-rebuilt.pdf',
    );
    expect(meeting.sources).toEqual(['pptx', 'pdf']);
    const sure = (list: readonly { confidence: string }[]) =>
      list.filter(({ confidence }) => confidence === 'high').length;
    expect(sure(klik_tasks)).toBe(12);
    expect(sure(agreements)).toBe(19);
    expect(sure(k98_steps)).toBeGreaterThan(sure(alone.k98_steps));
    expect(warnings.filter(({ code }) => code === 'sources-disagree').map(({ about }) => about)).toEqual([]);
  });
});
