/**
 * Kommuner: the 98 municipalities as facts (code, region, KKR, size). What each of them has to do is composed from the
 * other subjects by the overview `municipality`.
 */
import type { Feature } from '#src/web/feature.ts';
import { municipalityResources } from './api.ts';
import { editableMunicipalities } from './editable.ts';
import { describeMunicipality, municipalitySearchEntries } from './offers.ts';

export const municipalities: Feature = {
  name: 'municipalities',
  searchEntries: municipalitySearchEntries,
  describe: describeMunicipality,
  api: municipalityResources,
  editable: editableMunicipalities,
};
