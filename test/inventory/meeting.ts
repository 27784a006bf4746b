import { type InventoryRow, MEETING } from './row.ts';

/** Agenda, status, what the municipalities are asked to do, and what follows the meeting. */
export const MEETING_ROWS: readonly InventoryRow[] = [
  { id: 'M-01', address: MEETING, words: ['Dagsorden … Kort nyt fra KOMBIT'], slide: 1 },
  {
    id: 'M-02',
    address: MEETING,
    words: ['Kort nyt fra KOMBIT … Genudbud af Støttesystemerne (STS) og en fælles platform'],
    slide: 1,
  },
  {
    id: 'M-02',
    address: MEETING,
    words: ['Genudbud af Støttesystemerne (STS) og en fælles platform … TEMA I'],
    slide: 20,
  },
  {
    id: 'M-03',
    address: MEETING,
    words: ['og en fælles platform … Afvikling af kommunal- og regionsrådsvalget den 18/11 2025'],
    slide: 1,
  },
  {
    id: 'M-03',
    address: MEETING,
    words: ['Afvikling af kommunal- og regionsrådsvalget den 18/11 2025 … TEMA II'],
    slide: 36,
  },
  {
    id: 'M-04',
    address: MEETING,
    words: ['den 18/11 2025 … Status på K98-Aftalen og bemanding af governancemodellen'],
    slide: 1,
  },
  {
    id: 'M-04',
    address: MEETING,
    words: ['Status på K98-Aftalen og bemanding af governancemodellen … TEMA III'],
    slide: 44,
  },
  { id: 'M-05', address: MEETING, words: ['bemanding af governancemodellen … Tak for i dag'], slide: 1 },
  {
    id: 'M-06',
    address: MEETING,
    words: [
      'Oversigt over KLIK-opgaver af kritisk/tværgående karakter',
      'Oversigt over udsendte databehandleraftaler og tilslutningsaftaler',
      'Status på SKAT-indkomstoplysninger i SAPA',
      'NIS2 – Ny fælles folder og husk Cybersikkerhedsskolen',
    ],
    slide: 3,
  },
  { id: 'M-07', address: MEETING, words: ['genudbuddet af Støttesystemerne … Til orientering'], slide: 20 },
  {
    id: 'M-07',
    address: MEETING,
    words: ['evalueringen af valget bliver sendt … 15. december 2025'],
    slide: 36,
  },
  {
    id: 'M-07',
    address: '/loesninger/valg',
    words: ['VALG-systemansvarlige … evaluering til KOMBIT … 15. december 2025'],
    slide: 36,
  },
  { id: 'M-07', address: MEETING, words: ['tidsramme og proces for bemandingen'], slide: 44 },
  { id: 'M-07', address: '/k98', words: ['tidsramme og proces … når bemandingen går i gang'], slide: 44 },
  ...asks(),
  {
    id: 'M-09',
    address: MEETING,
    words: [
      'dokumentbibliotek … efter mødet',
      'mail med præsentation, optagelse og en liste over jeres opgaver',
    ],
    slide: 53,
  },
  {
    id: 'M-09',
    address: `${MEETING}/slide/53`,
    words: ['Tak for i dag', 'AFRUNDING', 'tak for i dag og en evaluering'],
    slide: 53,
  },
];

/** Asks that have no KLIK task: on the page of their subject, in the list of all deadlines and at the meeting. */
function asks(): InventoryRow[] {
  const all: { page: string; title: string; words: string[]; slide: number }[] = [
    {
      page: '/loesninger/klik',
      title: 'mangler adgang til KLIK',
      words: ['jeres brugere … »genetableret«', 'Brugerstyring 1'],
      slide: 4,
    },
    {
      page: '/loesninger/dubu',
      title: 'nyheden om DUBU-kontrakten videre',
      words: ['it-portefølje, kontrakter og it-økonomi'],
      slide: 7,
    },
    {
      page: '/loesninger/k-aftalen',
      title: 'tre datastandarder besluttet og underskrevet',
      words: ['alle tre fagområder: familie, ældre og omsorg samt PPR'],
      slide: 8,
    },
    {
      page: '/loesninger/sapa',
      title: 'brugere af skattedata med til dialogmødet',
      words: ['bruger eller skal bruge skattedata', 'deltage 8. januar 2026'],
      slide: 13,
    },
    {
      page: '/loesninger/sapa',
      title: 'mulige SAPA-brugere til demonstrationen',
      words: ['demonstrationen 21. januar 2026', '19. januar 2026'],
      slide: 14,
    },
    {
      page: '/loesninger/sapa',
      title: 'adgang til års- og forskudsopgørelser',
      words: ['alle … efter formålet … opgørelserne', 'kontrollere, om data er rigtige'],
      slide: 16,
    },
    {
      page: '/loesninger/nis2',
      title: 'Brug Cybersikkerhedsskolen',
      words: ['kurser for topledelsen … kurser om beredskab'],
      slide: 19,
    },
    {
      page: '/k98',
      title: 'Kommentér planen for bemandingen',
      words: ['bemærkninger til planen … behov i kommunen'],
      slide: 44,
    },
    {
      page: '/opgaver/input-til-moeder',
      title: 'input til de næste møder',
      words: ['programleder@kombit.dk'],
      slide: 53,
    },
  ];
  return all.flatMap(({ page, title, words, slide }) => [
    { id: 'M-08', address: page, words: [title, ...words], slide },
    { id: 'M-08', address: '/frister', words: [title], slide },
    { id: 'M-08', address: MEETING, words: [title], slide },
  ]);
}
