import type { InventoryRow } from './row.ts';

const VALG = '/loesninger/valg';

/** The election of 18 November 2025 and what comes after it. */
export const ELECTION_ROWS: readonly InventoryRow[] = [
  {
    id: 'V-01',
    address: VALG,
    words: [
      'Det gik godt … forløb, som det var planlagt',
      'Tilfredsheden var stor',
      'lange implementering … betalte sig',
      'i det store og hele brugt rigtigt',
      'let ved at tage fat i supporten',
      'supporten selv kontakt til kommuner … valgbøger ikke var frigivet',
    ],
    slide: 37,
  },
  {
    id: 'V-02',
    address: VALG,
    words: ['Det kunne have været bedre … valg.dk … Arbejdsprocessen i regionerne'],
    slide: 37,
  },
  { id: 'V-03', address: VALG, words: ['VALG Central … opdatering af Cloudflare'], slide: 38 },
  {
    id: 'V-04',
    address: VALG,
    words: ['20.30 … valg.dk overbelastet', 'TDC … øgede kapaciteten'],
    slide: 38,
  },
  {
    id: 'V-05',
    address: VALG,
    words: ['valg.dk … forskellen til det forrige valg regnet forkert ud', 'Stemmetallene … rigtige'],
    slide: 38,
  },
  {
    id: 'V-06',
    address: VALG,
    words: ['45 ud af 46 kommuner … mandatberegningen', 'beskeder … retvisende'],
    slide: 38,
  },
  {
    id: 'V-07',
    address: VALG,
    words: ['Region Øst kunne ikke frigive', 'Nogle kommuner … tidligt frigivet … fintællingen'],
    slide: 38,
  },
  {
    id: 'V-08',
    address: VALG,
    words: [
      'funktioner til alle vigtige arbejdsgange',
      'uden at systemet gik ned',
      'arbejdsgange tog kortere tid … fintællingen',
      'nem og intuitiv',
      'Stemmeseddelregnskabet er svært',
      'it-afdelingen … rolig valgdag',
    ],
    slide: 39,
  },
  {
    id: 'V-09',
    address: VALG,
    words: ['Fra en region … foreløbige optælling … kommune har frigivet', 'løsningen burde spærre for det'],
    slide: 40,
  },
  {
    id: 'V-10',
    address: VALG,
    words: [
      '285 sager … 21. november 2025',
      '124 · 76 · 58 · 13 · 11 · 3',
      'ny fase … stemmeseddelregnskabet',
      'Tonen var god',
      'evaluere, hvordan supporten blev brugt',
      'Gennemsnit per telefonkald … 14 sekunder',
    ],
    slide: 41,
  },
  {
    id: 'V-11',
    address: VALG,
    words: ['24. nov.–15. dec. 2025 … Brugertilfredshedsundersøgelse – én besvarelse per kommune'],
    slide: 42,
  },
  {
    id: 'V-11',
    address: '/frister',
    words: ['15. dec. 2025 … VALG … Brugertilfredshedsundersøgelse'],
    slide: 42,
  },
  { id: 'V-12', address: VALG, words: ['1. jan. 2026 … Ny distributør af valgkort'], slide: 42 },
  { id: 'V-12', address: '/frister', words: ['1. jan. 2026 … Ny distributør af valgkort'], slide: 42 },
  {
    id: 'V-13',
    address: VALG,
    words: ['Nødvendige ændringer … Tekniske integrationer: Ny valggeografi og CPR'],
    slide: 42,
  },
  { id: 'V-14', address: VALG, words: ['Ændringsønsker'], slide: 42 },
  {
    id: 'V-15',
    address: VALG,
    words: [
      'Klargøring til Folketingsvalg … Opsamling og evaluering',
      'Visitere fejl og ændringsønsker relevante for folketingsvalg',
      'Justering af kommunikation og information',
    ],
    slide: 42,
  },
  {
    id: 'V-16',
    address: VALG,
    words: ['2. halvår 2026? … Nødvendige ændringer', 'sætter selv spørgsmålstegn'],
    slide: 42,
  },
  {
    id: 'V-17',
    address: VALG,
    words: ['Implementering af ny governancestruktur for videreudvikling af VALG'],
    slide: 42,
  },
  { id: 'V-18', address: VALG, words: ['KV/RV FV'], slide: 42 },
];
