import { getEntity } from '#src/core/journal/entities.ts';
import type { Db } from '#src/db/client.ts';
import { slugify } from '#src/shared/danish-text.ts';

const LONGEST = 60;
/** In the address where a new record is made. */
const NEW = 'ny';

/** A free id made of the title, as it stands in the record's address. */
export function newId(db: Db, entity: string, title: string): string {
  const whole = slugify(title) || 'post';
  const cut =
    whole.length <= LONGEST
      ? whole
      : whole.slice(0, whole.lastIndexOf('-', LONGEST)) || whole.slice(0, LONGEST);
  const isTaken = db.$client.prepare(`select 1 from "${getEntity(entity).name}" where id = ?`).pluck();
  let id = cut;
  for (let number = 2; id === NEW || isTaken.get(id) !== undefined; number++) id = `${cut}-${number}`;
  return id;
}

/** Where a new record stands among its like: last. An empty object for tables without an order. */
export function lastPosition(db: Db, entity: string): { position?: number } {
  if (!('position' in getEntity(entity).columns)) return {};
  const last = db.$client.prepare(`select coalesce(max(position), 0) from "${entity}"`).pluck().get();
  return { position: Number(last) + 1 };
}
