import { type GuessRow, MEETING } from './row.ts';

const MONTH = '(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]aj|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]kt|[Nn]ov|[Dd]ec)[a-z]*';
const LEVEL = '(?:KL|Bestyrelse(?:n)?|PR|Porteføljeråd(?:et)?|Fagråd(?:et)?|KOMBIT)';
const WHEEL_TEXT =
  '(?:Budget(?: godkendelse| Vejl\\.)?|Strategisk drøftelser|Prioritering på tværs af K98|\\d\\. Behandling af indstilling(?:er| fra fagråd)|understøtte af problemløsning|Godkendelse af prioritering|Vedligeholdelse af indsigter|Ø\\.A|KØF|TOP møde)';
const UNDATED_PHASE =
  '(?:1:1 Transition til ny driftsplatform|1:1 Transition til ny applikationsleverandør|NSIS|Modernisering)';
const COMPONENT =
  '(?:Serviceplatformen|Filudveksling|Beskedfordelerkomponent|Adgangsstyring for (?:brugere|systemer)|Administrationsmodul|Organisationssystem|Klassifikationssystem|Sags- og Dokumentindeks|Ydelsesindeks|Organisationssynkroniseringskomponent|Helhedsorienteret indsats)';
const BETWEEN = '[ .:,·(-]{1,4}';

const SUPPORT_PAGES = ['/loesninger/valg', `${MEETING}/slide/41`];
const DUBU_PAGES = ['/', '/frister', '/loesninger/dubu', `${MEETING}/slide/7`];
const MUNICIPALITY_PAGES = ['/kommuner/odense', '/kommuner/struer'];

/** What the material leaves open and somebody could be tempted to fill in. */
export const GUESS_ROWS: readonly GuessRow[] = [
  {
    id: 'W-01',
    guess: 'a month or a level for a text of the wheel',
    addresses: ['/k98', '/k98/aarshjul', `${MEETING}/slide/47`, '/frister?status=alle', '/loesninger/k98'],
    never: [
      new RegExp(`${WHEEL_TEXT}${BETWEEN}(?:${MONTH}|${LEVEL})\\b`),
      new RegExp(`\\b(?:${MONTH}|${LEVEL})${BETWEEN}${WHEEL_TEXT}`),
    ],
    examples: ['TOP møde (marts)', 'Budget Vejl. KL', 'Bestyrelsen: Budget godkendelse', 'jan. KØF'],
  },
  {
    id: 'A-25',
    guess: 'a day for one of the six support values',
    addresses: SUPPORT_PAGES,
    never: [
      /\b(?:1[6-9]|2[01])\.?(?: nov\w*\.?)?(?: 2025)?[ :·-]{1,3}(?:124|76|58|13|11)\b/,
      /\b(?:124|76|58|13|11)(?: sager)?[ :·(-]{1,3}(?:den )?(?:1[6-9]|2[01])\. nov/,
    ],
    examples: ['18. nov. 2025: 124', '124 sager den 18. november'],
  },
  {
    id: 'A-26',
    guess: 'what the 14 seconds are',
    addresses: SUPPORT_PAGES,
    never: [/svartid|ventetid|samtaletid/i],
    examples: ['Gennemsnitlig ventetid: 14 sekunder'],
  },
  {
    id: 'ST-07',
    guess: 'a date for a phase that the slide only draws',
    addresses: ['/sts', '/frister?status=alle', '/loesninger/fki-sts', `${MEETING}/slide/27`],
    never: [new RegExp(`${UNDATED_PHASE}${BETWEEN}(?:[a-zæøå.]+ ){0,3}\\S*20\\d\\d`)],
    examples: ['1:1 Transition til ny driftsplatform 2026', 'Modernisering fra 2027'],
  },
  {
    id: 'C-01',
    guess: 'which components are Støttesystemer',
    addresses: ['/sts', `${MEETING}/slide/23`],
    never: [
      new RegExp(
        `${COMPONENT}${BETWEEN}(?:er )?(?:ikke )?(?:et |en del af )?(?:STS|[Ss]tøttesystem|[Gg]røn)`,
      ),
      // A heading of some of them only.
      new RegExp(`(?<!hvilke der er )Støttesystemer ${COMPONENT}`),
    ],
    examples: [
      'Ydelsesindeks (Støttesystem)',
      'Støttesystemer Ydelsesindeks',
      'Filudveksling er ikke et støttesystem',
    ],
  },
  {
    id: 'CO-3',
    guess: 'which task the webinar was about',
    addresses: [
      '/',
      '/frister?status=alle',
      '/klik',
      '/klik/rolle-4-telefonnumre',
      '/klik/adg-0-adgangsstyring',
      '/klik/flis-underskriv-databehandleraftale',
      '/klik/brugerstyring-1-gamle-brugere',
      '/loesninger/klik',
      '/loesninger/flis',
      '/loesninger/faelleskommunal-infrastruktur',
      '/kommuner/odense',
      '/soeg?q=webinar',
      `${MEETING}/slide/4`,
    ],
    never: [/webinar 3\. november(?!.{0,160}(?:usikker|flere opgaver))/i],
    examples: ['Et webinar 3. november 2025 har gennemgået opgaven. Kilde: Nov. 2025, slide 4'],
  },
  {
    id: 'K-04',
    guess: 'that a municipality is late',
    addresses: [
      '/',
      '/?kommune=odense',
      '/frister',
      '/frister?kommune=odense&status=alle',
      '/klik',
      '/klik/brugerstyring-1-gamle-brugere',
      '/aftaler',
      '/aftaler/eessi-databehandleraftale',
      '/aftaler/tre-datastandarder',
      ...MUNICIPALITY_PAGES,
    ],
    never: [/overskred|forsinket|for sent/i],
    examples: ['Fristen er overskredet af jer'],
  },
  {
    id: 'D-02',
    guess: 'a month or a day for the end of 2026, or another last day of the contract',
    addresses: DUBU_PAGES,
    never: [
      /31\.\s?(?:12\.|dec\w*\.?) ?(?:2026|2028)/,
      /24\.\s?(?:11\.|nov\w*\.?) ?2026/,
      // The end of a bar that shows the second half of 2026 says December too.
      /\bdec\w*\.? 2026.{0,4}ved udgangen|udgangen af 2026.{0,20}\bdec\w*\.? 2026/,
    ],
    examples: ['31. december 2028', '24.11.2026', 'dec. 2026 "ved udgangen af 2026"'],
  },
  {
    id: 'D-02',
    guess: 'whether the DUBU agreement is to be signed again',
    addresses: DUBU_PAGES,
    never: [/(?<!siger ikke, om kommunerne )(?:skal|behøver) (?:ikke )?(?:at )?underskrive (?:den )?igen/],
    examples: ['I skal ikke underskrive igen', 'Kommunerne behøver ikke at underskrive igen'],
  },
  {
    id: 'D-04',
    guess: 'that a municipality uses DUBU',
    addresses: [...MUNICIPALITY_PAGES, '/loesninger/dubu'],
    never: [
      /(?<!hvem der )\b(?:bruger|er|har) (?:ikke )?(?:en )?DUBU/,
      /DUBU-kommuner(?!; ikke oplyst| \(ikke oplyst|, men)/,
    ],
    examples: ['Odense bruger DUBU', 'Gælder DUBU-kommuner'],
  },
  {
    id: 'K-01',
    guess: 'that a municipality uses EG or KMD',
    addresses: MUNICIPALITY_PAGES,
    never: [/\ber (?:en )?(?:EG|KMD)-kommune/, /(?:EG|KMD)-kommuner(?!; ikke oplyst)/],
    examples: ['Odense er EG-kommune', 'Gælder KMD-kommuner'],
  },
  {
    id: 'AFT-07',
    guess: 'a day of December for "dec-25"',
    addresses: ['/aftaler/fki-sp-databehandleraftale', '/aftaler/fki-sts-databehandleraftale'],
    never: [/25\.\s?(?:12\.|dec)/],
    examples: ['25. december 2025', '25.12.2025'],
  },
  {
    id: 'AFT-02',
    guess: 'a dispatch as if it were a deadline',
    addresses: MUNICIPALITY_PAGES,
    never: [/Frist forude (?:(?!Frist passeret|Uden frist|Ikke udsendt).)*(?:Aula|FKI)/],
    examples: ['Frist forude FBS 11.-20. dec. 2025 Aula: Databehandleraftale 1.-10. dec. 2025'],
  },
  {
    id: 'AFT-04',
    guess: 'the year that OCR misread',
    addresses: ['/aftaler', '/aftaler/borgerblikket-bilag-a', '/frister', '/loesninger/borgerblikket'],
    never: [/2075/],
    examples: ['11.-20.12.2075'],
  },
  {
    id: 'T-05',
    guess: 'when or by whom a municipality signed',
    addresses: ['/aftaler', '/aftaler/tre-datastandarder', ...MUNICIPALITY_PAGES],
    never: [/[Uu]nderskrevet (?:den )?\d{1,2}\. [a-z]/, /[Uu]nderskrevet af [A-ZÆØÅ]/],
    examples: ['Faxe: Underskrevet 12. november 2025', 'Underskrevet af Eksempel Eksempelsen'],
  },
  {
    id: 'B-9',
    guess: 'a date for the approval',
    addresses: ['/k98', '/frister?status=alle'],
    never: [/\b\d{1,4}(?: planlagt)?(?: K98)?(?: K98:)? Godkendelse(?! af)/],
    examples: ['Uge 5 Godkendelse', '26. jan. 2026 planlagt K98 K98: Godkendelse'],
  },
  {
    id: 'V-16',
    guess: 'the last day for a general election',
    addresses: ['/loesninger/valg', '/frister', `${MEETING}/slide/42`],
    never: [/31\.\s?(?:10\.|okt\w*\.?) ?2026/],
    examples: ['senest 31. oktober 2026'],
  },
  {
    id: 'V-03',
    guess: 'the jokes of the deck',
    addresses: ['/loesninger/valg', `${MEETING}/slide/38`, '/soeg?q=valg'],
    never: [/russer/i],
    examples: ['Russerne'],
  },
];
