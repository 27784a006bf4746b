import { actorName } from '#src/core/access/accounts.ts';
import { ROLE_WORDS } from '#src/core/access/roles.ts';
import { ACCESS_EVENTS } from '#src/core/access-log/events.ts';
import type { AccessLogRow } from '#src/core/access-log/queries.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { personHref } from './address.ts';

export interface AccessRow {
  seq: number;
  /** "24.11.2025 kl. 9.12" */
  when: string;
  event: string;
  outcome: StatusBadge;
  reason: string;
  who: string;
  /** Roles and municipality at that time. */
  whoTitle: string;
  personHref: string;
  about: string;
  aboutHref: string;

  detail: string;
  /** Whole for 30 days, then cut. */
  address: string;
  requestId: string;
  sessionRef: string;
}

export function accessRow(db: Db, row: AccessLogRow): AccessRow {
  return {
    seq: row.seq,
    when: instantWords(row.at),
    event: eventWords(row.event),
    outcome: OUTCOME_BADGES[row.outcome],
    reason: REASON_WORDS[row.reason ?? ''] ?? row.reason ?? '',
    who: actorName(db, row.actor),
    whoTitle: titleOf(db, row),
    personHref: personHref(row.actor),
    ...aboutOf(db, row),
    detail: row.detail === null ? '' : detailWords(row.detail),
    address: row.address ?? row.addressNet ?? '',
    requestId: row.requestId ?? '',
    sessionRef: row.sessionRef ?? '',
  };
}

export const OUTCOME_BADGES: Readonly<Record<AccessLogRow['outcome'], StatusBadge>> = {
  ok: { word: 'I orden', icon: 'success', tone: 'done' },
  refused: { word: 'Afvist', icon: 'warning', tone: 'over' },
  failed: { word: 'Mislykket', icon: 'error', tone: 'over' },
};

/** Codes of reasons; what is not among them is shown as it stands. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  password: 'Adgangskode',
  oidc: 'Login-løsning',
  login: 'Fra login-løsningen',
  limit: 'For mange forsøg',
  again: 'Igen',
  unknown: 'Ukendt mailadresse',
  disabled: 'Lukket bruger',
  token: 'Formularens nøgle passer ikke',
  origin: 'Sendt fra en anden side',
  'seeing-as': 'Ser som en kommune',
  staff: 'For redaktører',
  admin: 'For administratorer',
  municipality: 'For kommunernes egne',
  '400': 'Filen kunne ikke læses',
  '413': 'Filen var for stor',
};

function eventWords(event: string): string {
  const words: Readonly<Record<string, string>> = ACCESS_EVENTS;
  return words[event] ?? event;
}

function titleOf(db: Db, { actorRoles, actorMunicipalityId }: AccessLogRow): string {
  const words: Readonly<Record<string, string>> = ROLE_WORDS;
  const roles = actorRoles.split(',').flatMap((role) => words[role] ?? []);
  return [...roles, municipalityName(db, actorMunicipalityId)].filter(Boolean).join(', ');
}

function aboutOf(db: Db, row: AccessLogRow): { about: string; aboutHref: string } {
  if (row.batchId !== null)
    return { about: `Ændring nr. ${row.batchId}`, aboutHref: `/redaktion/log/${row.batchId}` };
  const { objectType, objectId } = row;
  if (objectType === null || objectId === null)
    return { about: municipalityName(db, row.objectMunicipalityId), aboutHref: '' };
  if (objectType === 'account') return { about: actorName(db, objectId), aboutHref: personHref(objectId) };
  if (objectType === 'municipality') return { about: municipalityName(db, objectId), aboutHref: '' };
  return { about: objectId, aboutHref: '' };
}

function municipalityName(db: Db, id: string | null): string {
  return listMunicipalities(db).find((one) => one.id === id)?.officialName ?? id ?? '';
}

/** What stands in the details of entries; other keys are shown as they are. */
const DETAIL_WORDS: Readonly<Record<string, string>> = {
  rows: 'rækker',
  filter: 'valg',
  format: 'fil',
  addresses: 'adresser',
  entries: 'poster',
  through: 'til og med nr.',
  schema: 'skema',
  from: 'fra',
  to: 'til',
  roles: 'roller',
  municipalityId: 'kommune',
  solutionIds: 'løsninger',
  before: 'før',
  after: 'nu',
  broken: 'brudt',
};

/** "fil: csv, rækker: 12, valg: (kommune: odense)" */
function detailWords(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([key, value]) => [DETAIL_WORDS[key] ?? key, valueWords(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

function valueWords(value: unknown): string {
  if (value === null) return 'ingen';
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  if (typeof value !== 'object') return String(value);
  const inner = detailWords(value as Record<string, unknown>);
  return inner && `(${inner})`;
}
