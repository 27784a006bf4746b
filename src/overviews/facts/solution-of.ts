import type { Row } from '#src/core/editing/editable.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';

/** Name of the solution that a record belongs to; '' for none. */
export function solutionOf(db: Db, row: Row): string {
  const id = row.solutionId;
  return typeof id === 'string' ? (solutionNames(db).get(id) ?? '') : '';
}
