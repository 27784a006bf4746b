/** Servers that never greet, drip, hang up in the middle or talk nonsense: the round ends, and every mail arrives later. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  drip,
  hangUp,
  type Manners,
  say,
  saysNothing,
  startRudeMailServer,
} from '#test/support/rude-mail-server.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { after, deliverAt, historyOf, NOON, queueAll, states, transportTo } from './support.ts';

const A = 'anna@odense.dk';

/** The portal's patience with an attempt. */
const PATIENCE_MS = 60_000;

/** `heard`: whether the mail comes to the server whole all the same. `waits`: until the portal's patience is over. */
describe.each<[string, Manners, { waits?: boolean; heard?: boolean }]>([
  ['never greets', { greet: saysNothing }, { waits: true }],
  ['drips its greeting', { greet: drip }, { waits: true }],
  ['hangs up instead of a greeting', { greet: hangUp }, { waits: true }],
  ['is going down', { greet: say('421 Closing') }, {}],
  ['greets with nonsense', { greet: say('HTTP/1.1 400 Bad Request') }, {}],
  ['hangs up at the first command', { line: hangUpAt(/^EHLO/i) }, {}],
  ['hangs up at the receiver', { line: hangUpAt(/^RCPT/i) }, {}],
  ['hangs up in the middle of the mail', { data: hangUp }, {}],
  ['drips its answer to the mail', { end: drip }, { waits: true, heard: true }],
  ['is busy after the mail', { end: say('451 Come back') }, { heard: true }],
  ['goes down after the mail', { end: say('421 Closing') }, { heard: true }],
])('a server that %s', (_, manners, { waits = false, heard = false }) => {
  test('the mail is put off with its Message-ID, and comes when the server behaves', async () => {
    const db = seededDatabase();
    let isRude = true;
    const server = await startRudeMailServer(() => (isRude ? manners : {}));
    queueAll(db, [A]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());

    const round = deliverAt(db, transportTo(server.url), NOON);
    await server.connected;
    if (heard) while (server.heard.length === 0) await breath();
    if (waits) await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(await round).toMatchObject({ sent: 0, refused: 0, putOff: 1, givenUp: 0 });
    expect(historyOf(db, A)).toEqual(['queued', 'put-off 1']);
    expect(server.heard.length).toBe(heard ? 1 : 0);

    isRude = false;
    expect(await deliverAt(db, transportTo(server.url), after(1))).toMatchObject({ sent: 1 });
    expect(states(db)).toEqual({ [A]: 'sent' });
    expect(server.heard.length).toBe(heard ? 2 : 1);
    expect(new Set(server.heard).size).toBe(1);
  });
});

function hangUpAt(command: RegExp): NonNullable<Manners['line']> {
  return (socket, line) => {
    if (command.test(line)) socket.destroy();
    return command.test(line);
  };
}

/** What goes over a real line has time to arrive. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
