import { isStaff, type Principal } from '#src/core/access/roles.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { getBatch, undoBatch } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { NotFoundError } from '#src/shared/errors.ts';

/** Staff undo what anybody did, everybody else what was done for their own municipality. @returns the undoing batch. */
export function undo(db: Db, batchId: number, doer: Doer, principal: Principal | null): number {
  const { actor, actorMunicipalityId } = getBatch(db, batchId);
  const isOwn =
    actor === doer.actor || (actorMunicipalityId !== null && actorMunicipalityId === doer.municipalityId);
  if (!isStaff(principal) && !isOwn) throw new NotFoundError('Ændringen');
  return undoBatch(db, batchId, doer);
}
