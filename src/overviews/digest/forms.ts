import { z } from 'zod';
import type { MAIL_STATES } from '#src/db/schema/mail.ts';

const key = z.string().default('');

export const switchForm = z.object({
  _noegle: key,
  mails: z.enum(['til', 'fra'], { error: 'Vælg, om mails skal slås til eller fra.' }),
});

export const sendForm = z.object({
  _noegle: key,
  /** Fingerprint of the mails that the page showed. */
  udgave: z.string({ error: 'Åbn siden igen, og se mailene, før I sender dem.' }).max(100),
});

export const buttonForm = z.object({ _noegle: key });

/** Words of the address for the states of a mail. */
export const STATE_WORDS = {
  venter: 'queued',
  'bliver-sendt': 'sending',
  sendt: 'sent',
  afvist: 'refused',
  opgivet: 'given-up',
} as const satisfies Record<string, (typeof MAIL_STATES)[number]>;

export type StateWord = keyof typeof STATE_WORDS;

/** An unknown word shows all of them. */
export function stateIn(query: unknown): StateWord | null {
  const { tilstand } = query as Record<string, unknown>;
  return typeof tilstand === 'string' && Object.hasOwn(STATE_WORDS, tilstand)
    ? (tilstand as StateWord)
    : null;
}
