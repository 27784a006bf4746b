import type { SignInMethod } from '#src/core/access/roles.ts';
import { instantWords } from '#src/shared/instant.ts';

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
    begun: instantWords(createdAt),
    lastSeen: instantWords(lastSeenAt),
    isThis: ref === own,
  };
}

export const METHOD_WORDS: Readonly<Record<SignInMethod, string>> = {
  password: 'Adgangskode',
  oidc: 'Login-løsning',
};
