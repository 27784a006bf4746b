/** `npm run check`: formatting, lint, types, unused code, tests. Every part runs; the first that fails decides the exit code. */
import { spawnSync } from 'node:child_process';

const PARTS: readonly [string, string[]][] = [
  ['formatting and lint', ['biome', 'check', '.']],
  ['types', ['tsc', '-p', '.']],
  ['unused code and packages', ['knip']],
  ['tests', ['vitest', 'run']],
];

const only = process.argv.slice(2);
let failed = 0;
for (const [name, command] of PARTS) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  console.log(`\n== ${name}: ${command.join(' ')}`);
  const { status } = spawnSync('npx', ['--no-install', ...command], { stdio: 'inherit' });
  if (status !== 0) failed++;
  console.log(status === 0 ? `-- ${name}: ok` : `-- ${name}: failed`);
}
process.exitCode = failed === 0 ? 0 : 1;
