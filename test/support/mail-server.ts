/** A real SMTP server on loopback that does what a test asks of it, and a reader of what it got. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { type ParsedMail, parseMail } from './parse-mail.ts';

export interface Arrived extends ParsedMail {
  envelope: { from: string; to: string[] };
}

/** What the server does at a moment of a mail: nothing, refuse with a number, hang up, or never answer. */
export type Mood = 'accept' | 'hang' | 'die' | { code: number; text: string };

/** About one receiver. */
export interface Moods {
  receiver?: Mood;
  /** After the whole mail was heard. `take-and-...`: it is kept, and only the answer is missing. */
  data?: Mood | 'take-and-die' | 'take-and-hang';
}

export interface MailServerOptions {
  /** Asked anew at each moment, by the receiver's address. */
  moods?: (receiver: string) => Moods;
  /** About whoever sends, asked anew each time. */
  sender?: () => Mood;
  login?: { user: string; password: string };
  port?: number;
  /** With a certificate that nobody vouches for. */
  tls?: 'none' | 'offered' | 'from-start';
}

export interface MailServer {
  port: number;
  url: string;
  arrived: Arrived[];
  /** How often a password was heard. */
  readonly logins: number;
  /** Resolves when a mail to the address has come so far. */
  reached: (moment: 'receiver' | 'data', address: string) => Promise<void>;
  /** Cuts every connection and listens no more. */
  kill: () => Promise<void>;
}

export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const arrived: Arrived[] = [];
  let logins = 0;
  const moments = new Set<string>();
  const waiting = new Map<string, () => void>();
  const note = (moment: string): void => {
    moments.add(moment);
    waiting.get(moment)?.();
  };
  const moodsOf = (receiver: string): Moods => options.moods?.(receiver) ?? {};

  const server = new SMTPServer({
    secure: options.tls === 'from-start',
    disabledCommands: [
      ...(options.login ? [] : ['AUTH']),
      ...(options.tls === 'offered' ? [] : ['STARTTLS']),
    ],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 1,
    onAuth: ({ username, password }, _session, done) => {
      const { login } = options;
      logins += 1;
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(refusal(535, 'Wrong name or password'));
    },
    onMailFrom: (_address, session, done) => {
      answer(options.sender?.() ?? 'accept', session.id, done);
    },
    onRcptTo: ({ address }, session, done) => {
      note(`receiver ${address}`);
      answer(moodsOf(address).receiver ?? 'accept', session.id, done);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const mood = moodsOf(to[0] ?? '').data ?? 'accept';
        if (mood === 'accept' || mood === 'take-and-die' || mood === 'take-and-hang') {
          arrived.push({ ...parseMail(Buffer.concat(chunks)), envelope: { from, to } });
        }
        note(`data ${to[0] ?? ''}`);
        const rest = mood === 'take-and-die' ? 'die' : mood === 'take-and-hang' ? 'hang' : mood;
        answer(rest, session.id, done);
      });
    },
  });
  // A client that was killed, or that the server hangs up on, is what the tests are about.
  server.on('error', () => undefined);

  function answer(mood: Mood, session: string, done: (error?: Error) => void): void {
    if (mood === 'accept') done();
    else if (mood === 'die') cut(session);
    else if (mood !== 'hang') done(refusal(mood.code, mood.text));
  }
  function cut(session?: string): void {
    for (const connection of server.connections) {
      if (session === undefined || connection.session.id === session) connection._socket.destroy();
    }
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  let isOver = false;
  const kill = async (): Promise<void> => {
    if (isOver) return;
    isOver = true;
    cut();
    await new Promise<void>((resolve) => server.close(resolve));
  };
  onTestFinished(kill);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    get logins() {
      return logins;
    },
    reached: (moment, address) =>
      new Promise((resolve) => {
        const key = `${moment} ${address}`;
        if (moments.has(key)) resolve();
        else waiting.set(key, resolve);
      }),
    kill,
  };
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
