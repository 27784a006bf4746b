import type { NodemailerError, SMTPPoolOptions, SMTPPoolSentMessageInfo, Transporter } from 'nodemailer';
import { oneLine } from '#src/shared/one-line.ts';
import type { SmtpServer } from '#src/shared/smtp-address.ts';
import { messageOf, type Sender } from './message.ts';
import type { Answer, Outcome, Transport } from './transport.ts';

const CONNECT_WITHIN_MS = 10_000;
const SILENT_FOR_MS = 30_000;
const LONGEST_ANSWER = 300;

/** Then a new connection: some servers hang up on one that brings more. */
const MAILS_PER_CONNECTION = 50;

type Connection = Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

/**
 * Sends by SMTP, one mail after the other over one connection. Certificates are checked; a server elsewhere than on
 * this machine must encrypt before it hears of the mail.
 */
export function makeSmtpTransport(server: SmtpServer, sender: Sender): Transport {
  let connection: Connection | null = null;
  return {
    target: `SMTP-serveren ${server.host}`,
    async send(mail, signal) {
      connection ??= await connect(server);
      try {
        const { response } = await connection.sendMail({ ...messageOf(mail, sender), signal });
        return { kind: 'sent', answer: answerOf({ response }) };
      } catch (error) {
        return outcomeOf(error as NodemailerError);
      }
    },
    close() {
      connection?.close();
      connection = null;
    },
  };
}

async function connect(server: SmtpServer): Promise<Connection> {
  // Loaded when there is something to send: most starts and commands send nothing.
  const { createTransport } = await import('nodemailer');
  const connection = createTransport({
    pool: true,
    maxConnections: 1,
    maxMessages: MAILS_PER_CONNECTION,
    // Over a new connection when the server hung up before it heard a byte of the mail; never after.
    maxRequeues: 1,
    host: server.host,
    port: server.port,
    secure: server.tls === 'from-start',
    requireTLS: server.tls === 'upgraded',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    ...(server.login ? { auth: { user: server.login.user, pass: server.login.password } } : {}),
    forceAuth: server.login !== null,
    dnsTimeout: CONNECT_WITHIN_MS,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENT_FOR_MS,
    socketCloseTimeout: 1_000,
    maxResponseSize: 64 * 1024,
    // The library's log would hold the mails.
    logger: false,
    debug: false,
  });
  // Every send tells its own error; told here too and heard by nobody, it would end the process.
  connection.on('error', () => undefined);
  return connection;
}

/**
 * A refusal is the server's 5xx to the receiver or to the mail. A 5xx to the greeting, the login or the sender is about
 * the portal's settings: an operator can put them right, and no mail may be lost until then.
 */
function outcomeOf(error: NodemailerError): Outcome {
  const answer = answerOf(error);
  const isAboutMail = error.command === 'RCPT TO' || error.command === 'DATA';
  const isTooBig = error.code === 'EMESSAGE' && error.responseCode === undefined;
  if (isTooBig || (isAboutMail && error.permanent === true)) return { kind: 'refused', answer };
  // 421: the server is going down.
  const isAnswered = isAboutMail && error.responseCode !== undefined && error.responseCode !== 421;
  return { kind: isAnswered ? 'failed' : 'unreachable', answer };
}

function answerOf({ response, code, message = '' }: Partial<NodemailerError>): Answer {
  const number = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response ?? '')?.[0];
  const text = response ?? (code ? `${code}: ${message}` : message);
  return { code: number ?? code ?? 'fejl', text: oneLine(text).slice(0, LONGEST_ANSWER) };
}
