import type { InventoryRow } from './row.ts';

const K98 = '/k98';

const CRITERIA = [
  'Alle fagområder er repræsenteret',
  'Diversitet i geografi og kommunestørrelse',
  'Diversitet i køn',
  'Gengangere',
  'Pladsen er ikke personlig',
  'Der koordineres med relevante chefforeninger',
];

/** The texts of the flow, in the order they were read: level and sequence stand only in the picture. */
const FLOW = [
  'Identificerer økonomiske og politisk ramme',
  'Identificering af udfordringer der skal prioriteres',
  'Identificering af udfordringer der skal prioriteres indenfor fagområde',
  'Kvalificering af muligheder for at digital understøtte udfordringer',
  'Igangsættelse',
  'Godkende den økonomiske rammer for de enkelte fagområder',
  'Vægtning af potentialer på tværs af fagområderne',
  'Kvalificering og prioritering af potentialer',
  'Digitaliseringspotentialer',
];

/** W-01 to W-17. */
const WHEEL = [
  'Budget godkendelse',
  'Budget',
  'Strategisk drøftelser',
  'Prioritering på tværs af K98',
  '1. Behandling af indstillinger',
  'Analyse af muligheder for digital understøtte af problemløsning',
  '1. Behandling af indstilling fra fagråd',
  'Godkendelse af prioritering',
  'Analyse af muligheder for digital understøtte af problemløsning',
  '2. Behandling af indstillinger',
  'Vedligeholdelse af indsigter',
  'Strategisk drøftelser',
  'Budget Vejl.',
  'Ø.A',
  'KØF',
  'TOP møde',
  'Budget Vejl.',
];

/** Process, criteria and application, flow and wheel of the K98 agreement. */
export const K98_ROWS: readonly InventoryRow[] = [
  step('B-1', [
    '19. nov. 2025 … Tidsplan i direktionen … Tidsplan … Drøfte principper … Antal fagråd … Gennemført',
  ]),
  step('B-2', ['27. nov. … Opslag færdigt']),
  step('B-3', ['1. dec. … Opslag sendes ud']),
  step('B-4', ['1.–22. dec. … Ansøgningsperiode']),
  step('B-5', ['15. dec. … Programmøde … Orientering om opslag']),
  step('B-6', ['22. dec. … Ansøgningsfrist', '22. december 2025']),
  step('B-7', ['Uge 2, 2026 … 1. udkast til fagråd og Portføljeråd … 5.–11. jan. 2026']),
  step('B-8', ['Uge 3–4 … Tilbagemelding … 12.–25. jan. 2026']),
  step('B-9', ['Uden dato … Godkendelse']),
  step('B-10', ['Uge 9–11 … Onboarding møde … 23. feb.–15. marts 2026 … Onboarding … Konstituering']),
  ...(
    [
      ['B-2', '27. nov. 2025 … Opslag færdigt'],
      ['B-3', '1. dec. 2025 … Opslag sendes ud'],
      ['B-4', '1.–22. dec. 2025 … Ansøgningsperiode'],
      ['B-5', '15. dec. 2025 … Programmøde'],
      ['B-6', '22. dec. 2025 … Ansøgningsfrist'],
      ['B-7', '5.–11. jan. 2026 … 1. udkast til fagråd'],
      ['B-8', '12.–25. jan. 2026 … Tilbagemelding'],
      ['B-10', '23. feb.–15. marts 2026 … Onboarding møde'],
    ] as const
  ).map(([id, words]) => ({ id, address: '/frister', words: [words], slide: 51 })),
  // Without a date and with nothing to do it is no deadline until the reader asks for everything.
  { id: 'B-9', address: '/frister?status=alle', words: ['Ikke oplyst … Godkendelse'], slide: 51 },
  { id: 'K98-criteria', address: K98, words: CRITERIA, slide: 50 },
  {
    id: 'K98-application',
    address: K98,
    words: ['Navn', 'Stilling (fagområde)', '5 linjer motivation (valgfrit)'],
    slide: 50,
  },
  { id: 'K98-flow', address: K98, words: [FLOW.join(' '), 'Niveau ikke oplyst'], slide: 46 },
  ...WHEEL.flatMap((text, index) =>
    [K98, '/k98/aarshjul'].map((address) => ({
      id: `W-${String(index + 1).padStart(2, '0')}`,
      address,
      words: [text],
      slide: 47,
    })),
  ),
  {
    id: 'W-01',
    address: '/k98/aarshjul',
    // Nothing stands between them: no month, no level.
    words: ['UDKAST', 'Placering ikke oplyst (17)', WHEEL.join(' ')],
    slide: 47,
  },
];

function step(id: string, words: readonly string[]): InventoryRow {
  return { id, address: K98, words, slide: 51 };
}
