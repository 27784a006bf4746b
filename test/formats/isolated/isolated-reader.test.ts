import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import {
  createIsolatedReader,
  READING_LIMITS,
  type ReadingLimits,
  type ReadingTurn,
} from '#src/formats/isolated/isolated-reader.ts';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { UnreadableFileError } from '#src/formats/unreadable-file.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { oneSlide, shape } from '#test/support/pptx.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-reading-'));
const FILE = oneSlide(shape('Ærø'));
const ENDLESS = 'process.stdin.resume(); for (;;);';
const SHORT: ReadingLimits = { ...READING_LIMITS, milliseconds: 1_000 };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('reading in a process of its own', () => {
  test('gives the same deck as reading here, with the file name in the sentences', async () => {
    const reader = createIsolatedReader();
    expect(await reader.read('møde.pptx', FILE)).toEqual(readPptx('møde.pptx', FILE));
    await expect(reader.read('møde.pptx', new Uint8Array())).rejects.toThrow('Filen møde.pptx er tom.');
    await expect(reader.read('møde.pptx', new Uint8Array())).rejects.toBeInstanceOf(UnreadableFileError);
  });

  test('a name with line ends or quotes does not confuse it', async () => {
    await expect(createIsolatedReader().read('a"\n{}\n.pptx', new Uint8Array())).rejects.toThrow(
      'Filen a"{}.pptx',
    );
  });

  test('a file of several megabytes goes through', async () => {
    const picture = Uint8Array.from({ length: 5_000_000 }, (_, index) => (index * index * 31) % 251);
    const file = oneSlide(shape('Et ord'), [], { parts: { 'ppt/media/a.png': picture } });
    expect((await createIsolatedReader().read('x', file)).slides).toHaveLength(1);
  });
});

describe('a file that goes beyond the limits is given up with a sentence, and its process is gone', () => {
  test('of time', async () => {
    await expect(readWith(ENDLESS, SHORT)).rejects.toThrow(
      'Filen x.pptx kunne ikke læses på 1 sekunder. Del den i mindre filer, eller gem den igen.',
    );
  });

  test('of memory beside the heap', async () => {
    const hungry = 'const kept = []; for (;;) kept.push(Buffer.alloc(1e7, 1)); setInterval(() => kept);';
    await expect(readWith(hungry, smallMemory())).rejects.toThrow(/for meget hukommelse/);
  });

  test('of memory in the heap', async () => {
    const hungry = 'const kept = []; for (;;) kept.push([1, 2, 3, kept.length]);';
    await expect(readWith(hungry, smallMemory())).rejects.toThrow(/for meget hukommelse/);
  });

  test('of output', async () => {
    const talkative =
      'const line = "x".repeat(1e6); const say = () => process.stdout.write(line, say); say();';
    await expect(readWith(talkative, { ...SHORT, milliseconds: 20_000 })).rejects.toThrow(
      /alt for meget tekst/,
    );
  });

  test('no process is left', async () => {
    await readWith(ENDLESS, SHORT).catch(() => undefined);
    const processes = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;
    expect(processes).not.toContain(folder);
  });
});

describe('a process that fails', () => {
  test('ends in a sentence, and the log gets its complaint', async () => {
    const refusal = await readWith('throw new Error("boom");', SHORT).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableFileError);
    expect(refusal).toMatchObject({
      message: 'Filen x.pptx kunne ikke læses. Gem den igen, og prøv igen.',
      cause: expect.objectContaining({ message: expect.stringContaining('boom') }),
    });
  });

  test('or answers half ends in the same sentence', async () => {
    await expect(readWith('process.stdout.write("{\\"deck\\":");', SHORT)).rejects.toThrow(
      /kunne ikke læses/,
    );
  });
});

describe('the process', () => {
  /** Runs the lines and refuses with what they put into `said`. */
  const saying = (lines: string) =>
    readWith(
      `let said = ""; ${lines}; process.stdout.write(JSON.stringify({ refusal: String(said) }));`,
      READING_LIMITS,
    ).then(
      () => '',
      (error: Error) => error.message,
    );
  const attempt = (deed: string) =>
    saying(`try { ${deed}; said = "done"; } catch (error) { said = error.code; }`);

  test('gets nothing of our environment', async () => {
    process.env.PORTAL_TEST_SECRET = 'hemmelig';
    expect(await saying('said = JSON.stringify(process.env)')).not.toContain('hemmelig');
    delete process.env.PORTAL_TEST_SECRET;
  });

  test('writes no file, reads none but the program, starts nothing', async () => {
    const fs = (call: string) => attempt(`(await import("node:fs")).${call}`);
    expect(await fs(`writeFileSync(${JSON.stringify(join(folder, 'written'))}, "x")`)).toBe(
      'ERR_ACCESS_DENIED',
    );
    expect(await fs('readFileSync("/etc/passwd")')).toBe('ERR_ACCESS_DENIED');
    expect(await attempt('(await import("node:child_process")).spawnSync("true")')).toBe('ERR_ACCESS_DENIED');
  });
});

// Node 24's permission model does not know the network.
test.runIf(process.allowedNodeEnvironmentFlags.has('--allow-net'))(
  'the process reaches no address of the network',
  async () => {
    const lines = `
      import { connect } from 'node:net';
      const said = await new Promise((told) => connect(9, '127.0.0.1').on('error', ({ code }) => told(code)));
      process.stdout.write(JSON.stringify({ refusal: String(said) }));`;
    await expect(readWith(lines, READING_LIMITS)).rejects.toThrow('ERR_ACCESS_DENIED');
  },
);

test('others are served while a file is being read', async () => {
  const server = createServer((_, response) => response.end('her'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  let isRead = false;
  const reading = readWith(ENDLESS, SHORT).catch(() => {
    isRead = true;
  });
  for (let visit = 0; visit < 10; visit += 1) expect(await (await fetch(url)).text()).toBe('her');
  expect(isRead).toBe(false);
  await reading;
  server.close();
});

describe('many files at once', () => {
  const limits: ReadingLimits = { ...READING_LIMITS, atOnce: 2, waiting: 2 };

  test('two are read, the next wait and hear how many are before them, and more are refused', async () => {
    const reader = createIsolatedReader(limits);
    const turns: [string, ReadingTurn][] = [];
    const read = (name: string) => reader.read(name, FILE, (turn) => turns.push([name, turn]));
    const readings = ['a', 'b', 'c', 'd'].map(read);
    await expect(read('e')).rejects.toBeInstanceOf(RefusedError);
    await expect(read('e')).rejects.toThrow('Der læses allerede mange filer. Prøv igen om et par minutter.');
    expect(turns.filter(([, { state }]) => state === 'waiting')).toEqual([
      ['c', { state: 'waiting', before: 0 }],
      ['d', { state: 'waiting', before: 1 }],
    ]);
    expect(await Promise.all(readings)).toHaveLength(4);
    expect(turns).toContainEqual(['d', { state: 'waiting', before: 0 }]);
    const began = turns.filter(([, { state }]) => state === 'reading').map(([name]) => name);
    expect(began).toEqual(['a', 'b', 'c', 'd']);
  });

  test('nobody slips in between the one that ends and the next in line', async () => {
    const reader = createIsolatedReader({ ...limits, atOnce: 1 });
    const first = reader.read('a', FILE);
    const second = reader.read('b', FILE);
    await first;
    const turns: ReadingTurn[] = [];
    const third = reader.read('c', FILE, (turn) => turns.push(turn));
    expect(turns).toEqual([{ state: 'waiting', before: 0 }]);
    await Promise.all([second, third]);
  });

  test('a file that fails gives its place to the next', async () => {
    const reader = createIsolatedReader({ ...limits, atOnce: 1 });
    const failing = reader.read('tom', new Uint8Array()).catch((error: Error) => error.message);
    expect((await reader.read('god', FILE)).slides).toHaveLength(1);
    expect(await failing).toContain('er tom');
  });

  test('closing ends what is read and refuses whoever waits', async () => {
    const reader = createIsolatedReader({ ...limits, atOnce: 1 }, script(ENDLESS));
    const begun = Promise.withResolvers<void>();
    const readings = [reader.read('a', FILE, () => begun.resolve()), reader.read('b', FILE)];
    const ends = Promise.allSettled(readings);
    await begun.promise;
    reader.close();
    for (const end of await ends)
      expect(end).toMatchObject({ reason: { message: expect.stringMatching(/lukkes ned/) } });
  });
});

function smallMemory(): ReadingLimits {
  return { ...READING_LIMITS, residentBytes: 150 * 1024 * 1024 };
}

function readWith(lines: string, limits: ReadingLimits): Promise<unknown> {
  return createIsolatedReader(limits, script(lines)).read('x.pptx', FILE);
}

function script(lines: string): URL {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(path, lines);
  return pathToFileURL(path);
}
