import type { Editable, Row } from '#src/core/editing/editable.ts';
import type { RecordRead } from '#src/core/editing/read-record.ts';
import { entityNoun } from '#src/core/fields/fields.ts';
import { listRemarks, type Remark } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence, dayInTable } from '#src/shared/danish-calendar.ts';
import { correctionViews } from '#src/web/corrections.ts';
import type { Fault } from '#src/web/forms.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { fieldViews, type TypedTexts, textOf } from './field-views.ts';
import { historyLines } from './history.ts';
import { publicHref, recordPath } from './kinds.ts';
import { solutionOf } from './solution-of.ts';
import type { Moved } from './stale.ts';

/** What a form is shown with. */
export interface RecordShown {
  typed: TypedTexts;
  read: RecordRead | null;
  /** ISO day from which years are worked out. */
  baseDay: string;
  faults?: readonly Fault[];
  moved?: readonly Moved[];
}

/** `/redaktion/oplysninger/:kind/:id` */
export function recordPage(reading: RequestReading, db: Db, kind: Editable, row: Row, shown: RecordShown) {
  const { typed } = shown;
  const path = recordPath(kind, row.id);
  return {
    ...formOf(db, kind, row, shown),
    action: path,
    noun: entityNoun(kind.entity),
    heading: kind.title(row),
    solution: solutionOf(db, row),
    sources: chipsOf(row),
    publicHref: publicHref(reading, kind, row.id),
    withdrawn: row.withdrawnOn === null ? '' : dayInSentence(row.withdrawnOn),
    basis: String(row.revision),
    way: textOf(typed.maade) === 'afloes' ? 'afloes' : 'ret',
    remarks: remarksAbout(db, kind, row).map((one) => ({
      id: one.id,
      text: one.reason,
      isChosen: [typed.afklarer ?? []].flat().includes(one.id),
    })),
    corrections: correctionViews(reading, kind.entity, row.id),
    history: historyLines(db, kind.entity, row.id, reading.nameOf),
    withdrawHref: kind.isReference ? '' : `${path}/udgaar`,
    mergeHref: (kind.isAsk || kind.canBeDouble) && row.withdrawnOn === null ? `${path}/saml` : '',
    membersHref: kind.entity === 'municipality_set' ? `${path}/medlemmer` : '',
    canSave: !reading.isPast,
  };
}

/** `/redaktion/oplysninger/:kind/ny` */
export function newRecordPage(reading: RequestReading, db: Db, kind: Editable, shown: RecordShown) {
  return {
    ...formOf(db, kind, null, shown),
    action: `/redaktion/oplysninger/${kind.slug}/ny`,
    noun: entityNoun(kind.entity),
    canSave: !reading.isPast,
  };
}

/** Remarks on the source that are about the record and that nobody has settled. */
export function remarksAbout(db: Db, { entity }: Editable, { id }: Row): Remark[] {
  return listRemarks(db).filter(
    (one) => one.entity === entity && one.objectId === id && one.resolution === null && one.shown,
  );
}

function formOf(db: Db, kind: Editable, row: Row | null, shown: RecordShown) {
  const { typed, read, baseDay, faults = [], moved = [] } = shown;
  const fields = fieldViews(db, kind, row, typed, read, baseDay);
  const ofFields = fields
    .filter(({ fault }) => fault)
    .map(({ name, fault }) => ({ field: name, text: fault }));
  const faultAt = (field: string) => faults.find((one) => one.field === field)?.text ?? '';
  return {
    fields,
    faults: [...ofFields, ...faults],
    moved,
    reason: textOf(typed.begrundelse) ?? '',
    reasonFault: faultAt('begrundelse'),
    from: textOf(typed['gaelder-fra']) ?? '',
    fromFault: faultAt('gaelder-fra'),
    hasDateFields: kind.fields.some((one) => one.kind === 'date'),
  };
}

/** What stands in the fields of the form before anybody typed. */
export function untouched(today: string, baseDay: string): RecordShown {
  return { typed: { 'gaelder-fra': dayInTable(today) }, read: null, baseDay };
}
