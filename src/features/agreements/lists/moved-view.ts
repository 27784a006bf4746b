import type { Moved } from '#src/features/agreements/signing/stale.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { statusBadge } from '#src/web/status-badge.ts';

export interface MovedView {
  name: string;
  now: StatusBadge;
  /** "Ruben Redaktør, 24.11.2025 kl. 9.12" */
  by: string;
}

/** What somebody else has set meanwhile. */
export function movedView(moved: readonly Moved[]): MovedView[] {
  return moved.map(({ name, status, withdrawnOn, by, at }) => ({
    name,
    now: statusBadge(withdrawnOn === null ? (status as 'signed') : 'not-counted'),
    by: `${by}, ${instantWords(at)}`,
  }));
}
