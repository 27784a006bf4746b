import { mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diskTrouble } from '#src/db/disk-trouble.ts';
import { messageOf, type Sender } from './message.ts';
import type { ClaimedMail } from './outbox.ts';
import type { Transport } from './transport.ts';

/**
 * Writes mails as .eml files, which any mail program opens. A second attempt at a mail writes the same file again, so a
 * crash never makes two of one.
 */
export function makeEmlFolder(folder: string, sender: Sender): Transport {
  return {
    target: `mappen ${folder}`,
    async send(mail) {
      try {
        await writeWhole(folder, fileName(mail), await bytesOf(mail, sender));
        return { kind: 'sent', answer: { code: 'fil', text: fileName(mail) } };
      } catch (error) {
        const { code = 'fejl', message } = error as NodeJS.ErrnoException;
        const text = diskTrouble(error, folder)?.message ?? message;
        return { kind: 'unreachable', answer: { code, text } };
      }
    },
    close: () => undefined,
  };
}

/** "2025-11-24T12-00-00-000Z-17.eml": in order of time, and the same for every attempt. */
function fileName({ queuedAt, id }: ClaimedMail): string {
  return `${queuedAt.toISOString().replaceAll(/[:.]/g, '-')}-${id}.eml`;
}

async function bytesOf(mail: ClaimedMail, sender: Sender): Promise<Buffer> {
  const { createTransport } = await import('nodemailer');
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await writer.sendMail(messageOf(mail, sender));
  if (!Buffer.isBuffer(message)) throw new Error('The mail was not built as one piece');
  return message;
}

/** Whoever looks into the folder sees whole mails only. */
async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${name}.tmp`);
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
}
