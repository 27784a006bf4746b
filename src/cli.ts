/** The `portal` command: finds the command, hands it the arguments, and ends with its exit code. */
import { parseArgs } from 'node:util';
import { backup } from '#src/cli/backup.ts';
import { check } from '#src/cli/check.ts';
import type { Command, Terminal } from '#src/cli/command.ts';
import { importMaterial } from '#src/cli/import.ts';
import { migrate } from '#src/cli/migrate.ts';
import { restore } from '#src/cli/restore.ts';
import { readConfig } from '#src/config.ts';
import { RefusedError, UnusableError } from '#src/shared/errors.ts';

const COMMANDS: readonly Command[] = [importMaterial, backup, restore, check, migrate];
const WRONG_USAGE = 2;
const REFUSED = 1;
const UNUSABLE = 78;

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
  const [name, ...rest] = argv;
  const command = COMMANDS.find((one) => one.usage.split(' ')[0] === name);
  if (!command) {
    const asked = name === undefined || name === '--help' || name === '-h';
    if (!asked) fail(`Kommandoen ${name} findes ikke.`);
    for (const line of overview()) (asked ? out : fail)(line);
    return asked && name !== undefined ? 0 : WRONG_USAGE;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out(`portal ${command.usage}\n\n${command.summary}\n${command.help}`);
    return 0;
  }
  const { args, dataFolder } = takeDataFolder(rest);
  const config = readConfig(dataFolder ? { ...process.env, PORTAL_DATA: dataFolder } : process.env);
  const terminal: Terminal = { config, out, fail };
  return command.run(args, terminal);
}

/** `--data MAPPE` goes for every command and overrides PORTAL_DATA. */
function takeDataFolder(args: string[]): { args: string[]; dataFolder: string | undefined } {
  const { tokens } = parseArgs({ args, strict: false, tokens: true, options: { data: { type: 'string' } } });
  const data = tokens.find((token) => token.kind === 'option' && token.name === 'data');
  if (data?.kind !== 'option' || typeof data.value !== 'string') return { args, dataFolder: undefined };
  const length = data.inlineValue ? 1 : 2;
  return { args: args.toSpliced(data.index, length), dataFolder: data.value };
}

function overview(): string[] {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length)) + 2;
  return [
    'portal KOMMANDO [--data MAPPE]',
    '',
    ...COMMANDS.map((command) => `  ${command.usage.padEnd(width)}${command.summary}`),
    '',
    'Skriv portal KOMMANDO --help for mere om en kommando.',
  ];
}
