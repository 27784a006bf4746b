/** Writes the access log. What belongs to a change is written in the same transaction as the change. */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { version } from '#src/version.ts';
import type { AccessEvent } from './events.ts';

/** Who does it and from where. */
export interface Actor {
  /** Account id, `anonym`, `system`, `cli:<os user>`. */
  actor: string;
  roles: readonly string[];
  municipalityId: string | null;
  requestId?: string;
  sessionRef?: string;
  address?: string;
}

export interface AccessEntry {
  event: AccessEvent;
  outcome?: 'ok' | 'refused' | 'failed';
  reason?: string;
  objectType?: string;
  objectId?: string;
  objectMunicipalityId?: string;
  detail?: Record<string, unknown>;
  batchId?: number;
  typedHash?: string;
}

export const SYSTEM: Actor = { actor: 'system', roles: [], municipalityId: null };

const COLUMNS = [
  'at',
  'event',
  'outcome',
  'reason',
  'actor',
  'actor_roles',
  'actor_municipality_id',
  'object_type',
  'object_id',
  'object_municipality_id',
  'detail',
  'batch_id',
  'request_id',
  'session_ref',
  'typed_hash',
  'address_net',
  'version',
] as const;

const lastHash = prepared((db) =>
  db.$client.prepare('select hash from access_log order by seq desc limit 1').pluck(),
);
const insert = prepared((db) =>
  db.$client.prepare(
    `insert into access_log (${COLUMNS.join(', ')}, address, previous_hash, hash)
     values (${COLUMNS.map(() => '?').join(', ')}, ?, ?, ?)`,
  ),
);

/** @throws SqliteError when the disk cannot be written: then the change that it tells of does not happen either. */
export function logAccess(db: Db, actor: Actor, entry: AccessEntry, now: Date): void {
  const parts = [
    now.toISOString(),
    entry.event,
    entry.outcome ?? 'ok',
    entry.reason ?? null,
    actor.actor,
    actor.roles.join(','),
    actor.municipalityId,
    entry.objectType ?? null,
    entry.objectId ?? null,
    entry.objectMunicipalityId ?? null,
    entry.detail ? JSON.stringify(entry.detail) : null,
    entry.batchId ?? null,
    actor.requestId ?? null,
    actor.sessionRef ?? null,
    entry.typedHash ?? null,
    actor.address ? netOf(actor.address) : null,
    version,
  ];
  const write = db.$client.transaction(() => {
    const previous = (lastHash(db).get() as string | undefined) ?? '';
    insert(db).run(...parts, actor.address ?? null, previous, accessHash(previous, parts));
  });
  write.immediate();
}

/** Sequence number of the first entry whose hash does not follow from the one before, or null when the chain holds. */
export function firstBrokenAccessEntry(db: Db): number | null {
  const rows = db.$client
    .prepare(`select seq, previous_hash, hash, ${COLUMNS.join(', ')} from access_log order by seq`)
    .raw()
    .iterate() as IterableIterator<(string | number | null)[]>;
  const first = firstKept(db);
  let previous: string | null = null;
  for (const [seq, previousHash, hash, ...parts] of rows) {
    // The oldest that is kept follows one that has gone.
    const follows = previous === null ? seq === first : previousHash === previous;
    if (!follows || hash !== accessHash(String(previousHash), parts)) return Number(seq);
    previous = String(hash);
  }
  return null;
}

/** Where the log begins: after the entry that the newest run of the retention deleted last. */
function firstKept(db: Db): number {
  const through = db.$client
    .prepare(
      `select json_extract(detail, '$.through') from access_log
       where event = 'retention-run' and json_extract(detail, '$.through') is not null order by seq desc limit 1`,
    )
    .pluck()
    .get();
  return Number(through ?? 0) + 1;
}

function accessHash(previous: string, parts: readonly unknown[]): string {
  return createHash('sha256').update(previous).update(JSON.stringify(parts)).digest('hex');
}

/** The address cut to /24, or /48 of an IPv6 address. */
function netOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const whole = [
    ...groups,
    ...Array.from({ length: missing }, () => '0'),
    ...(tail ?? '').split(':').filter(Boolean),
  ];
  return `${whole.slice(0, 3).join(':')}::/48`;
}
