/**
 * What somebody typed into a form that could not be taken, because the session had ended meanwhile: it goes with the
 * page that says so and comes back when the person has signed in. It is kept nowhere; the signature tells that it was
 * this portal that made it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Typed } from './forms.ts';

export interface KeptForm {
  /** Path of the portal it was sent to. */
  path: string;
  fields: [name: string, value: string][];
}

const KEPT_MS = 8 * 3600_000;

/** Names of the form's own machinery, made anew each time. */
const OWN = new Set(['_csrf']);

export function keepForm(secret: string, path: string, typed: Typed, now: Date): string {
  const fields = Object.entries(typed)
    .filter(([name]) => !OWN.has(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  const content = Buffer.from(JSON.stringify({ path, fields, at: now.getTime() })).toString('base64url');
  return `${content}.${signatureOf(secret, content)}`;
}

/** Undefined when it was not made by this portal or is older than a working day. */
export function openKeptForm(secret: string, kept: string, now: Date): KeptForm | undefined {
  const [content = '', signature = ''] = kept.split('.');
  const expected = Buffer.from(signatureOf(secret, content));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { path, fields, at } = JSON.parse(Buffer.from(content, 'base64url').toString()) as KeptForm & {
    at: number;
  };
  return now.getTime() - at > KEPT_MS ? undefined : { path, fields };
}

function signatureOf(secret: string, content: string): string {
  return createHmac('sha256', secret).update('kept-form/').update(content).digest('base64url');
}
