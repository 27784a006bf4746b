import type { InventoryRow } from './row.ts';

const SAPA = '/loesninger/sapa';
const NEWS_PAGE = 'https://dok.kombit.dk/velfaerd-og-data/sapa/sapa-nyhedsside';

/** Tax data in SAPA: steps, accesses, events, the closing of the old ways in, and the news page. */
export const SAPA_ROWS: readonly InventoryRow[] = [
  { id: 'S-01', address: SAPA, words: ['Afdæk as-is og to-be … KLIK-opgave (A11)'], slide: 11 },
  {
    id: 'S-02',
    address: SAPA,
    words: ['Opret og underskriv aftale (DUPLA) … KLIK-opgave pr. formål'],
    slide: 11,
  },
  { id: 'S-03', address: SAPA, words: ['Opsæt visning i SAPA … Ingen KLIK-opgave'], slide: 11 },
  { id: 'S-04', address: SAPA, words: ['Tildel rettigheder til SAPA … Ingen KLIK-opgave'], slide: 11 },
  { id: 'S-05', address: SAPA, words: ['Oplær bruger i SAPA … Ingen KLIK-opgave'], slide: 11 },
  {
    id: 'S-06',
    address: SAPA,
    words: [
      'Indkomstsnitflade: UFST sender aftalen … underskriver elektronisk … Indkomst',
      'Indkomst … Snæver dataadgang … Mellem dataadgang … Bred dataadgang',
      'Udgår: kontrol for LAB og LAS',
      'kontrol for LAB og LAS er dækket af det brede formål',
      'Forbliver: mellemkommunal refusion og opkrævning',
      'Ikke afklaret: mere specifikke formål som erstatning for bred, mellem og snæver adgang',
    ],
    slide: 12,
  },
  {
    id: 'S-07',
    address: SAPA,
    words: [
      'DUPLA: I opretter og underskriver selv aftalen … Årsopgørelse',
      'Årsopgørelse … Bred dataadgang … 15',
      'Årsopgørelse … Udgår: dagtilbud … Udgår: sygedagpenge',
      'dagtilbud og sygedagpenge er dækket af den brede dataadgang',
    ],
    slide: 12,
  },
  {
    id: 'S-08',
    address: SAPA,
    words: [
      'Forskudsopgørelse … Bred dataadgang … 11',
      'Forskudsopgørelse … Udgår: sygedagpenge',
      'Forskudsopgørelse: sygedagpenge er dækket af den brede dataadgang',
    ],
    slide: 12,
  },
  {
    id: 'S-09',
    address: SAPA,
    words: ['Personkontroloplysninger (R75) … primo 2026', 'primo 2026 … 4'],
    slide: 12,
  },
  {
    id: 'S-10',
    address: SAPA,
    words: [
      'tors. 8. jan. 2026 … Dialogmøde om skattedata i SAPA … kl. 9.30–11.00',
      'optaget',
      'Outlook',
      'Omtalt 4. november 2025',
    ],
    links: [NEWS_PAGE],
    slide: 13,
  },
  { id: 'S-10', address: '/frister', words: ['8. jan. 2026 … Dialogmøde om skattedata i SAPA'], slide: 13 },
  {
    id: 'S-11',
    address: SAPA,
    words: [
      'ons. 21. jan. 2026 … Demonstration af SAPA funktionalitet og anvendelsesmuligheder … kl. 9.30–11.00 · Teams',
      'For: Nye brugere og nye medarbejdere',
      'Tilmeldingsfrist … 19. jan. 2026',
    ],
    slide: 14,
  },
  { id: 'S-11', address: '/frister', words: ['19. jan. 2026 … Demonstration af SAPA'], slide: 14 },
  { id: 'S-11', address: '/frister', words: ['21. jan. 2026 … Demonstration af SAPA'], slide: 14 },
  {
    id: 'S-12',
    address: SAPA,
    words: [
      '1. okt. 2025 … Demonstration af SAPA funktionalitet og anvendelsesmuligheder … kl. 9.30–10.30',
      '26. juni 2025 … Dialogmøde om Skattedata i SAPA',
    ],
    slide: 13,
  },
  {
    id: 'S-13',
    address: SAPA,
    words: ['Ekstranet og SF Tele lukker', '1. oktober 2025 … når alternativ er i SAPA'],
    slide: 15,
  },
  {
    id: 'S-14',
    address: SAPA,
    words: [
      'Undtaget … årlig indberetning af skatteprocent',
      '12-dels beregning',
      'hjælpe borgere med ændring af forskudsopgørelse',
    ],
    slide: 15,
  },
  {
    id: 'S-15',
    address: SAPA,
    words: ['adgang til års- og forskudsopgørelser', 'brugerne kontrollere, om data er rigtige'],
    slide: 16,
  },
  {
    id: 'S-16',
    address: SAPA,
    words: [
      'Dialogmøde om skattedata i SAPA 8. januar 2026',
      'Hvad synes du om SAPA?',
      'Demonstration af SAPAs funktionalitet og anvendelsesmuligheder',
      'Vi har brug for jeres assistance - formål til kontroloplysninger/R75',
      'deadline for nedlukning af SF-Tele og Ekstranet udskydes',
      'SAPA og beregning af billån med satsreguleringsprocent 2026',
      'A-skat ved lønindeholdelse "Mellem dataadgang"',
      'Demonstration af SAPA funktionalitet og anvendelsesmuligheder - 1. oktober 2025 kl. 09.30-10.30',
      'vises A-skat forkert i "Mellem dataadgang" og "Bred dataadgang"',
      'Forskudsopgørelsen Bred dataadgang er nu tilgængelig',
      'Link til Dialogmøde om Skattedata i SAPA 26. juni 2025',
      'SAPA Basisoplysninger',
      'REMINDER … dialogmøde om skattedata',
      'Tilføjelse af datafelt til Mellem dataadgang',
      'Bred dataadgang Årsopgørelse er nu tilgængelig',
      'nyhedsbrev … mandag',
    ],
    links: [NEWS_PAGE],
    slide: 13,
  },
];
