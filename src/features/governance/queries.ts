import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { asc, isNull } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import {
  applicationField,
  council,
  flowStep,
  processStep,
  seat,
  seatCriterion,
  wheelEntry,
} from '#src/db/schema/governance.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import type { Geography } from './seat-places.ts';

export type Council = typeof council.$inferSelect;
export type Seat = typeof seat.$inferSelect;
export type SeatCriterion = typeof seatCriterion.$inferSelect;
export type ApplicationField = typeof applicationField.$inferSelect;
export type ProcessStepRow = typeof processStep.$inferSelect;
export type FlowStep = typeof flowStep.$inferSelect;
export type WheelRow = typeof wheelEntry.$inferSelect;

const councils = prepared((db) =>
  db.select().from(council).where(isNull(council.withdrawnOn)).orderBy(asc(council.position)).prepare(),
);
const seats = prepared((db) =>
  db.select().from(seat).where(isNull(seat.withdrawnOn)).orderBy(asc(seat.position)).prepare(),
);
const criteria = prepared((db) =>
  db
    .select()
    .from(seatCriterion)
    .where(isNull(seatCriterion.withdrawnOn))
    .orderBy(asc(seatCriterion.position))
    .prepare(),
);
const fields = prepared((db) =>
  db
    .select()
    .from(applicationField)
    .where(isNull(applicationField.withdrawnOn))
    .orderBy(asc(applicationField.position))
    .prepare(),
);
const steps = prepared((db) =>
  db
    .select()
    .from(processStep)
    .where(isNull(processStep.withdrawnOn))
    .orderBy(asc(processStep.position))
    .prepare(),
);
const flow = prepared((db) =>
  db.select().from(flowStep).where(isNull(flowStep.withdrawnOn)).orderBy(asc(flowStep.position)).prepare(),
);
const wheel = prepared((db) =>
  db
    .select()
    .from(wheelEntry)
    .where(isNull(wheelEntry.withdrawnOn))
    .orderBy(asc(wheelEntry.position))
    .prepare(),
);

export function listCouncils(db: Db): Council[] {
  return councils(db).all();
}

/** @throws NotFoundError */
export function getCouncil(db: Db, id: string): Council {
  const found = listCouncils(db).find((one) => one.id === id);
  if (!found) throw new NotFoundError('Rådet');
  return found;
}

/** Of all councils; those of one have its `councilId`. */
export function listSeats(db: Db): Seat[] {
  return seats(db).all();
}

export function listCriteria(db: Db): SeatCriterion[] {
  return criteria(db).all();
}

export function listApplicationFields(db: Db): ApplicationField[] {
  return fields(db).all();
}

export function listProcessSteps(db: Db): ProcessStepRow[] {
  return steps(db).all();
}

/** In the order they were read, which says nothing of the order they happen in. */
export function listFlow(db: Db): FlowStep[] {
  return flow(db).all();
}

export function listWheel(db: Db): WheelRow[] {
  return wheel(db).all();
}

/** The KKR as the municipalities have them, and which is the chosen municipality's. */
export function readGeography(db: Db, chosenCode: string | null): Geography {
  const all = listMunicipalities(db);
  const byCode = new Map(all.map((one) => [one.id, one]));
  return {
    kkrs: [...new Set(all.map(({ kkr }) => kkr))].sort(compareDanish),
    ownKkr: (chosenCode && byCode.get(chosenCode)?.kkr) || null,
    municipalityOf: (id) => byCode.get(id),
  };
}
