import type { NodemailerError } from 'nodemailer';
import { oneLine } from '#src/shared/one-line.ts';
import type { SmtpServer } from '#src/shared/smtp-address.ts';
import { messageOf, type Sender } from './message.ts';
import type { Answer, Outcome, Transport } from './transport.ts';

const CONNECT_WITHIN_MS = 10_000;
const SILENT_FOR_MS = 30_000;
const LONGEST_ANSWER = 300;

/**
 * Sends by SMTP, one connection a mail. Certificates are checked; a server elsewhere than on this machine must encrypt
 * before it hears of the mail.
 */
export function makeSmtpTransport(server: SmtpServer, sender: Sender): Transport {
  return {
    target: `SMTP-serveren ${server.host}`,
    async send(mail, signal) {
      // Loaded when there is something to send: most starts and commands send nothing.
      const { createTransport } = await import('nodemailer');
      const transporter = createTransport({
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
        logger: false,
        debug: false,
      });
      try {
        const { response } = await transporter.sendMail({ ...messageOf(mail, sender), signal });
        return { kind: 'sent', answer: answerOf({ response }) };
      } catch (error) {
        return outcomeOf(error as NodemailerError);
      }
    },
  };
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
