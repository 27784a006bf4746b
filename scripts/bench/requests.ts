/** Requests to the measured portal, by node:http: fetch costs more than some of the pages. */
import { type Agent, get, request } from 'node:http';

/** The body as it came over the wire. @throws when the answer is not 200 */
export function fetchOnce(
  url: string,
  agent?: Agent,
  headers: Record<string, string> = { 'accept-encoding': 'identity' },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { ...(agent ? { agent } : {}), headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

/** Sends a form. @returns the status of the answer */
export function post(url: string, body: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    request(url, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}
