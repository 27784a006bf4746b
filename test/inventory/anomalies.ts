import { type InventoryRow, MEETING } from './row.ts';

const SAPA = '/loesninger/sapa';
const VALG = '/loesninger/valg';
const SWAPPED = 'rækkerne KSD og KY ser ud til at være byttet om';
const SUNDAY_DEADLINE = 'Fristen er en søndag';
const SUNDAY_START = 'Startdatoen er en søndag';

/** What is odd in the material: said beside the fact, which stays as published. */
export const ANOMALY_ROWS: readonly InventoryRow[] = [
  {
    id: 'A-01',
    address: MEETING,
    words: ['24. november 2025 (datoen er udledt)', 'Materialet skriver ikke mødedatoen'],
    slide: 51,
  },
  { id: 'A-02', address: '/aftaler/ksd-databehandleraftale', words: [SWAPPED], slide: 6 },
  { id: 'A-02', address: '/aftaler/ky-databehandleraftale', words: [SWAPPED], slide: 6 },
  { id: 'A-02', address: '/aftaler', words: [`KSD … ${SWAPPED}`, `KY … ${SWAPPED}`], slide: 6 },
  {
    id: 'A-03',
    address: '/klik/brugerstyring-1-gamle-brugere',
    words: ['står som nuværende, men sluttede før mødet'],
    slide: 4,
  },
  {
    id: 'A-05',
    address: SAPA,
    words: ['KLIK-opgaverne om R75 begynder i december 2025', 'formålene primo 2026'],
    slide: 12,
  },
  {
    id: 'A-06',
    address: SAPA,
    words: ['KLIK-opgave pr. formål, men slide 4 har én opgave for 11 formål'],
    slide: 11,
  },
  {
    id: 'A-08',
    address: SAPA,
    words: [
      'Afløst: 1. oktober 2025 Gælder nu: når alternativ er i SAPA',
      'Sliden har to udsagn om det samme',
    ],
    slide: 15,
  },
  { id: 'A-08', address: '/', words: ['1. oktober 2025 … når alternativ er i SAPA'], slide: 15 },
  { id: 'A-12', address: '/aftaler/eessi-databehandleraftale', words: [SUNDAY_DEADLINE], slide: 5 },
  { id: 'A-12', address: '/aftaler', words: [`EESSI … ${SUNDAY_DEADLINE}`], slide: 5 },
  { id: 'A-13', address: '/klik/adg-0-adgangsstyring', words: [SUNDAY_START], slide: 4 },
  { id: 'A-13', address: '/klik', words: [`ADG_0 … ${SUNDAY_START}`], slide: 4 },
  {
    id: 'A-14',
    address: '/aftaler/tre-datastandarder',
    words: [
      'Kaldes også … K-aftalen for datastandard service, 3xbegrebs- og datastandarder, tre datastandarder',
    ],
    slide: 5,
  },
  {
    id: 'A-18',
    address: '/aftaler',
    words: ['Borgerblikket … Udsendelse ikke oplyst … Medio dec.2025', 'Aula … Ikke oplyst … Ikke oplyst'],
    slide: 5,
  },
  { id: 'A-20', address: '/aftaler', words: ['VALG-projektledere (kun Struer)'], slide: 6 },
  {
    id: 'A-22',
    address: '/frister',
    words: ['FLIS: Underskriv ny databehandleraftale … KLIK og aftale'],
    slide: 5,
  },
  {
    id: 'A-23',
    address: '/aftaler/tre-datastandarder',
    words: ['nævner de 83, der mangler … øvrige 15 er udledt'],
    slide: 9,
  },
  {
    id: 'A-24',
    address: '/aftaler/tre-datastandarder',
    words: ['oplyser ikke, hvilken dag den enkelte kommune har underskrevet'],
    slide: 9,
  },
  {
    id: 'A-25',
    address: VALG,
    words: ['den største først, for teksten siger ikke, hvilken dag hver værdi hører til'],
    slide: 41,
  },
  {
    id: 'A-25',
    address: `${MEETING}/slide/41`,
    words: ['tilsammen 285, men teksten viser ikke, hvilken dag hvert tal hører til'],
    slide: 41,
  },
  { id: 'A-26', address: VALG, words: ['forklarer ikke, hvad de 14 sekunder dækker'], slide: 41 },
  {
    id: 'A-28',
    address: VALG,
    words: ['Kan være den samme opgave … evalueringen af valget … Materialet siger det ikke'],
    slide: 42,
  },
  { id: 'A-29', address: VALG, words: ['2. halvår 2026?'], slide: 42 },
  {
    id: 'A-32',
    address: '/k98',
    words: ['Orienteringen om opslaget ligger efter den dag, opslaget sendes ud'],
    slide: 51,
  },
  {
    id: 'A-33',
    address: '/k98',
    words: ['omfatter også porteføljerådet', 'Trinnet står på tidslinjen uden dato'],
    slide: 51,
  },
  { id: 'A-34', address: '/k98', words: ['antal fagråd er ikke oplyst'], slide: 49 },
  {
    id: 'A-34',
    address: '/k98',
    words: ['Gengangere … om gengangere er ønsket eller skal undgås'],
    slide: 50,
  },
  {
    id: 'A-35',
    address: '/k98',
    words: ['UDKAST', 'Sliden viser niveau og måned som en tegning … kan ikke læses'],
    slide: 47,
  },
  {
    id: 'A-36',
    address: '/sts',
    words: ['Ikke oplyst, hvilke der er Støttesystemer', 'grønt, men farverne kan ikke læses'],
    slide: 23,
  },
  {
    id: 'A-37',
    address: '/sts',
    words: ['Ingen dato i materialet, derfor ikke tegnet', 'begynder og slutter, kan ikke læses'],
    slide: 27,
  },
  {
    id: 'A-38',
    address: '/loesninger/nis2',
    words: ['linket kan føre til en side uden den'],
    slide: 18,
  },
  { id: 'A-38', address: `${MEETING}/slide/18`, words: ['forklarer ikke, hvad DBS er'], slide: 18 },
];
