import type { SignInMethod } from '#src/core/access/roles.ts';
import { instantInTable } from '#src/shared/danish-instant.ts';

export interface SessionRow {
  ref: string;
  device: string;
  method: string;
  begun: string;
  lastSeen: string;
  isThis: boolean;
}

interface Session {
  ref: string;
  device: string;
  method: SignInMethod;
  createdAt: string;
  lastSeenAt: string;
}

/** @param own public name of the session that looks at the list */
export function sessionRow({ ref, device, method, createdAt, lastSeenAt }: Session, own: string): SessionRow {
  return {
    ref,
    device,
    method: METHOD_WORDS[method],
    begun: instantInTable(createdAt),
    lastSeen: instantInTable(lastSeenAt),
    isThis: ref === own,
  };
}

export const METHOD_WORDS: Readonly<Record<SignInMethod, string>> = {
  password: 'Adgangskode',
  oidc: 'Login-løsning',
};
