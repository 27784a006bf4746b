import { entityNoun } from '#src/core/fields/fields.ts';
import { entityNames, getEntity } from '#src/core/journal/entities.ts';
import type { ObjectRef } from '#src/core/journal/history.ts';
import { withWithdrawn } from '#src/core/journal/withdrawn.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { describeObject } from '#src/overviews/meeting/index.ts';

/** What a change is about. */
export interface ObjectView {
  /** "Aftale" */
  kind: string;
  title: string;
  /** '' where it has no page, or does not stand any more. */
  href: string;
  /** What it belongs to: the agreement of a signature. '' for most. */
  detail: string;
}

/** Describes records for one page; each is looked up once. */
export function makeDescriber(reading: Reading): (ref: ObjectRef) => ObjectView {
  const kept = new Map<string, ObjectView>();
  return (ref) => {
    const key = `${ref.entity}/${ref.objectId}`;
    const found = kept.get(key) ?? objectView(reading, ref);
    kept.set(key, found);
    return found;
  };
}

function objectView(reading: Reading, ref: ObjectRef): ObjectView {
  const kind = entityNames.includes(ref.entity) ? entityNoun(ref.entity) : ref.entity;
  const standing = describeObject(reading, ref);
  const restored = withWithdrawn(reading.db);
  const about = standing ?? describeObject({ ...reading, db: restored }, ref);
  if (!about) return { kind, ...namedByItself(restored, ref), detail: '' };
  // A description tells the status of today, and the log is about the ones before.
  const municipality = municipalityOf(restored, ref);
  return {
    kind,
    title: municipality ?? about.title,
    href: standing ? about.href : '',
    detail: municipality ? (about.detail ?? '') : '',
  };
}

/** Records with a page of their own that no subject describes. */
const PAGES: Readonly<Record<string, string>> = { solution: '/loesninger', meeting: '/moeder' };

/** What no subject describes goes by its own name, or by its id. */
function namedByItself(db: Db, { entity, objectId }: ObjectRef): Pick<ObjectView, 'title' | 'href'> {
  const columns = entityNames.includes(entity) ? getEntity(entity).columns : {};
  const column = ['name', 'title'].find((one) => one in columns);
  const name =
    column && db.$client.prepare(`select ${column} from "${entity}" where id = ?`).pluck().get(objectId);
  const page = PAGES[entity];
  return { title: typeof name === 'string' ? name : objectId, href: page ? `${page}/${objectId}` : '' };
}

/** Name of the municipality whose status a record is. */
function municipalityOf(db: Db, { entity, objectId }: ObjectRef): string | undefined {
  const { columns } = getEntity(entity);
  if (!('municipalityId' in columns && 'status' in columns)) return undefined;
  const id = db.$client.prepare(`select municipality_id from "${entity}" where id = ?`).pluck().get(objectId);
  return listMunicipalities(db).find((one) => one.id === id)?.name;
}
