import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';

/** Answers what could not be read as a request at all, where no page and no log of the portal is reached. */
export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, sentence } = TOLD[error.code] ?? UNREADABLE;
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${status}`,
        'Content-Type: text/plain; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(sentence)}`,
        'Cache-Control: no-store',
        "Content-Security-Policy: default-src 'none'",
        'X-Content-Type-Options: nosniff',
        'Connection: close',
        '',
        sentence,
      ].join('\r\n'),
    );
  }
  socket.destroy(error);
}

const UNREADABLE = {
  status: '400 Bad Request',
  sentence: 'Portalen kan ikke læse forespørgslen. Begynd på forsiden.',
};

const TOLD: Record<string, typeof UNREADABLE> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    sentence: 'Forespørgslen tog for lang tid. Prøv igen.',
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    sentence:
      'Adressen eller browserens cookies er for lange. Begynd på forsiden, eller slet browserens cookies for portalen.',
  },
};
