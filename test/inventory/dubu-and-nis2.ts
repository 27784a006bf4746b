import type { InventoryRow } from './row.ts';

const DUBU = '/loesninger/dubu';
const NIS2 = '/loesninger/nis2';

/** The contract behind DUBU, and the help there is with NIS2. */
export const DUBU_AND_NIS2_ROWS: readonly InventoryRow[] = [
  {
    id: 'D-01',
    address: DUBU,
    words: [
      'samarbejdsaftale',
      'fra underskriften … falder automatisk bort … leverandørkontrakten ophører',
      'ved udgangen af 2026',
      'opsagt eller forlænget',
    ],
    slide: 7,
  },
  {
    id: 'D-02',
    address: DUBU,
    words: [
      'Netcompany',
      'Løber frem til … 24. november 2028',
      'udgangen af 2028 (24. november 2028)',
      'Sidste option på forlængelse … ved udgangen af 2026',
      'option på to år',
    ],
    slide: 7,
  },
  { id: 'D-02', address: '/frister', words: ['24. nov. 2028 … DUBU'], slide: 7 },
  { id: 'D-03', address: DUBU, words: ['it-portefølje, kontrakter og it-økonomi'], slide: 7 },
  { id: 'D-04', address: DUBU, words: ['kort over DUBU-kommuner … kan ikke læses'], slide: 7 },
  {
    id: 'N-01',
    address: NIS2,
    words: [
      'Sammen om NIS2',
      'KL, Komponent, SKI og DBS',
      "leverandørstyring, hændelseshåndtering og KL's konceptafprøvninger",
      "på vej til KL's og KOMBITs videncenter",
    ],
    slide: 18,
  },
  {
    id: 'N-02',
    address: NIS2,
    words: [
      'Kommunernes Cybersikkerhedsskole … KL, Komponent og KOMBIT',
      'foråret 2025',
      'passer til den enkeltes rolle',
      'topledelsen',
      'beredskab',
      'Den Offentlige NIS2-uddannelse',
    ],
    slide: 19,
  },
];
