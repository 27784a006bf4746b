/**
 * Addresses of mailboxes, read strictly: what can be meant in two ways (comments, quotes, lists, names around an
 * address) is refused, because a mail program and the portal could read it as two different people.
 */
import { domainToASCII } from 'node:url';
import { oneLine } from './one-line.ts';

export type ReadAddress = { address: string } | { fault: string };

export interface Mailbox {
  /** Shown beside the address; '' when there is none. */
  name: string;
  address: string;
}

const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** What mailboxes are called in practice. The rest of RFC 5321 is relay routes, quotes and non-Latin letters. */
const LOCAL = /^[A-Za-z0-9_+'&=~-]+(?:\.[A-Za-z0-9_+'&=~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
/** Letters, digits, hyphen and dot: everything else in a domain is either an attack or a slip. */
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;

const ALONE = 'Skriv mailadressen alene, som navn@kommune.dk.';

/**
 * One address as a person typed it; spaces around it do no harm. The domain comes back in lower case and, where it has
 * Danish letters, in the form that mail servers use (`xn--`).
 * @returns the address, or one Danish sentence that says what to do.
 */
export function readMailAddress(typed: string): ReadAddress {
  const text = typed.replaceAll(/^ +| +$/g, '');
  if (/\p{Cc}/u.test(text)) return { fault: `Mailadressen må ikke have linjeskift. ${ALONE}` };
  if (/[,;]/.test(text) || text.split('@').length > 2) return { fault: `Skriv kun én mailadresse. ${ALONE}` };
  if (text === '' || /[\s()<>[\]":\\]/.test(text)) return { fault: ALONE };
  const [local = '', domain = ''] = text.split('@');
  if (local === '' || domain === '') return { fault: ALONE };
  if (!LOCAL.test(local) || local.length > LONGEST_LOCAL)
    return {
      fault: `Før @ kan mailadressen kun have bogstaverne a-z, tal, punktum, bindestreg og _ + ' & = ~.`,
    };
  const host = readDomain(domain);
  if (host === null)
    return { fault: 'Det, der står efter @ i mailadressen, er ikke et domæne som kommune.dk.' };
  const address = `${local}@${host}`;
  return address.length > LONGEST ? { fault: 'Mailadressen er for lang.' } : { address };
}

/**
 * A sender as a setting gives it: "Programlederportalen <portal@kommune.dk>" or the address alone.
 * @returns the mailbox, or one Danish sentence.
 */
export function readMailbox(text: string): Mailbox | { fault: string } {
  const [, quoted, plain, inBrackets] = /^\s*(?:"([^"\\]*)"|([^"<>]*?))\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  const read = readMailAddress(inBrackets ?? text);
  return 'fault' in read ? read : { name: oneLine(quoted ?? plain ?? ''), address: read.address };
}

function readDomain(typed: string): string | null {
  // Full-width and other look-alike forms would become another domain than the one that was read.
  if (!DOMAIN_AS_TYPED.test(typed) || typed.normalize('NFKC') !== typed.normalize('NFC')) return null;
  const host = domainToASCII(typed).toLowerCase();
  const labels = host.split('.');
  const isDomain = labels.length >= 2 && labels.every((label) => LABEL.test(label));
  return isDomain && TOP_LABEL.test(labels.at(-1) ?? '') ? host : null;
}
