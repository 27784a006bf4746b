/** SMTP servers that do not behave, on loopback: each speaks to a connection as a script says, byte by byte. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What is done with a line that the portal sends; `data` is the whole mail, with the dot that ends it. */
export type Manners = {
  greet?: (socket: Socket) => void;
  line?: (socket: Socket, line: string) => boolean;
  /** The first bytes of a mail have come. */
  data?: (socket: Socket) => void;
  /** The whole mail has come. */
  end?: (socket: Socket) => void;
};

export interface RudeMailServer {
  url: string;
  /** Message-IDs of the mails that came whole, in their order. */
  heard: string[];
  /** Resolves when somebody has connected. */
  connected: Promise<void>;
}

/** Answers as a server should wherever the manners say nothing. */
export async function startRudeMailServer(manners: () => Manners): Promise<RudeMailServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let isConnected = () => {};
  const connected = new Promise<void>((resolve) => {
    isConnected = resolve;
  });
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    isConnected();
    serve(socket, manners(), heard);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, connected };
}

function serve(socket: Socket, manners: Manners, heard: string[]): void {
  let isMail = false;
  let buffer = '';
  (manners.greet ?? say('220 rude.test ESMTP'))(socket);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    if (isMail) manners.data?.(socket);
    for (;;) {
      const end = buffer.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + (isMail ? 5 : 2));
      if (isMail) {
        isMail = false;
        heard.push(/^message-id: (.*)$/im.exec(part)?.[1] ?? '');
        (manners.end ?? say('250 Taken'))(socket);
      } else if (!manners.line?.(socket, part)) {
        isMail = /^DATA$/i.test(part);
        say(answerTo(part))(socket);
      }
    }
  });
}

function answerTo(line: string): string {
  if (/^DATA$/i.test(line)) return '354 Go on';
  return /^QUIT/i.test(line) ? '221 Bye' : '250 rude.test';
}

export function say(text: string): (socket: Socket) => void {
  return (socket) => void socket.write(`${text}\r\n`);
}

export function hangUp(socket: Socket): void {
  socket.destroy();
}

export function saysNothing(): void {
  // Not a word.
}

/** A byte at a time, without an end: never silent, never done. */
export function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('2'), 20);
  socket.on('close', () => clearInterval(timer));
}
