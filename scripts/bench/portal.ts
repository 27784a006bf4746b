/** The portal in a process of its own (server.ts), so that its CPU is its own and not that of the asking. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { fetchOnce } from './requests.ts';

const WARM_UPS = 200;
const REQUESTS = 500;

export interface Portal {
  origin: string;
  /** CPU of the process so far, of system and program, in ms. */
  cpu(): Promise<number>;
  /** Resident memory of the process, in bytes. */
  memory(): Promise<number>;
  /** The cookie of somebody signed in. */
  signIn(who: 'staff' | 'odense'): Promise<string>;
  /** The municipality of `signIn('odense')` gets contacts, answers and notes, as one that has used the portal. */
  fillOdense(): Promise<void>;
  /** Ten years of dates, one of them withdrawn. */
  fillTenYears(): Promise<void>;
  /** Somebody writes something: what is remembered of the journal is to be read anew. */
  growJournal(): Promise<void>;
  /** Path of a calendar's own address. */
  subscribe(who: 'odense'): Promise<string>;
  /** Wall time of rebuilding the state of an earlier day, in ms. */
  rebuildMs(): Promise<number>;
  stop(): Promise<void>;
}

/** On a database with the seeds in it. @param databasePath of a file that is made */
export async function startPortal(databasePath: string): Promise<Portal> {
  const server = fork('scripts/bench/server.ts', [databasePath], { execArgv: [] });
  process.once('exit', () => server.kill());
  const ask = async <T>(question: string): Promise<T> => {
    server.send(question);
    const [answer] = (await once(server, 'message')) as [T];
    return answer;
  };
  const [origin] = (await once(server, 'message')) as [string];
  return {
    origin,
    cpu: () => ask('cpu'),
    memory: () => ask('memory'),
    signIn: async (who) => `portal=${await ask<string>(`sign-in ${who}`)}`,
    fillOdense: () => ask('fill odense'),
    fillTenYears: () => ask('fill ten years'),
    growJournal: () => ask('grow'),
    subscribe: (who) => ask(`subscribe ${who}`),
    rebuildMs: () => ask('rebuild'),
    stop: async () => {
      server.send('stop');
      await once(server, 'exit');
    },
  };
}

/** CPU of the portal per request, over one connection, and the bytes of the answer. */
export async function measure(
  portal: Portal,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ cpuMs: number; size: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let size = 0;
  for (let i = 0; i < WARM_UPS; i++) size = (await fetchOnce(portal.origin + path, agent, headers)).length;
  const before = await portal.cpu();
  for (let i = 0; i < REQUESTS; i++) await fetchOnce(portal.origin + path, agent, headers);
  const cpuMs = ((await portal.cpu()) - before) / REQUESTS;
  agent.destroy();
  return { cpuMs, size };
}

/** CPU of the portal for one request, and the body. */
export async function measureOnce(portal: Portal, path: string): Promise<{ cpuMs: number; text: string }> {
  const before = await portal.cpu();
  const text = (await fetchOnce(portal.origin + path)).toString('utf8');
  return { cpuMs: (await portal.cpu()) - before, text };
}
