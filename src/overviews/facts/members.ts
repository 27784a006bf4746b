/** Which municipalities a group has, and the deed that says so. */
import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import { withdrawal } from '#src/core/editing/changes.ts';
import type { Row } from '#src/core/editing/editable.ts';
import { listRows } from '#src/core/editing/rows.ts';
import { entriesOf } from '#src/core/journal/object-history.ts';
import type { Change } from '#src/core/journal/record.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findMunicipalitySet, type MunicipalitySet } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { Moved } from './stale.ts';

const ENTITY = 'municipality_set_member';

/** @throws NotFoundError */
export function getSet(db: Db, id: string): MunicipalitySet {
  const set = findMunicipalitySet(db, id);
  if (!set) throw new NotFoundError('Gruppen');
  return set;
}

/** Codes of the municipalities in the group. */
export function membersOf(db: Db, setId: string): ReadonlySet<string> {
  return new Set(
    rowsOf(db, setId)
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ municipalityId }) => String(municipalityId)),
  );
}

/** Names of the other groups that each municipality is in, by code. */
export function otherSetsOf(db: Db, setId: string): ReadonlyMap<string, string[]> {
  const others = listRows(db, ENTITY).filter((one) => one.setId !== setId && one.withdrawnOn === null);
  const byCode = Map.groupBy(others, ({ municipalityId }) => String(municipalityId));
  return new Map(
    [...byCode].map(([code, rows]) => [
      code,
      rows.map((row) => findMunicipalitySet(db, String(row.setId))?.name ?? ''),
    ]),
  );
}

/** Number of the newest journal entry about the group or a member: what a form is made from. */
export function basisOf(db: Db, setId: string): number {
  return Math.max(getSet(db, setId).revision, ...rowsOf(db, setId).map(({ revision }) => revision));
}

/** The latest day for which somebody has said who is in the group; '' when nobody has. */
export function latestDay(db: Db, setId: string): string {
  const days = rowsOf(db, setId).flatMap(({ id }) =>
    entriesOf(db, ENTITY, id).map(({ effectiveOn }) => effectiveOn),
  );
  return days.sort().at(-1) ?? '';
}

/** What others have changed since. */
export function membersMoved(
  db: Db,
  setId: string,
  basis: number,
  nameOf: (actor: string) => string,
): Moved[] {
  const set = getSet(db, setId);
  const told = entriesOf(db, 'municipality_set', setId).at(-1);
  const known = {
    label: 'Alle er oplyst',
    theirs: set.membersKnown ? 'Ja' : 'Nej',
    by: told ? `${nameOf(told.actor)}, ${instantWords(told.recordedAt)}` : '',
    mine: null,
  };
  const names = new Map(listMunicipalities(db).map(({ id, name }) => [id, name]));
  const changed = rowsOf(db, setId)
    .filter(({ revision }) => revision > basis)
    .map((row) => {
      const last = entriesOf(db, ENTITY, row.id).at(-1);
      return {
        label: names.get(String(row.municipalityId)) ?? '',
        theirs: row.withdrawnOn === null ? 'Med i gruppen' : 'Ikke med i gruppen',
        by: last ? `${nameOf(last.actor)}, ${instantWords(last.recordedAt)}` : '',
        mine: null,
      };
    });
  return set.revision > basis ? [known, ...changed] : changed;
}

/** @returns the batch id */
export function saveMembers(
  db: Db,
  doer: Doer,
  save: {
    set: MunicipalitySet;
    members: ReadonlySet<string>;
    isKnown: boolean;
    from: string;
    reason: string;
  },
): number {
  const { set, members, isKnown, from, reason } = save;
  const before = membersOf(db, set.id);
  const added = [...members].filter((code) => !before.has(code));
  const gone = [...before].filter((code) => !members.has(code));
  const known: Change = {
    entity: 'municipality_set',
    objectId: set.id,
    field: 'membersKnown',
    value: isKnown,
    effectiveOn: from,
    meetingId: null,
    slide: null,
    reason,
  };
  const title = `${set.name} har nu ${plural(members.size, 'kommune', 'kommuner')}.`;
  return saveDeed(db, doer, { kind: 'edit', title, reason }, [
    known,
    ...added.map((code) => membership(set.id, code, from, reason)),
    ...gone.map((code) => withdrawal(ENTITY, `${set.id}/${code}`, from, reason)),
  ]);
}

function membership(setId: string, municipalityId: string, from: string, reason: string): Change {
  const value = { setId, municipalityId, identity: null, confidence: 'high', withdrawnOn: null };
  return {
    entity: ENTITY,
    objectId: `${setId}/${municipalityId}`,
    field: null,
    value,
    effectiveOn: from,
    meetingId: null,
    slide: null,
    reason,
  };
}

function rowsOf(db: Db, setId: string): Row[] {
  return listRows(db, ENTITY).filter((one) => one.setId === setId);
}
