/** Delivery to a real SMTP server that is kind, strict, busy, silent, broken or gone. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { deliverDue } from '#src/core/mail/deliver.ts';
import { mailHistory } from '#src/core/mail/queries.ts';
import { makeSmtpTransport } from '#src/core/mail/smtp.ts';
import { type Mood, type Moods, startMailServer } from '#test/support/mail-server.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { after, deliverAt, historyOf, NOON, queueAll, states, transportTo } from './support.ts';

const A = 'anna@odense.dk';
const B = 'bo@aarhus.dk';

test('what is queued arrives once, and a second round sends nothing', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  queueAll(db, [A, B]);
  expect(await deliverAt(db, transportTo(server.url), NOON)).toMatchObject({ sent: 2, unreachable: null });
  expect(await deliverAt(db, transportTo(server.url), after(60))).toMatchObject({ sent: 0 });
  expect(server.arrived.map(({ envelope }) => envelope.to)).toEqual([[A], [B]]);
  expect(historyOf(db, A)).toEqual(['queued', 'sent 1']);
});

test('300 receivers get one mail each, with nobody else on it', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  const addresses = Array.from({ length: 300 }, (_, i) => `person${i}@kommune${i % 98}.dk`);
  queueAll(db, addresses);
  await deliverAt(db, transportTo(server.url), NOON);
  expect(server.arrived.map(({ envelope }) => envelope.to)).toEqual(addresses.map((address) => [address]));
  expect(server.arrived.map(({ header }) => header('to'))).toEqual(addresses);
  expect(new Set(server.arrived.map(({ header }) => header('message-id'))).size).toBe(300);
});

describe('a server that refuses', () => {
  test.each<[string, Moods]>([
    ['the receiver', { receiver: { code: 550, text: 'No such person' } }],
    ['the mail', { data: { code: 554, text: 'We dislike it' } }],
  ])('%s for ever is believed at once, and the next mail is sent', async (_, moods) => {
    const db = seededDatabase();
    const server = await startMailServer({ moods: (address) => (address === A ? moods : {}) });
    queueAll(db, [A, B]);
    expect(await deliverAt(db, transportTo(server.url), NOON)).toMatchObject({ sent: 1, refused: 1 });
    await deliverAt(db, transportTo(server.url), after(24 * 60));
    expect(states(db)).toEqual({ [A]: 'refused', [B]: 'sent' });
    expect(historyOf(db, A)).toEqual(['queued', 'refused 1']);
    expect(mailHistory(db, 1).at(-1)?.answer).toMatch(/^55[04] /);
  });

  test('a mail for a while gets it again after 1, 5 and 30 minutes, 2 and 12 hours; then it is given up', async () => {
    const db = seededDatabase();
    const server = await startMailServer({ moods: () => ({ receiver: { code: 451, text: 'Come back' } }) });
    queueAll(db, [A]);
    const transport = transportTo(server.url);
    let at = 0;
    for (const pause of [1, 5, 30, 120, 720]) {
      expect(await deliverAt(db, transport, after(at))).toMatchObject({ putOff: 1 });
      at += pause;
      expect(await deliverAt(db, transport, after(at - 0.1))).toMatchObject({ putOff: 0, givenUp: 0 });
    }
    expect(await deliverAt(db, transport, after(at))).toMatchObject({ givenUp: 1 });
    expect(states(db)).toEqual({ [A]: 'given-up' });
    expect(historyOf(db, A).at(-1)).toBe('given-up 6');
  });

  test('a mail for a while does not hold up the others', async () => {
    const db = seededDatabase();
    let isBusy = true;
    const server = await startMailServer({
      moods: (address) => (address === A && isBusy ? { data: { code: 452, text: 'Full' } } : {}),
    });
    queueAll(db, [A, B]);
    expect(await deliverAt(db, transportTo(server.url), NOON)).toMatchObject({ sent: 1, putOff: 1 });
    isBusy = false;
    await deliverAt(db, transportTo(server.url), after(1));
    expect(states(db)).toEqual({ [A]: 'sent', [B]: 'sent' });
    expect(historyOf(db, A)).toEqual(['queued', 'put-off 1', 'sent 2']);
  });

  test.each<[string, string, () => Mood]>([
    ["the portal's password", 'navn:forkert@', () => 'accept'],
    ["the portal's sender", 'navn:kode@', () => ({ code: 550, text: 'You may not send' })],
  ])('%s refuses no mail: all wait until an operator has put it right', async (_, login, sender) => {
    const db = seededDatabase();
    const server = await startMailServer({ login: { user: 'navn', password: 'kode' }, sender });
    queueAll(db, [A, B]);
    const round = await deliverAt(db, transportTo(`smtp://${login}127.0.0.1:${server.port}`), NOON);
    expect(round).toMatchObject({ refused: 0, putOff: 1 });
    expect(round.unreachable).toMatch(/^5\d\d /);
    expect(states(db)).toEqual({ [A]: 'queued', [B]: 'queued' });
  });
});

describe('a server that fails', () => {
  test('and is not there: one mail is tried, the others keep all their attempts', async () => {
    const db = seededDatabase();
    const gone = await startMailServer();
    await gone.kill();
    queueAll(db, [A, B]);
    expect(await deliverAt(db, transportTo(gone.url), NOON)).toMatchObject({ putOff: 1, sent: 0 });
    expect(historyOf(db, B)).toEqual(['queued']);
    const back = await startMailServer({ port: gone.port });
    await deliverAt(db, transportTo(gone.url), after(1));
    expect(back.arrived.map(({ envelope }) => envelope.to[0]).sort()).toEqual([A, B]);
  });

  test('and is killed in the middle of many: after it came back each got exactly one', async () => {
    const db = seededDatabase();
    const addresses = Array.from({ length: 20 }, (_, i) => `person${i}@kommune.dk`);
    queueAll(db, addresses);
    const first = await startMailServer({
      moods: (address) => (address === addresses[7] ? { receiver: 'hang' } : {}),
    });
    const round = deliverAt(db, transportTo(first.url), NOON);
    await first.reached('receiver', addresses[7] ?? '');
    await first.kill();
    expect(await round).toMatchObject({ sent: 7, putOff: 1 });
    const second = await startMailServer({ port: first.port });
    await deliverAt(db, transportTo(first.url), after(1));
    const got = [...first.arrived, ...second.arrived].map(({ envelope }) => envelope.to[0]);
    expect(got.sort()).toEqual(addresses.toSorted());
  });

  test('and dies after DATA without taking the mail: it comes again and is there once', async () => {
    const db = seededDatabase();
    let mood: Mood = 'die';
    const server = await startMailServer({ moods: () => ({ data: mood }) });
    queueAll(db, [A]);
    await deliverAt(db, transportTo(server.url), NOON);
    expect(historyOf(db, A)).toEqual(['queued', 'put-off 1']);
    mood = 'accept';
    await deliverAt(db, transportTo(server.url), after(1));
    expect(server.arrived.length).toBe(1);
  });

  test('and dies after it took the mail: the second one has the same Message-ID and is the same in all', async () => {
    const db = seededDatabase();
    let data: NonNullable<Moods['data']> = 'take-and-die';
    const server = await startMailServer({ moods: () => ({ data }) });
    queueAll(db, [A]);
    await deliverAt(db, transportTo(server.url), NOON);
    data = 'accept';
    await deliverAt(db, transportTo(server.url), after(1));
    const [first, second] = server.arrived;
    expect(server.arrived.length).toBe(2);
    for (const name of ['message-id', 'date', 'subject', 'to', 'from'])
      expect(second?.header(name)).toBe(first?.header(name));
    expect(second?.text).toBe(first?.text);
  });

  test.each(['receiver', 'data'] as const)(
    'and never answers (%s): given a minute, then the mail is put off and the round ends',
    async (moment) => {
      const db = seededDatabase();
      const server = await startMailServer({ moods: () => ({ [moment]: 'hang' }) });
      queueAll(db, [A, B]);
      fakeTimers();
      const round = deliverAt(db, transportTo(server.url), NOON);
      await server.reached(moment, A);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await round).toMatchObject({
        putOff: 1,
        sent: 0,
        unreachable: expect.stringContaining('abort'),
      });
      expect(states(db)).toEqual({ [A]: 'queued', [B]: 'queued' });
    },
  );

  test('a stop lets the mail under way end and begins no other', async () => {
    const db = seededDatabase();
    const server = await startMailServer();
    queueAll(db, [A, B]);
    const stop = new AbortController();
    const round = deliverDue(db, transportTo(server.url), () => NOON, { signal: stop.signal });
    stop.abort();
    expect(await round).toMatchObject({ sent: 1 });
    expect(states(db)).toEqual({ [A]: 'sent', [B]: 'queued' });
  });
});

describe('a mail that nobody needs any more', () => {
  test('is given up, also between its attempts, and its link is erased', async () => {
    const db = seededDatabase();
    let isUp = false;
    const server = await startMailServer({
      moods: () => (isUp ? {} : { receiver: { code: 451, text: 'Wait' } }),
    });
    queueAll(db, [A], { holdsSecret: true, usefulUntil: after(10) });
    for (const minute of [0, 1, 6]) await deliverAt(db, transportTo(server.url), after(minute));
    isUp = true;
    expect(await deliverAt(db, transportTo(server.url), after(10))).toMatchObject({ givenUp: 1 });
    expect(server.arrived).toEqual([]);
    expect(db.$client.prepare('select state, text, html from mail').get()).toEqual({
      state: 'given-up',
      text: null,
      html: null,
    });
  });
});

describe('encryption', () => {
  test('smtps speaks to no server in the clear', async () => {
    const db = seededDatabase();
    const server = await startMailServer({ login: { user: 'navn', password: 'kode' } });
    queueAll(db, [A]);
    const round = await deliverAt(db, transportTo(`smtps://navn:kode@127.0.0.1:${server.port}`), NOON);
    expect(round).toMatchObject({ sent: 0, putOff: 1 });
    expect(server.arrived).toEqual([]);
    expect(server.logins).toBe(0);
  });

  test('a server elsewhere that offers none hears neither password nor mail', async () => {
    const db = seededDatabase();
    const login = { user: 'navn', password: 'kode' };
    const server = await startMailServer({ login });
    queueAll(db, [A]);
    const elsewhere = makeSmtpTransport(
      { host: '127.0.0.1', port: server.port, tls: 'upgraded', login },
      { from: { name: '', address: 'portal@kombit.example' }, replyTo: undefined },
    );
    expect(await deliverAt(db, elsewhere, NOON)).toMatchObject({ sent: 0, putOff: 1 });
    expect(server.arrived).toEqual([]);
    expect(server.logins).toBe(0);
  });

  test.each(['from-start', 'offered'] as const)(
    'a certificate that nobody vouches for is not believed (%s)',
    async (tls) => {
      const db = seededDatabase();
      const server = await startMailServer({ tls });
      queueAll(db, [A]);
      const scheme = tls === 'from-start' ? 'smtps' : 'smtp';
      const round = await deliverAt(db, transportTo(`${scheme}://localhost:${server.port}`), NOON);
      expect(round.unreachable).toMatch(/self-signed|certificate/i);
      expect(server.arrived).toEqual([]);
    },
  );
});

/** Timers alone, which go on by themselves until a test turns them ahead; sockets stay as they are. */
function fakeTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
}
