/** Random values that open something, and the hashes by which they are kept. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, safe in addresses and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Short name that opens nothing. */
export function newRef(): string {
  return randomBytes(9).toString('base64url');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
