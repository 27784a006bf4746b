import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { print } from './result.ts';

const PORT = 3999;

export async function measureStart(folder: string): Promise<void> {
  print('Start to first answer, empty folder', 3000, 'ms', await startTime(folder));
  print('Start to first answer, existing folder', 1000, 'ms', await startTime(folder));
}

/** Wall time from spawning the server to the first 200 of the front page. */
async function startTime(folder: string): Promise<number> {
  const begin = performance.now();
  const environment = {
    ...process.env,
    PORT: String(PORT),
    PORTAL_DATA: join(folder, 'var'),
    LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, ['src/server.ts'], { env: environment, stdio: 'ignore' });
  const stopped = new Promise((resolve) => server.once('exit', resolve));
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${PORT}/`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) break;
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const elapsed = performance.now() - begin;
  server.kill('SIGTERM');
  await stopped;
  return elapsed;
}
