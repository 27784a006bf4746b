import type { Deadline } from '#src/overviews/deadlines/index.ts';
import type { SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';

/** The slide that most of the rows come from, when it is that of at least two. */
export function commonSource(asks: readonly Deadline[]): SourceChip | null {
  const byHref = Map.groupBy(
    asks.flatMap((one) => chipsOf(...one.sources)),
    (chip) => chip.href,
  );
  const [most] = [...byHref.values()].sort((a, b) => b.length - a.length);
  return most && most.length > 1 ? (most[0] ?? null) : null;
}
