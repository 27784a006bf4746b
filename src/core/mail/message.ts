import type { SendMailOptions } from 'nodemailer';
import type { Mailbox } from '#src/shared/mail-address.ts';
import type { ClaimedMail } from './outbox.ts';

/** Who every mail of the portal is from, whoever caused it. */
export interface Sender {
  from: Mailbox;
  replyTo: Mailbox | undefined;
}

/**
 * A mail as nodemailer takes it; encoding, folding and RFC 2047 are the library's. Everything is the same in every
 * attempt, Message-ID and date included.
 */
export function messageOf(mail: ClaimedMail, { from, replyTo }: Sender): SendMailOptions {
  return {
    messageId: mail.messageId,
    date: mail.queuedAt,
    from,
    ...(replyTo ? { replyTo } : {}),
    // As an object: the library must not look for more addresses in it.
    to: { name: '', address: mail.address },
    envelope: { from: from.address, to: [mail.address] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.unsubscribeUrl === null ? {} : { list: { unsubscribe: mail.unsubscribeUrl } }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Outlook's out-of-office does not know the line above; reports of what could not be delivered still come.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': 'da',
      // One click in the mail program, without a page (RFC 8058).
      ...(mail.unsubscribeUrl === null ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
