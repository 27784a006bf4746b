import type { ObjectRef } from '#src/core/journal/history.ts';
import type { Described, Reading } from '#src/core/offers/offers.ts';
import { features } from '#src/features/index.ts';

/** What a record is in words, by whichever feature owns it; undefined for what has no page (a slide, an agenda item). */
export function describeObject(reading: Reading, { entity, objectId }: ObjectRef): Described | undefined {
  for (const feature of features) {
    const described = feature.describe?.(reading, entity, objectId);
    if (described) return described;
  }
  return undefined;
}

export interface DescribedGroup {
  kind: string;
  items: Described[];
  /** What every one of several items says, so that it is said once; '' when they differ. */
  sharedDetail: string;
  /** Set when there are too many to list: "Se alle 98", with the page that shows them. */
  all: { text: string; href: string } | null;
}

/** More than this of one kind is a list that has its own page. */
const LISTED = 20;

/** Records in words, gathered by kind in the order they come. */
export function describeGroups(reading: Reading, objects: readonly ObjectRef[]): DescribedGroup[] {
  const described = objects.map((one) => describeObject(reading, one)).filter((one) => one !== undefined);
  const unique = [...new Map(described.map((one) => [`${one.kind}|${one.href}|${one.title}`, one])).values()];
  return [...Map.groupBy(unique, (one) => one.kind)].map(([kind, items]) => {
    const [first] = items;
    if (items.length <= LISTED || !first) return { kind, ...saidOnce(items), all: null };
    return {
      kind,
      items: [],
      sharedDetail: '',
      all: { text: `Se alle ${items.length}`, href: first.href.split('#')[0] ?? first.href },
    };
  });
}

function saidOnce(items: Described[]): Pick<DescribedGroup, 'items' | 'sharedDetail'> {
  const detail = items[0]?.detail ?? '';
  if (items.length < 2 || items.some((one) => (one.detail ?? '') !== detail))
    return { items, sharedDetail: '' };
  return { items: items.map(({ kind, title, href }) => ({ kind, title, href })), sharedDetail: detail };
}
