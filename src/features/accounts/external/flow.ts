/** What a sign-in that is under way has to know when it comes back. It lies in the browser that began it, signed. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Challenge } from './provider.ts';

export interface Flow extends Challenge {
  /** Path of the portal. */
  back: string;
  /** Who links their account to the login, and in which session; null for a sign-in. */
  link: { accountId: string; sessionRef: string } | null;
}

export const FLOW_S = 10 * 60;

export function sealFlow(secret: string, flow: Flow, now: Date): string {
  const content = Buffer.from(JSON.stringify({ ...flow, at: now.getTime() })).toString('base64url');
  return `${content}.${signatureOf(secret, content)}`;
}

/** Undefined when it was not made by this portal or is too old. */
export function openFlow(secret: string, sealed: string | undefined, now: Date): Flow | undefined {
  const [content = '', signature = ''] = (sealed ?? '').split('.');
  const expected = Buffer.from(signatureOf(secret, content));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { at, ...flow } = JSON.parse(Buffer.from(content, 'base64url').toString()) as Flow & { at: number };
  return now.getTime() - at > FLOW_S * 1000 ? undefined : flow;
}

function signatureOf(secret: string, content: string): string {
  return createHmac('sha256', secret).update('oidc-flow/').update(content).digest('base64url');
}
