import { join, resolve } from 'node:path';
import type { Config } from '#src/config.ts';
import { makeEmlFolder } from './eml-folder.ts';
import type { ClaimedMail } from './outbox.ts';
import { makeSmtpTransport } from './smtp.ts';

/** What a server said, or what went wrong. */
export interface Answer {
  /** "550 5.1.1" or an error's name: never holds anything of the mail. */
  code: string;
  /** One line; may repeat words of the mail. */
  text: string;
}

/**
 * How one attempt ended. `refused`: this mail never, by the server's own word. `failed`: this mail not now.
 * `unreachable`: it is the server, the line or the login, so that other mails would fare no better.
 */
export interface Outcome {
  kind: 'sent' | 'refused' | 'failed' | 'unreachable';
  answer: Answer;
}

export interface Transport {
  /** For people: "SMTP-serveren mail.kommune.dk" or "mappen /srv/portal/var/mail". */
  readonly target: string;
  /** Tries once. Ends soon after `signal`; never rejects because of the server. */
  send(mail: ClaimedMail, signal: AbortSignal): Promise<Outcome>;
  /** Lets go of the line after a round; the next `send` makes a new one. */
  close(): void;
}

/** By setting: an SMTP server, or files in the data folder. */
export function makeTransport(config: Config): Transport {
  const sender = { from: config.mailFrom, replyTo: config.mailReplyTo };
  if (config.smtp) return makeSmtpTransport(config.smtp, sender);
  return makeEmlFolder(join(resolve(config.dataFolder), 'mail'), sender);
}
