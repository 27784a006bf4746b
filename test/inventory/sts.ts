import type { InventoryRow } from './row.ts';

const STS = '/sts';
const UNDATED = 'Ingen dato i materialet';

const COMPONENTS = [
  'Serviceplatformen',
  'Filudveksling',
  'Beskedfordelerkomponent',
  'Adgangsstyring for brugere',
  'Adgangsstyring for systemer',
  'Administrationsmodul',
  'Organisationssystem',
  'Klassifikationssystem',
  'Sags- og Dokumentindeks',
  'Ydelsesindeks',
  'Organisationssynkroniseringskomponent',
  'Helhedsorienteret indsats',
];

const GOALS = [
  'Stabilitet og sikker drift',
  'Effektivisering',
  'Fleksibilitet',
  'Nem tilslutning og anvendelse',
  'Sikkerhed og servicekontinuitet',
  'Anvendelse af standardprogrammel',
  'Datastandarder og datakvalitet',
  'Datadrevet styring og udvikling',
];

/** The tender of the Støttesystemer and the common platform. */
export const STS_ROWS: readonly InventoryRow[] = [
  ...COMPONENTS.map((component, index) => ({
    id: `C-${String(index + 1).padStart(2, '0')}`,
    address: STS,
    words: [component],
    slide: 23,
  })),
  // The slide's list, and nothing between them that would say which are Støttesystemer.
  { id: 'C-01', address: STS, words: [COMPONENTS.join(' ')], slide: 23 },
  { id: 'ST-01', address: STS, words: ['første gang i februar 2025'], slide: 20 },
  {
    id: 'ST-02',
    address: STS,
    words: ['Driftsplatformen og Støttesystemerne … udbudt hver for sig', 'hver sin kontrakt og leverandør'],
    slide: 25,
  },
  {
    id: 'ST-03',
    address: STS,
    words: [
      'STS … Applikationsudvikling … Applikationsvedligeholdelse … Applikationsdrift',
      'Driftsplatform … Platform as a Service … Infrastructure as a Service',
    ],
    slide: 25,
  },
  {
    id: 'ST-04',
    address: STS,
    words: [
      'Fordele … leverandør er specialist',
      'Dialogen med driftsleverandøren bliver direkte',
      'KOMBITs øvrige løsninger flytter med tiden til samme platform',
    ],
    slide: 25,
  },
  {
    id: 'ST-05',
    address: STS,
    words: ['Udbud: Applikationsdelen af Støttesystemerne … 31.10.2025 … offentliggjort'],
    slide: 27,
  },
  {
    id: 'ST-06',
    address: STS,
    words: ['Udbud: Fælles Driftsplatform … 10.10.2025 … offentliggjort'],
    slide: 27,
  },
  {
    id: 'ST-07',
    address: STS,
    words: [`1:1 Transition til ny driftsplatform … ${UNDATED}`],
    slide: 27,
  },
  {
    id: 'ST-08',
    address: STS,
    words: [`1:1 Transition til ny applikationsleverandør … ${UNDATED}`],
    slide: 27,
  },
  { id: 'ST-09', address: STS, words: [`NSIS … ${UNDATED}`], slide: 27 },
  { id: 'ST-10', address: STS, words: [`Modernisering … ${UNDATED}`, '2025, 2026 og 2027+'], slide: 27 },
  {
    id: 'ST-11',
    address: STS,
    words: [
      'Udbud: Fælles Driftsplatform … 10.10.2025',
      'senest juni 2026 (før sommerferien) … Forventet kontrakt',
    ],
    slide: 27,
  },
  {
    id: 'ST-11',
    address: '/frister',
    words: ['senest juni 2026 (før sommerferien) … Fælles Driftsplatform'],
    slide: 27,
  },
  {
    id: 'ST-12',
    address: STS,
    words: [
      'Udbud: Applikationsdelen af Støttesystemerne … 31.10.2025',
      'efter sommerferien 2026 … Forventet kontrakt',
    ],
    slide: 27,
  },
  {
    id: 'ST-12',
    address: '/frister',
    words: ['efter sommerferien 2026 … Applikationsdelen af Støttesystemerne'],
    slide: 27,
  },
  {
    id: 'ST-13',
    address: STS,
    words: [
      'i to trin',
      'krav, at påvirkningen bliver så lille som muligt',
      'virkelige påvirkning er først kendt efter udbuddet',
      'varslet og informeret tydeligt',
    ],
    slide: 29,
  },
  {
    id: 'ST-14',
    address: STS,
    words: [
      'I dag Transition til Driftsplatform Transition af Applikationen Moderniseringsprojekt',
      'Leverandør … KMD + Aeven … KMD … Applikationsleverandør … Applikationsleverandør',
      'Applikation … Applikation … Applikation … Applikation … Moderniseret Applikation',
      'Middleware … 1:1 Middleware til STS … 1:1 Middleware til STS … Moderniseret Middleware',
      'Infrastruktur … 1:1 Infrastruktur til STS … 1:1 Infrastruktur til STS … Evt. Moderniseret Infrastruktur',
      'Driftsplatform … Driftsplatform … Driftsplatform',
      'Ingen ændringer, Transition … Transition, Ingen ændringer … Modernisering',
    ],
    slide: 30,
  },
  { id: 'ST-15', address: STS, words: GOALS.map((goal, index) => `${index + 1}. ${goal}`), slide: 33 },
  {
    id: 'ST-16',
    address: STS,
    words: ['kendte erfaringer', 'governance, der findes i dag', 'produktvision', 'ramme for tid og økonomi'],
    slide: 34,
  },
  {
    id: 'ST-17',
    address: STS,
    words: [
      'Forretningsmæssige mål og behov Moderniseringsbehov … Produkt Vision … Epics … Userstories … Tasks',
    ],
    slide: 32,
  },
];
