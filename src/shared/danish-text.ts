/** Danish text: order, addresses, search, numbers, and the form in which two readings of one sentence are equal. */
import { createHash } from 'node:crypto';

const collator = new Intl.Collator('da');
const numbers = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1 });

/** Danish alphabetical order (æ, ø, å last; aa sorts as å), for Array.sort. */
export function compareDanish(a: string, b: string): number {
  return collator.compare(a, b);
}

/** "Køge Bugt" -> "koege-bugt". '' when nothing of the text can stand in an address. */
export function slugify(text: string): string {
  return spelledOut(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Text as search compares it: small letters, white space folded; aa and å, ae and æ, oe and ø are the same. */
export function foldForSearch(text: string): string {
  return spelledOut(text).replace(/\s+/g, ' ').trim();
}

/** plural(1, 'dag', 'dage') -> "1 dag"; plural(2, 'dag', 'dage') -> "2 dage". */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${Math.abs(count) === 1 ? one : many}`;
}

/** 1234.56 -> "1.234,6": point at thousands, comma and at most one decimal. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/**
 * The form in which the same sentence read from two layouts is the same text: NFC, white space folded, words
 * divided at a line end joined again, straight quotation marks. Normalising twice changes nothing.
 */
export function normaliseProse(text: string): string {
  const joined = text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\u00ad\s*/g, '')
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[”“„‟»«]/g, '"')
    .replace(/[’‘‚‛]/g, "'")
    .replace(DIVIDED_WORD, joinDivided);
  return joined.replace(/\s+/g, ' ').trim();
}

/** SHA-256 in hex of the normalised text: by it the seeds know a sentence again without keeping it. */
export function proseHash(text: string): string {
  return createHash('sha256').update(normaliseProse(text), 'utf8').digest('hex');
}

function spelledOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** The part of a word before a hyphen, the gap after it, and the word that follows. */
const DIVIDED_WORD = /([\p{L}\p{N}]+)-(\s+)(?=([\p{L}\p{N}]+))/gu;

/** "tilslutnings- og ...": the hyphen stands for a word left out, not for a line end. */
const LEFT_OUT = /^(og|eller|samt|til|hhv|kontra)$/i;

function joinDivided(whole: string, head: string, gap: string, next: string): string {
  if (LEFT_OUT.test(next)) return whole;
  if (keepsHyphen(head, next)) return `${head}-`;
  return gap.includes('\n') ? head : whole;
}

/** A compound with an abbreviation or figure ("KOMBIT-programledere", "2-årige") or of two names has its own hyphen. */
function keepsHyphen(head: string, next: string): boolean {
  return /^[\p{Lu}\p{N}]+$/u.test(head) || head.length <= 2 || /^\p{Lu}/u.test(next);
}
