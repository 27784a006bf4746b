import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Described, Reading, SearchEntry } from '#src/core/offers/offers.ts';

/** By name, code, region, KKR and the spellings people use. */
export function municipalitySearchEntries({ db }: Reading): SearchEntry[] {
  return listMunicipalities(db).map((one) => ({
    group: 'Kommuner',
    title: one.officialName,
    body: [one.name, ...one.variants, one.id, one.region, one.kkr].join(' '),
    href: pathOf(one),
    context: `Kommunenr. ${one.id}, ${one.kkr}`,
    source: null,
  }));
}

export function describeMunicipality({ db }: Reading, entity: string, id: string): Described | undefined {
  if (entity !== 'municipality') return undefined;
  const found = listMunicipalities(db).find((one) => one.id === id);
  return found && { kind: 'Kommune', title: found.officialName, href: pathOf(found) };
}

function pathOf({ slug }: Municipality): string {
  return `/kommuner/${slug}`;
}
