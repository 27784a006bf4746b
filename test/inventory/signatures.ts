import type { InventoryRow } from './row.ts';

const AGREEMENT = '/aftaler/tre-datastandarder';

/** Missing on 20 November 2025, in the order of the slide. The portal writes the names as they are today. */
const MISSING = [
  'Albertslund, Allerød, Assens, Ballerup, Brøndby, Billund, Bornholm, Brønderslev, Dragør, Egedal, Esbjerg, Fanø',
  'Favrskov, Fredensborg, Frederiksberg, Frederikssund, Furesø, Faaborg-Midtfyn, Gentofte, Gladsaxe, Glostrup',
  'Greve, Gribskov, Guldborgsund, Haderslev, Hedensted, Helsingør, Herlev, Herning, Hjørring, Holbæk, Holstebro',
  'Horsens, Hvidovre, Høje-Taastrup, Hørsholm, Ikast-Brande, Ishøj, Kerteminde, København, Køge, Langeland, Lejre',
  'Lemvig, Lyngby-Taarbæk, Læsø, Mariagerfjord, Middelfart, Norddjurs, Nordfyns, Nyborg, Næstved, Odense',
  'Odsherred, Randers, Rebild, Ringsted, Roskilde, Rudersdal, Rødovre, Samsø, Silkeborg, Skanderborg, Skive',
  'Slagelse, Solrød, Stevns, Svendborg, Syddjurs, Sønderborg, Thisted, Tønder, Tårnby, Varde, Vejen, Vejle',
  'Vesthimmerlands, Viborg, Vordingborg, Ærø, Aabenraa, Aalborg, Aarhus',
].flatMap((line) => line.split(', '));

/** Signed: the others of the 98. The slide only counts them. */
const SIGNED = [
  'Faxe, Fredericia, Frederikshavn, Halsnæs, Hillerød, Jammerbugt, Kalundborg, Kolding, Lolland, Morsø, Odder',
  'Ringkøbing-Skjern, Sorø, Struer, Vallensbæk',
].flatMap((line) => line.split(', '));

const COUNTED = '20.11.2025';

/** The agreement on three standards: what it is about, and who has signed it. */
export const SIGNATURE_ROWS: readonly InventoryRow[] = [
  { id: 'T-01', address: AGREEMENT, words: ['15 af 98 har underskrevet'], slide: 9 },
  { id: 'T-01', address: '/loesninger/k-aftalen', words: ['de 15 kommuner, der har underskrevet'], slide: 8 },
  { id: 'T-02', address: AGREEMENT, words: ['Frist … 15. dec. 2025', '15. december 2025'], slide: 8 },
  {
    id: 'T-03',
    address: AGREEMENT,
    words: [
      'Familieområdet: fælles faglige begreber for børn og unge',
      'Ældre-/omsorgsområdet: genoptræning efter sygehusindlæggelse',
      'PPR-området: lettilgængelig tilbud',
    ],
    slide: 8,
  },
  {
    id: 'T-04',
    address: AGREEMENT,
    words: ['Ny tilslutningsaftale vedr. 3xbegrebs- og datastandarder'],
    links: [
      'https://cdn1.gopublic.dk/kombit/Media/638947745584146401/Programledermde%20september%202025.pdf',
    ],
    slide: 8,
  },
  { id: 'T-04', address: '/loesninger/k-aftalen', words: ['programledermødet i september 2025'], slide: 8 },
  {
    id: 'T-05',
    address: AGREEMENT,
    words: [
      '83 mangler',
      'Opgjort 20. november 2025',
      'Underskrevet: 15',
      'Mangler: 83',
      `Alle er opgjort ${COUNTED}.`,
      ...MISSING.map((name) => `${name} Mangler`),
      ...SIGNED.map((name) => `${name} Underskrevet`),
      'Hovedstaden 3 29',
      'Sjælland 4 17',
      'Syddanmark 2 22',
      'Midtjylland 3 19',
      'Nordjylland 3 11',
    ],
    slide: 9,
  },
  {
    id: 'T-05',
    address: '/kommuner/odense',
    words: ['tre begrebs- og datastandarder … Mangler', '20. nov. 2025'],
    slide: 9,
  },
  {
    id: 'T-05',
    address: '/kommuner/struer',
    words: ['tre begrebs- og datastandarder … Underskrevet', '20. nov. 2025'],
    slide: 9,
  },
];
