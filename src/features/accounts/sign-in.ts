import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAccountByEmail, normalEmail } from '#src/core/access/accounts.ts';
import { mayTry } from '#src/core/access/attempts.ts';
import { isPassword } from '#src/core/access/passwords.ts';
import type { SignInMethod } from '#src/core/access/roles.ts';
import { endSession, openSession } from '#src/core/access/sessions.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { deviceOf } from './device.ts';

export type SignIn = { outcome: 'in'; sessionId: string } | { outcome: 'wrong' } | { outcome: 'limited' };

/** By mail address and password. The answer and its time are the same whether the address is known or not. */
export async function signInByPassword(
  db: Db,
  doer: Doer,
  typed: { email: string; password: string; device: string },
): Promise<SignIn> {
  const account = findAccountByEmail(db, typed.email);
  const typedHash = sha256(normalEmail(typed.email));
  const about = account ? { objectType: 'account', objectId: account.id } : { typedHash };
  const subject = account?.id ?? typedHash;
  const attempt = { subject, address: doer.address ?? '' };
  const limited = (): SignIn => {
    logAccess(db, doer, { event: 'sign-in-limited', outcome: 'refused', ...about }, doer.now);
    return { outcome: 'limited' };
  };
  if (!mayTry(db, attempt, doer.now)) return limited();
  const isRight = await isPassword(account?.passwordHash ?? null, typed.password);
  // Once more: of many that were sent at once, each was counted only now, and no more are told than one by one.
  if (!mayTry(db, attempt, doer.now)) return limited();
  if (!account || !isRight || account.disabledAt !== null) {
    const reason = !account ? 'unknown' : account.disabledAt !== null ? 'disabled' : 'password';
    logAccess(db, doer, { event: 'sign-in', outcome: 'failed', reason, ...about }, doer.now);
    return { outcome: 'wrong' };
  }
  return { outcome: 'in', sessionId: beginSession(db, doer, account.id, 'password', typed.device) };
}

/** Every way of signing in ends here. @returns the value of the session's cookie. */
export function beginSession(
  db: Db,
  doer: Doer,
  accountId: string,
  method: SignInMethod,
  device: string,
): string {
  const begin = db.$client.transaction(() => {
    const { id, ref } = openSession(db, { accountId, method, device }, doer.now);
    const who = { ...doer, actor: accountId, sessionRef: ref };
    const entry = { event: 'sign-in', reason: method, objectType: 'account', objectId: accountId } as const;
    logAccess(db, who, entry, doer.now);
    return id;
  });
  return begin.immediate();
}

/** Signs somebody in on this browser; whoever was signed in there before is not any more. */
export function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  accountId: string,
  method: SignInMethod,
): void {
  const id = beginSession(db, request.doer(), accountId, method, deviceOf(request.headers['user-agent']));
  if (request.principal) endSession(db, request.principal.sessionRef);
  reply.setSession(id);
}
