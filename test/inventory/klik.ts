import type { InventoryRow } from './row.ts';

const FORDRINGER = 'Konfigurer og åbn for fordringer vha. ny gæld- og betalingsløsning';
const R75 = 'Opret og underskriv aftale for visning af personkontroloplysning';
const EARLY_JANUARY = ['Start … 01.–10.01.2026', 'Primo jan.'];
const LATE_JANUARY = ['Frist … 21.–31.01.2026', 'Ultimo Jan.'];
const EARLY_DECEMBER = ['Start … 01.–10.12.2025', 'Primo dec'];
const LATE_DECEMBER = ['Frist … 11.–31.12.2025', 'Medio/ultimo dec'];
const WORKING_TITLE = 'Arbejdstitel';

/** The tasks of the table on slide 4, each on its own page and in the list, and the one that is only mentioned. */
export const KLIK_ROWS: readonly InventoryRow[] = [
  ...task('K-01', 'eg-fordringer', 'Borgerblikket', `EG_${FORDRINGER}`, [
    ...EARLY_JANUARY,
    ...LATE_JANUARY,
    WORKING_TITLE,
    'EG-kommuner',
  ]),
  ...task('K-02', 'kmd-fordringer', 'Borgerblikket', `KMD_${FORDRINGER}`, [
    ...EARLY_JANUARY,
    ...LATE_JANUARY,
    WORKING_TITLE,
    'KMD-kommuner',
  ]),
  ...task('K-03', 'valg-ean-nummer', 'VALG', 'Indsend EAN-nummer til fakturering for VALG-løsningen', [
    'Start … 27.10.2025',
    'Frist … 01.12.2025',
  ]),
  ...task(
    'K-04',
    'brugerstyring-1-gamle-brugere',
    'KLIK',
    '(Brugerstyring 1) Bevar "gamle" KLIK-brugeres adgang til KLIK',
    ['Start … 05.09.2025', 'Frist … 03.11.2025', 'Frist passeret'],
  ),
  ...task('K-05', 'rolle-4-telefonnumre', 'KLIK', '(Rolle 4) Sikr telefonnumre på roller i KLIK', [
    'Start … 06.11.2025',
    'Frist … 09.01.2026',
  ]),
  ...task('K-06', 'flis-underskriv-databehandleraftale', 'FLIS', 'FLIS: Underskriv ny databehandleraftale', [
    'Start … 19.11.2025',
    'Frist … 05.12.2025',
  ]),
  ...task(
    'K-07',
    'adg-0-adgangsstyring',
    'Fælleskommunal Infrastruktur',
    'ADG_0 Afdæk og afklar kommunens aktuelle anvendelse af Adgangsstyring for brugere',
    ['Start … 19.10.2025', 'Frist … 15.12.2025'],
  ),
  ...task(
    'K-08',
    'sapa-forskudsopgoerelse',
    'SAPA',
    'Opret og underskriv aftale for visning af forskudsopgørelse for 11 formål (version 2.1)',
    [...EARLY_DECEMBER, ...LATE_DECEMBER, WORKING_TITLE],
  ),
  ...[1, 2, 3, 4].flatMap((pack) =>
    task(
      `K-${String(8 + pack).padStart(2, '0')}`,
      `sapa-r75-datapakke-${pack}`,
      'SAPA',
      `${R75} (datapakke ${pack})`,
      [...EARLY_DECEMBER, ...LATE_DECEMBER, WORKING_TITLE],
    ),
  ),
  { id: 'K-13', address: '/loesninger/sapa', words: ['Afdæk as-is og to-be … KLIK-opgave (A11)'], slide: 11 },
  {
    id: 'CO-1',
    address: '/klik/eg-fordringer',
    words: ['Note på sliden … borgerne se deres gæld og afvikle den'],
    slide: 4,
  },
  {
    id: 'CO-1',
    address: '/klik/kmd-fordringer',
    words: ['Note på sliden … borgerne se deres gæld og afvikle den'],
    slide: 4,
  },
  {
    id: 'CO-2',
    address: '/klik/brugerstyring-1-gamle-brugere',
    words: ['Note på sliden … Nogle kommuner er ikke helt færdige', 'brugere … adgang »genetableret«'],
    slide: 4,
  },
  ...['rolle-4-telefonnumre', 'adg-0-adgangsstyring'].map((slug) => ({
    id: 'CO-3',
    address: `/klik/${slug}`,
    words: [
      'webinar 3. november 2025 … optagelsen',
      'Tilknytning usikker',
      '»ADG_0 Afdæk og afklar kommunens aktuelle anvendelse af Adgangsstyring for brugere«',
      '»(Rolle 4) Sikr telefonnumre på roller i KLIK«',
    ],
    slide: 4,
  })),
];

function task(
  id: string,
  slug: string,
  project: string,
  title: string,
  words: readonly string[],
): InventoryRow[] {
  return [
    { id, address: `/klik/${slug}`, words: [project, title, ...words], slide: 4 },
    { id, address: '/klik', words: [`${project} … ${title}`], slide: 4 },
    // Two rows of the material are one ask there, named as the task.
    { id, address: '/frister', words: [title], slide: 4 },
  ];
}
