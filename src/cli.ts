/** The `portal` command: finds the command, hands it the arguments, and ends with its exit code. */
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '#src/cli/command.ts';
import { readConfig } from '#src/config.ts';
import { diskTrouble } from '#src/db/disk-trouble.ts';
import { RefusedError, UnusableError } from '#src/shared/errors.ts';

/** Loaded when asked for: reading a deck needs no database, and a copy no reader. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('#src/cli/import.ts')).importMaterial,
  backup: async () => (await import('#src/cli/backup.ts')).backup,
  restore: async () => (await import('#src/cli/restore.ts')).restore,
  check: async () => (await import('#src/cli/check.ts')).check,
  log: async () => (await import('#src/cli/log.ts')).log,
  mail: async () => (await import('#src/cli/mail.ts')).mail,
  user: async () => (await import('#src/cli/user.ts')).user,
  migrate: async () => (await import('#src/cli/migrate.ts')).migrate,
};
const WRONG_USAGE = 2;
const REFUSED = 1;
const UNUSABLE = 78;

// What a command writes can be read by the portal's own user alone, as what the portal writes.
process.umask(0o077);

// What Node compiled is kept with the data, as the server keeps it; a command alone makes no folder.
const dataFolder = process.env.PORTAL_DATA || 'var';
if (existsSync(dataFolder)) enableCompileCache(join(dataFolder, 'cache'));

const fail = (line: string): void => void process.stderr.write(`${line}\n`);
const out = (line: string): void => void process.stdout.write(`${line}\n`);

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof RefusedError || error instanceof UnusableError)) throw error;
  fail(error.message);
  process.exitCode = error instanceof UnusableError ? UNUSABLE : REFUSED;
}

async function runCommand(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const isAskedFor = ['', '--help', '-h'].includes(name);
    if (!isAskedFor) fail(`Kommandoen ${name} findes ikke.`);
    for (const line of await overview()) (isAskedFor ? out : fail)(line);
    return isAskedFor && name !== '' ? 0 : WRONG_USAGE;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    out(`portal ${command.usage}\n\n${command.summary}\n${command.help}`);
    return 0;
  }
  const { args, dataFolder } = takeDataFolder(rest);
  const config = readConfig(dataFolder ? { ...process.env, PORTAL_DATA: dataFolder } : process.env);
  try {
    return await command.run(args, { config, out, fail });
  } catch (error) {
    throw diskTrouble(error, resolve(config.dataFolder)) ?? error;
  }
}

/** `--data MAPPE` goes for every command and overrides PORTAL_DATA. */
function takeDataFolder(args: string[]): { args: string[]; dataFolder: string | undefined } {
  const { tokens } = parseArgs({ args, strict: false, tokens: true, options: { data: { type: 'string' } } });
  const data = tokens.find((token) => token.kind === 'option' && token.name === 'data');
  if (data?.kind !== 'option' || typeof data.value !== 'string') return { args, dataFolder: undefined };
  const length = data.inlineValue ? 1 : 2;
  return { args: args.toSpliced(data.index, length), dataFolder: data.value };
}

async function overview(): Promise<string[]> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map((command) => command.usage.length)) + 2;
  return [
    'portal KOMMANDO [--data MAPPE]',
    '',
    ...commands.map((command) => `  ${command.usage.padEnd(width)}${command.summary}`),
    '',
    'Skriv portal KOMMANDO --help for mere om en kommando.',
  ];
}
