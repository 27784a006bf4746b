import { type GuessRow, MEETING } from './row.ts';

const WHEEL_PAGES = ['/k98', '/k98/aarshjul', `${MEETING}/slide/47`, '/frister', '/loesninger/k98'];
const STS_PAGES = ['/sts', '/frister', '/loesninger/fki-sts', `${MEETING}/slide/27`];
const SUPPORT_PAGES = ['/loesninger/valg', `${MEETING}/slide/41`];
const DUBU_PAGES = ['/loesninger/dubu', '/frister', '/', `${MEETING}/slide/7`];
const TASK_PAGES = [
  '/klik',
  '/klik/rolle-4-telefonnumre',
  '/klik/adg-0-adgangsstyring',
  '/klik/flis-underskriv-databehandleraftale',
  '/klik/brugerstyring-1-gamle-brugere',
  '/loesninger/klik',
  '/loesninger/faelleskommunal-infrastruktur',
  '/loesninger/flis',
  '/frister',
  '/',
  '/kommuner/odense',
  '/soeg?q=webinar',
  `${MEETING}/slide/4`,
];
const AGREEMENT_PAGES = ['/aftaler', '/aftaler/tre-datastandarder', '/kommuner/odense', '/kommuner/struer'];

const WHEEL_TEXT = [
  'Budget(?: godkendelse| Vejl\\.)?',
  'Strategisk drøftelser',
  'Prioritering på tværs af K98',
  '\\d\\. Behandling af indstilling(?:er| fra fagråd)',
  'Analyse af muligheder for digital understøtte af problemløsning',
  'Godkendelse af prioritering',
  'Vedligeholdelse af indsigter',
  'Ø\\.A',
  'KØF',
  'TOP møde',
].join('|');
const MONTH = '(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]aj|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]kt|[Nn]ov|[Dd]ec)[a-z]*';
const LEVEL = '(?:KL|Bestyrelse(?:n)?|PR|Porteføljeråd(?:et)?|Fagråd(?:et)?|KOMBIT)';
const UNDATED_PHASE =
  '(?:1:1 Transition til ny driftsplatform|1:1 Transition til ny applikationsleverandør|NSIS|Modernisering)';
const COMPONENT =
  '(?:Filudveksling|Beskedfordelerkomponent|Adgangsstyring for (?:brugere|systemer)|Administrationsmodul|Organisationssystem|Klassifikationssystem|Sags- og Dokumentindeks|Ydelsesindeks|Organisationssynkroniseringskomponent|Helhedsorienteret indsats)';

/** What the papers about the material only infer. */
export const GUESS_ROWS: readonly GuessRow[] = [
  {
    id: 'W-01',
    guess: 'a month or a level for a text of the wheel',
    addresses: WHEEL_PAGES,
    never: [
      // A text of the wheel that starts with a capital follows the one before; a month or a level follows none.
      new RegExp(`(?:${WHEEL_TEXT})[ :,·(-]{1,4}(?:${MONTH}|${LEVEL})\\b`),
      new RegExp(`\\b(?:${MONTH}|${LEVEL})[ :,·(-]{1,4}(?:${WHEEL_TEXT})`),
    ],
  },
  {
    id: 'A-25',
    guess: 'a day for one of the six support values',
    addresses: SUPPORT_PAGES,
    never: [
      /\b(?:1[6-9]|2[01])\.?(?: nov\w*\.?)?(?: 2025)?[ :·-]{1,3}(?:124|76|58|13|11)\b/,
      /\b(?:124|76|58|13|11)(?: sager)?[ :·(-]{1,3}(?:den )?(?:1[6-9]|2[01])\. nov/,
    ],
  },
  {
    id: 'A-26',
    guess: 'what the 14 seconds are',
    addresses: SUPPORT_PAGES,
    never: [/\b(?:svartid|ventetid|samtaletid|ventede)/i],
  },
  {
    id: 'ST-07',
    guess: 'a date for a phase that the slide only draws',
    addresses: STS_PAGES,
    never: [new RegExp(`${UNDATED_PHASE} (?:[a-zæøå]+ ){0,3}\\S*20\\d\\d`)],
  },
  {
    id: 'C-01',
    guess: 'which components are Støttesystemer',
    addresses: ['/sts', `${MEETING}/slide/23`],
    never: [
      new RegExp(`${COMPONENT}[ :,·(-]{1,4}(?:er )?(?:en del af |et )?(?:STS|[Ss]tøttesystem|[Gg]røn)`),
    ],
  },
  {
    id: 'CO-3',
    guess: 'which task the webinar was about',
    addresses: TASK_PAGES,
    never: [/webinar 3\. november(?! 2025.{0,120}[Uu]sikker)/i],
  },
  {
    id: 'K-04',
    guess: 'that a municipality is late',
    addresses: ['/', '/?kommune=odense', '/frister', '/frister?kommune=odense', '/klik', ...AGREEMENT_PAGES],
    never: [/overskredet/i, /forsinket/i, /for sent/i],
  },
  {
    id: 'D-02',
    guess: 'another last day of the contract, or of the option, than the words said',
    addresses: DUBU_PAGES,
    never: [/31\.\s?(?:12\.|dec\w*\.?) ?(?:2026|2028)/, /24\.\s?(?:11\.|nov\w*\.?) ?2026/],
  },
  {
    id: 'D-02',
    guess: 'whether the agreement is to be signed again',
    addresses: DUBU_PAGES,
    never: [
      /(?<!siger ikke, om kommunerne )skal (?:ikke )?underskrive(?:s)? igen/,
      /behøver ikke underskrive/i,
    ],
  },
  {
    id: 'D-04',
    guess: 'that a municipality uses DUBU',
    addresses: ['/kommuner/odense', '/kommuner/struer', '/loesninger/dubu'],
    never: [/(?<!hvem der )\b(?:bruger|er|har) (?:ikke )?(?:en )?DUBU(?!-kommuner)/],
  },
  {
    id: 'K-01',
    guess: 'that a municipality uses EG or KMD',
    addresses: ['/kommuner/odense', '/kommuner/struer'],
    never: [/\ber (?:en )?(?:EG|KMD)-kommune/, /Gælder (?:EG|KMD)-kommuner(?!; ikke oplyst hvilke)/],
  },
  {
    id: 'AFT-07',
    guess: 'a day of December for "dec-25"',
    addresses: ['/aftaler/fki-sp-databehandleraftale', '/aftaler/fki-sts-databehandleraftale'],
    never: [/25\.\s?(?:12\.|dec)/],
  },
  {
    id: 'AFT-04',
    guess: 'the year that OCR misread',
    addresses: ['/aftaler', '/aftaler/borgerblikket-bilag-a', '/frister', '/loesninger/borgerblikket'],
    never: [/2075/],
  },
  {
    id: 'T-05',
    guess: 'when or by whom a municipality signed',
    addresses: AGREEMENT_PAGES,
    never: [
      /[Uu]nderskrevet (?:den )?\d{1,2}\. (?!november 2025, opgjort)[a-z]/,
      /[Uu]nderskrevet af [A-ZÆØÅ]/,
    ],
  },
  {
    id: 'V-16',
    guess: 'the last day for a general election',
    addresses: ['/loesninger/valg', '/frister', `${MEETING}/slide/42`],
    never: [/31\.\s?(?:10\.|okt\w*\.?) ?2026/],
  },
  {
    id: 'V-03',
    guess: 'the jokes of the deck',
    addresses: ['/loesninger/valg', `${MEETING}/slide/38`, '/soeg?q=valg'],
    never: [/russer/i],
  },
  {
    id: 'B-9',
    guess: 'a date for the approval',
    addresses: ['/k98', '/frister?status=alle'],
    never: [new RegExp(`(?:\\d{1,2}\\.?|${MONTH} 20\\d\\d) Godkendelse (?!af)`)],
  },
  {
    id: 'AFT-02',
    guess: 'a dispatch as if it were a deadline',
    addresses: ['/kommuner/odense', '/kommuner/struer'],
    never: [/Frist forude Aula/],
  },
];
