/** Where the record of an old address is now: a double that was withdrawn is told by the record that it was folded into. */
import type { FastifyRequest } from 'fastify';
import { findRow } from '#src/core/editing/rows.ts';
import { listSameAsks } from '#src/core/sources/queries.ts';

const PAGES = [
  ['task', '/klik/'],
  ['agreement', '/aftaler/'],
  ['request', '/opgaver/'],
] as const;

/** @returns the path of the record that stays, on the day that is shown; undefined when there is none */
export function keptInstead({ url, reading }: FastifyRequest): string | undefined {
  const path = url.split('?')[0] ?? '';
  const page = PAGES.find(([, start]) => path.startsWith(start));
  if (!page || !reading) return undefined;
  const own = `${page[0]}/${path.slice(page[1].length)}`;
  const shown = listSameAsks(reading.db).find(({ folded }) => folded === own)?.shown;
  const [entity, ...id] = shown?.split('/') ?? [];
  const start = PAGES.find(([one]) => one === entity)?.[1];
  if (entity === undefined || start === undefined) return undefined;
  const row = findRow(reading.db, entity, id.join('/'));
  return row && row.withdrawnOn === null ? reading.href(`${start}${id.join('/')}`) : undefined;
}
