/** From names and decisions to what 98 municipalities would be set to. Pure: saving computes it again from the same text. */
import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { SignatureRow } from '#src/features/agreements/signatures-view.ts';
import type { Registration, SetStatus } from '#src/features/agreements/signing/save.ts';
import type { PastedNames } from './pasted-names.ts';

/** What a person says of an unsure piece: a municipality's code, `ingen` (no municipality), or nothing yet. */
export type Decisions = Readonly<Record<string, string>>;

export const NO_MUNICIPALITY = 'ingen';

export interface ListWords {
  listed: 'missing' | 'signed';
  /** Those who are not on the list get the other status; false: they stay as they are. */
  setsRest: boolean;
}

export interface Proposal {
  /** On the list, in Danish order, each once. */
  listed: Municipality[];
  /** Not on the list, and set to the other status. */
  rest: Municipality[];
  /** Not on the list, and not asked for: the agreement is not relevant to them. */
  notRelevant: Municipality[];
  /** Named more than once. */
  twice: Municipality[];
  /** Pieces nobody has decided yet, by their place among the unsure ones. */
  open: number[];
  registrations: Registration[];
  /** How many rows will stand otherwise than now. */
  changed: number;
}

/** The two statuses of a list: of those on it, and of the rest. */
export function statusesOf({ listed }: ListWords): { onList: SetStatus; rest: SetStatus } {
  return listed === 'missing' ? { onList: 'missing', rest: 'signed' } : { onList: 'signed', rest: 'missing' };
}

/** Which municipality an unsure piece is by now; undefined while nobody has decided. */
export function decided(names: PastedNames, index: number, decisions: Decisions): string | undefined {
  const piece = names.unsure[index];
  return decisions[String(index)] ?? piece?.proposed?.id;
}

/** @param rows all 98 with what stands now */
export function propose(
  names: PastedNames,
  decisions: Decisions,
  words: ListWords,
  rows: readonly SignatureRow[],
): Proposal {
  const choices = names.unsure.map((_piece, index) => decided(names, index, decisions));
  const open = choices.flatMap((choice, index) => (choice === undefined || choice === '' ? [index] : []));
  const named = [...names.sure.map(({ municipality }) => municipality.id), ...choices.filter(isCode)];
  const onList = new Set(named);
  const isListed = ({ municipality }: SignatureRow) => onList.has(municipality.id);
  const others = rows.filter((row) => !isListed(row));
  const concerned = others.filter((row) => row.status !== 'not-relevant');
  const rest = words.setsRest ? concerned : [];
  const statuses = statusesOf(words);
  const set = [
    ...rows.filter(isListed).map((row) => ({ row, status: statuses.onList })),
    ...rest.map((row) => ({ row, status: statuses.rest })),
  ];
  const municipalityOf = ({ municipality }: SignatureRow) => municipality;
  return {
    listed: rows.filter(isListed).map(municipalityOf),
    rest: rest.map(municipalityOf),
    notRelevant: words.setsRest
      ? others.filter((row) => row.status === 'not-relevant').map(municipalityOf)
      : [],
    twice: rows
      .filter(({ municipality }) => named.filter((code) => code === municipality.id).length > 1)
      .map(municipalityOf),
    open,
    registrations: set.map(({ row, status }) => registrationOf(row, status)),
    changed: set.filter(({ row, status }) => row.status !== status).length,
  };
}

/** The day of signing stays with who has signed already; a list says nothing of it. */
function registrationOf({ municipality, status: before }: SignatureRow, status: SetStatus): Registration {
  const own = { municipalityId: municipality.id, status };
  return before === status ? own : { ...own, signedOn: null };
}

function isCode(choice: string | undefined): choice is string {
  return choice !== undefined && choice !== '' && choice !== NO_MUNICIPALITY;
}
