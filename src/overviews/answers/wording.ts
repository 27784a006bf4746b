import type { Deadline } from '#src/overviews/deadlines/index.ts';

/** What is to be done and why, and what helps with it; '' where nobody has written any. */
export function aboutWords({ guidance, note }: Pick<Deadline, 'guidance' | 'note'>): string {
  return [guidance, note].filter((one) => one !== null).join(' ');
}

/** An agreement is signed, everything else solved. */
export function asksForSignature({ kinds }: Pick<Deadline, 'kinds'>): boolean {
  return kinds.includes('agreement');
}
