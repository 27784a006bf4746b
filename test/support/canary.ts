import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** An address on this machine that tells whether anybody has asked for it. */
export async function startCanary(): Promise<{ origin: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  server.on('connection', () => {
    visits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, visits: () => visits };
}
