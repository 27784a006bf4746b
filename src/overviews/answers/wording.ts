import type { Deadline } from '#src/overviews/deadlines/index.ts';

/** An agreement is signed, everything else solved. */
export function asksForSignature({ kinds }: Pick<Deadline, 'kinds'>): boolean {
  return kinds.includes('agreement');
}
