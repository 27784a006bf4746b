/** Who has signed, three ways from the same rows: map, names, table. Plus how they spread over the country. */
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Status } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { MAP_HREF, mapGeometry } from '#src/web/map-outlines.ts';
import type { Distribution, MunicipalityName, Picture, StatusBadge } from '#src/web/parts.ts';
import { denmarkMap, mapKey } from '#src/web/pictures/denmark-map.ts';
import { progressBar } from '#src/web/pictures/progress-bar.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { listSignatures, type ShownSignature } from './queries.ts';

/** The statuses in the order in which they are listed. */
const LISTED = ['signed', 'claimed', 'in-progress', 'missing', 'not-relevant', 'not-counted'] as const;

export interface SignatureRow {
  municipality: Municipality;
  status: Status & (typeof LISTED)[number];
  signature: ShownSignature | null;
}

/** All 98 in Danish order; those without a row are not counted. */
export function signatureRows(db: Db, agreementId: string): SignatureRow[] {
  const known = new Map(listSignatures(db, agreementId).map((one) => [one.municipalityId, one]));
  return listMunicipalities(db).map((municipality) => {
    const signature = known.get(municipality.id) ?? null;
    return { municipality, signature, status: signature?.status ?? 'not-counted' };
  });
}

/**
 * The map; `own` is the code of the reader's municipality. `isOver`: somebody counted on or after the last day of the
 * deadline, so who is missing then has passed it.
 */
export function signatureMap(
  rows: readonly SignatureRow[],
  own: string | null,
  isOver: boolean,
  href: (path: string) => string,
): Picture {
  const areas = rows.map(({ municipality, status }) => ({
    code: municipality.id,
    name: municipality.name,
    status: isOver && status === 'missing' ? ('passed' as const) : status,
    href: href(`/kommuner/${municipality.slug}`),
  }));
  return {
    svg: drawn(areas, own),
    narrowSvg: '',
    key: mapKey(areas),
    caption: '',
  };
}

/** Maps drawn lately, by what they show: drawing one costs a sixth of its page, and most readers see the same. */
const maps = new Map<string, string>();
const MOST_MAPS = 100;

function drawn(areas: Parameters<typeof denmarkMap>[0], own: string | null): string {
  const key = [own, ...areas.map((area) => area.status), areas[0]?.href].join(' ');
  const found = maps.get(key);
  if (found !== undefined) return found;
  if (maps.size >= MOST_MAPS) maps.clear();
  const map = denmarkMap(areas, mapGeometry(), own, MAP_HREF);
  maps.set(key, map);
  return map;
}

export interface NamesByStatus {
  /** "Mangler: 83" */
  heading: StatusBadge;
  names: MunicipalityName[];
}

export function namesByStatus(rows: readonly SignatureRow[], own: string | null): NamesByStatus[] {
  return LISTED.map((status) => {
    const names = rows
      .filter((row) => row.status === status)
      .map(({ municipality }) => ({
        name: municipality.name,
        href: `/kommuner/${municipality.slug}`,
        isOwn: municipality.id === own,
      }));
    const badge = statusBadge(status);
    return { heading: { ...badge, word: `${badge.word}: ${names.length}` }, names };
  }).filter(({ names }) => names.length > 0);
}

/**
 * Rows of the table of all 98. The day of signing has a column only where somebody knows one; day and slide of the
 * count have columns only where they differ, and are said once where all rows share them.
 */
export function signatureTable(rows: readonly SignatureRow[], own: string | null) {
  const counted = rows.map(({ signature }) => ({
    countedOn: signature?.countedOn ? dayInTable(signature.countedOn) : '',
    source: signature ? (chipsOf(signature)[0] ?? null) : null,
  }));
  const [first] = counted;
  const isOneCount = counted.every(
    (one) => one.countedOn === first?.countedOn && one.source?.href === first?.source?.href,
  );
  return {
    hasSigningDays: rows.some(({ signature }) => signature?.signedOn),
    shared: isOneCount && first?.countedOn ? first : null,
    rows: rows.map(({ municipality, status, signature }, i) => ({
      name: municipality.name,
      href: `/kommuner/${municipality.slug}`,
      isOwn: municipality.id === own,
      badge: statusBadge(status),
      signedOn: signature?.signedOn ? dayInTable(signature.signedOn) : '',
      countedOn: counted[i]?.countedOn ?? '',
      source: counted[i]?.source ?? null,
    })),
  };
}

/** By KKR, where most have signed first. */
export function distributionByKkr(rows: readonly SignatureRow[], own: string | null): Distribution {
  const concerned = rows.filter(({ status }) => status !== 'not-relevant');
  const areas = [...Map.groupBy(concerned, ({ municipality }) => municipality.kkr)].map(([kkr, members]) => ({
    name: kkr.replace(/^KKR /, ''),
    signed: members.filter(({ status }) => status === 'signed').length,
    total: members.length,
    isOwn: members.some(({ municipality }) => municipality.id === own),
  }));
  areas.sort((a, b) => b.signed / b.total - a.signed / a.total || compareDanish(a.name, b.name));
  return {
    caption: 'Underskrifter fordelt på KKR',
    heading: 'KKR',
    rows: areas.map(({ name, signed, total, isOwn }) => ({
      name,
      isOwn,
      count: { count: signed, total, word: 'underskrevet', bar: progressBar(signed, total, 'underskrevet') },
    })),
  };
}
