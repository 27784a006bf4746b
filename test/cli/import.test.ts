import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importMaterial } from '#src/cli/import.ts';
import { readConfig } from '#src/config.ts';
import { snapshotSchema } from '#src/core/snapshot/schema.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  writeFileSync(
    join(folder, 'deck.txt'),
    'KOMBIT-programledermøde\n15. januar 2026\n\n\n\nDagsorden\n1. Et\n2. To\n',
  );
  writeFileSync(join(folder, 'tom.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const code = await importMaterial.run(args, {
    config: readConfig({}),
    out: (line) => {
      heard.out += `${line}\n`;
    },
    fail: (line) => {
      heard.err += `${line}\n`;
    },
  });
  return { code, ...heard };
}

describe('portal import', () => {
  test('prints nothing but the snapshot with --json', async () => {
    const { code, out, err } = await run(join(folder, 'deck.txt'), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(snapshotSchema.parse(JSON.parse(out)).meeting.agenda).toHaveLength(2);
  });

  test('tells in Danish what was read', async () => {
    const { code, out } = await run(join(folder, 'deck.txt'));
    expect(code).toBe(0);
    expect(out).toContain('KOMBIT-programledermøde 2026-01: 2 slides.');
    expect(out).toContain('Kun tekstlaget er læst.');
  });

  test('takes the day of the meeting from the person', async () => {
    const { out } = await run(join(folder, 'deck.txt'), '--meeting', '2026-01-20', '--json');
    expect(JSON.parse(out).meeting).toMatchObject({ date: { from: '2026-01-20' }, date_basis: 'given' });
  });

  test.each([
    ['tom.txt', 'Filen tom.txt er tom.'],
    ['nix.txt', 'findes ikke'],
    ['.', 'kan ikke åbnes'],
  ])('refuses %s with a sentence and exit 1', async (name, sentence) => {
    const { code, out, err } = await run(join(folder, name), '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });

  test.each([
    [[]],
    [['--hvad']],
    [['deck.txt', '--meeting', '2026-02-30']],
    [['deck.txt', '--meeting', 'i morgen']],
  ])('answers wrong usage %j with exit 2', async (args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});
