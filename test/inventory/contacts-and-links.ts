import { type InventoryRow, MEETING } from './row.ts';

/** Who to write to, and where the slides lead. */
export const CONTACT_AND_LINK_ROWS: readonly InventoryRow[] = [
  ...contact(
    'CT-1',
    '/loesninger/sapa',
    'Bente Marie Elstrøm Jørgensen',
    'Implementeringskonsulent',
    'BME',
    [10],
  ),
  ...contact('CT-2', '/sts', 'Stine Kern Licht', 'Projektleder', 'SKL', [20, 35]),
  ...contact('CT-3', '/loesninger/valg', 'Søren Stauning', 'Projektleder, Produktchef', 'SST', [36, 43]),
  ...contact('CT-4', '/k98', 'Kristina Skjødt', 'Managementkonsulent', 'KSB', [44, 52]),
  {
    id: 'CT-5',
    address: MEETING,
    words: ['KOMBIT, programledere … programleder@kombit.dk'],
    slide: 53,
    links: ['mailto:programleder@kombit.dk'],
  },
  ...link(
    'L-1',
    8,
    '/loesninger/k-aftalen',
    'Ny tilslutningsaftale vedr. 3xbegrebs- og datastandarder',
    // The letter is missing in KOMBIT's own address.
    'https://cdn1.gopublic.dk/kombit/Media/638947745584146401/Programledermde%20september%202025.pdf',
  ),
  ...link(
    'L-2',
    13,
    '/loesninger/sapa',
    'SAPA nyhedsside',
    'https://dok.kombit.dk/velfaerd-og-data/sapa/sapa-nyhedsside',
  ),
  ...link('L-3', 14, '/loesninger/sapa', 'SAPA-bogen', 'https://infogram.com/sapa-bogen-1h984wo75kvoz6p'),
  ...link(
    'L-4',
    14,
    '/loesninger/sapa',
    'demonstrationen af SAPA funktionalitet og anvendelsesmuligheder',
    'https://kombit.dk/aktuelt/events/2026/jan/webinar-demonstration-af-sapa-funktionalitet-og-anvendelsesmuligheder',
  ),
  ...link(
    'L-5',
    18,
    '/loesninger/nis2',
    'Implementering af NIS 2',
    'https://www.kl.dk/videncenter/viden-og-vaerktoejer/databeskyttelse-cyber-og-informationssikkerhed/cyber-og-informationssikkerhed/implementering-af-nis-2',
  ),
  ...link(
    'L-6',
    19,
    '/loesninger/nis2',
    'Kommunernes Cybersikkerhedsskole | Komponent',
    'https://www.komponent.dk/kommunernes-cybersikkerhedsskole',
  ),
  ...link('L-7', 53, '/opgaver/input-til-moeder', 'programleder@kombit.dk', 'mailto:programleder@kombit.dk'),
];

function contact(
  id: string,
  page: string,
  name: string,
  role: string,
  initials: string,
  slides: readonly number[],
): InventoryRow[] {
  const mail = `${initials}@kombit.dk`;
  return slides.flatMap((slide) =>
    [page, MEETING].map((address) => ({
      id,
      address,
      words: [`${name} … ${role} … ${mail}`],
      links: [`mailto:${mail}`],
      slide,
    })),
  );
}

/** On the page of its subject, at the meeting, and on its slide. */
function link(id: string, slide: number, page: string, text: string, url: string): InventoryRow[] {
  return [page, MEETING, `${MEETING}/slide/${slide}`].map((address) => ({
    id,
    address,
    words: [text],
    links: [url],
    slide,
  }));
}
