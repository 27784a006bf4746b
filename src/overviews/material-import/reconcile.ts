/** The same meeting read from several files: where they agree a record is surer, where they differ a person must look. */
import type { Records } from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { ChosenSources, FileKind } from './choose-sources.ts';

export interface CheckRead {
  kind: FileKind;
  records: Records;
}

export function reconcile(
  main: Records,
  _checks: readonly CheckRead[],
  _chosen: ChosenSources,
): { records: Records; warnings: Snapshot['warnings'] } {
  return { records: main, warnings: [] };
}
