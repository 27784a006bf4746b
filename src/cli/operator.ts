import { userInfo } from 'node:os';
import type { Actor } from '#src/core/access-log/record.ts';

/** Whoever runs a command, for the logs: by the name they have on the machine. */
export function operator(): Actor {
  return { actor: `cli:${userInfo().username}`, roles: [], municipalityId: null };
}
