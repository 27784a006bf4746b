/** A list of municipalities that goes on over several slides is one list. */
import { isSameTitle } from '#src/core/reading/same-title.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type List = Snapshot['signatures'][number];

type Warning = Snapshot['warnings'][number];

/** Lists of the same kind for the same agreement on slides that follow each other; their counts are told anew. */
export function joinLists(
  lists: readonly List[],
  warnings: readonly Warning[],
): { lists: List[]; warnings: Warning[] } {
  const joined: { list: List; slides: number[] }[] = [];
  for (const list of lists) {
    const open = joined.at(-1);
    if (open && goesOn(open.list, list, open.slides.at(-1) ?? 0)) {
      open.list = both(open.list, list);
      open.slides.push(list.slide);
    } else joined.push({ list, slides: [list.slide] });
  }
  const several = joined.filter(({ slides }) => slides.length > 1);
  const recounted = new Set(several.flatMap(({ slides }) => slides));
  const isOldCount = ({ code, slide }: Warning): boolean =>
    /^count-/.test(code) && slide !== null && recounted.has(slide);
  return {
    lists: joined.map(({ list }) => list),
    warnings: [
      ...warnings.filter((warning) => !isOldCount(warning)),
      ...several.flatMap(({ list }) => countWarning(list)),
    ],
  };
}

function countWarning(list: List): Warning[] {
  const { stated_count: stated, listed_count: count, slide } = list;
  if (stated === null) return [];
  return [
    {
      slide,
      code: list.count_mismatch ? 'count-mismatch' : 'count-checked',
      text: `${stated} / ${count}`,
      reason: list.count_mismatch
        ? `Sliden siger ${stated} kommuner, men listen har ${count} navne over flere slides. Tæl efter på dem.`
        : `Listen har ${count} navne over flere slides, som sliden siger.`,
      about: 'signatures',
    },
  ];
}

function goesOn(first: List, next: List, last: number): boolean {
  const isOneCount = next.stated_count === null || next.stated_count === first.stated_count;
  return (
    next.slide - last <= 1 &&
    next.slide !== last &&
    first.inferred !== null &&
    first.listed === next.listed &&
    isSameTitle(first.agreement, next.agreement) &&
    isOneCount
  );
}

/** The names of both; what was worked out as the rest is the rest of both. */
function both(first: List, next: List): List {
  const side = first.listed === 'missing' ? 'missing' : 'signed';
  const other = side === 'missing' ? 'signed' : 'missing';
  // Both told the rest of the 98 in the same order.
  const names = new Set([...first[side], ...next[side]]);
  const rest = first[other].filter((name) => !names.has(name));
  const unknown = [...(first.unknown_names ?? []), ...(next.unknown_names ?? [])];
  const { count_mismatch: _mismatch, unknown_names: _unknown, ...plain } = first;
  const stated = first.stated_count ?? next.stated_count;
  const hasMismatch = stated !== null && stated !== names.size;
  const checked = stated === null ? 'medium' : hasMismatch ? 'low' : 'high';
  return {
    ...plain,
    [side]: [...names],
    [other]: rest,
    as_of: first.as_of.from ? first.as_of : next.as_of,
    stated_count: stated,
    listed_count: names.size,
    confidence: unknown.length > 0 ? 'low' : checked,
    ...(hasMismatch ? { count_mismatch: true as const } : {}),
    ...(unknown.length > 0 ? { unknown_names: unknown } : {}),
  };
}
