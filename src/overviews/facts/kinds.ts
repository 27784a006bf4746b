/** Every kind of record that staff keep, as its subject describes it. */
import type { Editable, Row } from '#src/core/editing/editable.ts';
import { findRow } from '#src/core/editing/rows.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { editableSolutions } from '#src/core/solutions/editable.ts';
import { editableSources } from '#src/core/sources/editable.ts';
import type { Db } from '#src/db/client.ts';
import { features } from '#src/features/index.ts';
import { NotFoundError } from '#src/shared/errors.ts';

/** In the order in which the filter lists them. */
export const kinds: readonly Editable[] = [
  ...features.flatMap(({ editable = [] }) => editable),
  ...editableSources,
  ...editableSolutions,
];

const bySlug = new Map(kinds.map((kind) => [kind.slug, kind]));
const byEntity = new Map(kinds.map((kind) => [kind.entity, kind]));

/** @throws NotFoundError for an address that names no kind. */
export function getKind(slug: string): Editable {
  const found = bySlug.get(slug);
  if (!found) throw new NotFoundError('Typen');
  return found;
}

/** Undefined for tables that no form is made for. */
export function kindOf(entity: string): Editable | undefined {
  return byEntity.get(entity);
}

/** @throws NotFoundError */
export function getRecord(db: Db, kind: Editable, id: string): Row {
  const found = findRow(db, kind.entity, id);
  if (!found) throw new NotFoundError('Oplysningen');
  return found;
}

/** Where staff keep a record. */
export function recordPath({ slug }: Editable, id: string): string {
  return `/redaktion/oplysninger/${slug}/${encodeURIComponent(id)}`;
}

/** Its page for readers; '' where it has none on that day. */
export function publicHref(reading: Reading, { entity }: Editable, id: string): string {
  for (const { describe } of features) {
    const found = describe?.(reading, entity, id);
    if (found) return found.href;
  }
  return '';
}
