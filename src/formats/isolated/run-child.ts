/** One process for one piece of work, with limits of time, memory and output; killed with all it started. */

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  milliseconds: number;
  /** Of the whole process, not only of the script's heap. */
  residentBytes: number;
  outputBytes: number;
}

export type ChildEnd =
  | { kind: 'answered'; output: string }
  | { kind: 'too-slow' | 'too-much-memory' | 'too-much-output' | 'stopped' }
  /** It ended by itself without an answer; `complaint` is the end of what it wrote about that. */
  | { kind: 'failed'; complaint: string };

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const MEGABYTE = 1024 * 1024;
/** What a process needs beside its heap: code, stacks, the file itself. */
const BESIDE_HEAP = 0.25;
const MEMORY_CHECK_MILLISECONDS = 50;
const COMPLAINT_CHARACTERS = 2_000;
const PAGE_BYTES = 4_096;
const SOURCE = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const MANIFEST = fileURLToPath(new URL('../../../package.json', import.meta.url));

/**
 * Runs a script of this program with `input` on its standard input. It gets no environment, may read the program's own
 * files and nothing else, and write nowhere. Never rejects.
 */
export function runChild(
  script: URL,
  input: readonly Uint8Array[],
  limits: ChildLimits,
  signal?: AbortSignal,
): Promise<ChildEnd> {
  if (signal?.aborted) return Promise.resolve({ kind: 'stopped' });
  return new Promise((resolve) => {
    const child = start(fileURLToPath(script), limits);
    let end: ChildEnd | undefined;
    const stop = (kind: 'too-slow' | 'too-much-memory' | 'too-much-output' | 'stopped'): void => {
      end ??= { kind };
      killGroup(child);
    };
    const onStop = (): void => stop('stopped');
    const onExit = (): void => killGroup(child);
    const clock = setTimeout(() => stop('too-slow'), limits.milliseconds);
    const memory = watchMemory(child, limits.residentBytes, () => stop('too-much-memory'));
    const output = collect(child.stdout, limits.outputBytes, () => stop('too-much-output'));
    const complaint = keepEnd(child.stderr);
    signal?.addEventListener('abort', onStop, { once: true });
    process.once('exit', onExit);
    const finish = (found: ChildEnd): void => {
      clearTimeout(clock);
      clearInterval(memory);
      signal?.removeEventListener('abort', onStop);
      process.off('exit', onExit);
      resolve(end ?? found);
    };
    child.on('error', (error) => finish({ kind: 'failed', complaint: error.message }));
    child.on('close', (code) => finish(endOf(code, output(), complaint())));
    // A child that ends before it has read everything is judged by how it ended.
    child.stdin.on('error', () => undefined);
    for (const chunk of input) child.stdin.write(chunk);
    child.stdin.end();
  });
}

/** In a group of its own; where there is a shell, with a limit of processor time that holds even when we are gone. */
function start(script: string, limits: ChildLimits): Child {
  const heapMegabytes = Math.floor((limits.residentBytes * (1 - BESIDE_HEAP)) / MEGABYTE);
  const readable = [SOURCE, PACKAGES, MANIFEST, script].map((path) => `--allow-fs-read=${path}`);
  const command = [
    process.execPath,
    `--max-old-space-size=${heapMegabytes}`,
    '--permission',
    ...readable,
    script,
  ];
  const processorSeconds = String(Math.ceil(limits.milliseconds / 1_000) * 3);
  const [file = '', ...rest] =
    process.platform === 'win32'
      ? command
      : ['/bin/sh', '-c', 'ulimit -c 0; ulimit -t "$0"; exec "$@"', processorSeconds, ...command];
  return spawn(file, rest, {
    detached: true,
    windowsHide: true,
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function killGroup(child: Child): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

/** Where the system tells it (Linux). Elsewhere the limit of the heap alone holds. */
function watchMemory(child: Child, mostBytes: number, stop: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const pages = await readFile(`/proc/${child.pid}/statm`, 'latin1').catch(() => '');
    if (Number(pages.split(' ')[1] ?? 0) * PAGE_BYTES > mostBytes) stop();
  }, MEMORY_CHECK_MILLISECONDS);
}

function collect(stream: Readable, mostBytes: number, stop: () => void): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > mostBytes) stop();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function keepEnd(stream: Readable): () => string {
  let kept = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    kept = (kept + text).slice(-COMPLAINT_CHARACTERS);
  });
  return () => kept;
}

function endOf(code: number | null, output: string, complaint: string): ChildEnd {
  if (code === 0) return { kind: 'answered', output };
  if (/heap out of memory|Array buffer allocation failed/.test(complaint)) return { kind: 'too-much-memory' };
  return { kind: 'failed', complaint };
}
