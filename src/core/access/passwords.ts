/** Passwords: hashed off the main thread with Argon2id, long rather than composed, none that everybody tries first. */
import { readFileSync } from 'node:fs';
import { hash, verify } from '@node-rs/argon2';

export const SHORTEST_PASSWORD = 15;
/** More than anybody types, and no more work than one hash. */
const LONGEST_PASSWORD = 256;

/** OWASP's first choice: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Takes as long when there is nothing to compare with, so that the time tells nothing about who has an account. */
export async function isPassword(passwordHash: string | null, typed: string): Promise<boolean> {
  const isRight = await verify(
    passwordHash ?? (await nobodysHash()),
    typed.normalize('NFC').slice(0, LONGEST_PASSWORD),
  );
  return isRight && passwordHash !== null;
}

/** What is wrong with a new password of somebody, one Danish sentence, or null. */
export function whyNotPassword(
  typed: string,
  { name, email }: { name: string; email: string },
): string | null {
  const own = [email, ...email.split(/[@.]/), ...name.split(/\s+/)];
  const password = typed.normalize('NFC');
  if ([...password].length < SHORTEST_PASSWORD)
    return `Adgangskoden er for kort. Brug mindst ${SHORTEST_PASSWORD} tegn, fx fire ord efter hinanden.`;
  if (password.length > LONGEST_PASSWORD)
    return `Adgangskoden er for lang. Brug højst ${LONGEST_PASSWORD} tegn.`;
  if (isCommon(password, own)) return 'Adgangskoden er let at gætte. Vælg nogle ord, der ikke hører sammen.';
  return null;
}

let forNobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  forNobody ??= hashPassword('nobody has this password');
  return forNobody;
}

/** In the list, a repetition of something short, or hardly more than words that belong to the person or the portal. */
function isCommon(password: string, own: readonly string[]): boolean {
  const plain = password.toLowerCase().replace(/\s+/g, '');
  if (/^(.{1,5}?)\1+.{0,4}$/.test(plain)) return true;
  if (commonPasswords().has(plain)) return true;
  const left = [...own, ...PORTALS_WORDS].reduce((rest, word) => withoutWord(rest, word), plain);
  return left !== plain && left.replace(/[^\p{L}]/gu, '').length < 4;
}

const PORTALS_WORDS = ['programlederportalen', 'programleder', 'kombit', 'kommune', 'portal'];

function withoutWord(text: string, word: string): string {
  const plain = word.toLowerCase().replace(/\s+/g, '');
  return plain.length < 3 ? text : text.replaceAll(plain, '');
}

let common: Set<string> | undefined;
function commonPasswords(): Set<string> {
  common ??= new Set(
    readFileSync(new URL('../../../seeds/reference/common-passwords.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  return common;
}
