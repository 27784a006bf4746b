import type { InventoryRow } from './row.ts';

const PORTFOLIO = '/k98/raad/portefoeljeraad';
const SUBJECT = '/k98/raad/fagraad';
/** The five geographies of KL's regional councils; the material does not number its seats. */
const AREAS = ['Hovedstaden', 'Midtjylland', 'Nordjylland', 'Sjælland', 'Syddanmark'];
const EMPTY = 'ikke besat';

/** Seats of both kinds of council. Nobody has been appointed. */
export const SEAT_ROWS: readonly InventoryRow[] = [
  ...AREAS.map((area, index) =>
    seat(`P-${index + 1}`, PORTFOLIO, [`Kommunaldirektør KKR ${area} … ${EMPTY}`]),
  ),
  seat('P-1', PORTFOLIO, [
    'kommunaldirektør fra hver af de fem KKR-geografier … 5',
    '14 pladser + én forperson pr. fagråd',
    'Forperson: Kommunaldirektør',
  ]),
  seat('P-6', PORTFOLIO, [`Kommunaldirektørforeningen … ${EMPTY}`, 'Kommunaldirektørforeningen (KOMDIR)']),
  seat('P-7', PORTFOLIO, [`økonomidirektører 1 af 2 … ${EMPTY}`]),
  seat('P-8', PORTFOLIO, [`økonomidirektører 2 af 2 … ${EMPTY}`]),
  seat('P-9', PORTFOLIO, [`Økonomidirektørforeningen … ${EMPTY}`, 'Økonomidirektørforeningen (ØDF)']),
  seat('P-10', PORTFOLIO, [`Kommunal IT-og /digitaliseringschef … ${EMPTY}`]),
  seat('P-11', PORTFOLIO, ['forperson fra hvert Fagråd … Ikke oplyst', 'antal fagråd er ikke oplyst']),
  seat('P-ATP', PORTFOLIO, [`ATP Repræsentant … ${EMPTY}`]),
  seat('P-KL', PORTFOLIO, [`KL Repræsentant … ${EMPTY}`]),
  seat('P-KOMBIT', PORTFOLIO, [
    `KOMBITs direktion Repræsentanter, 1 af 2 … ${EMPTY}`,
    `KOMBITs direktion Repræsentanter, 2 af 2 … ${EMPTY}`,
  ]),
  ...AREAS.map((area, index) =>
    seat(`F-${index + 1}`, SUBJECT, [`fagchef/fagdirektør KKR ${area} … ${EMPTY}`]),
  ),
  seat('F-1', SUBJECT, [
    'Minimum en kommunal fagchef/fagdirektør … Mindst 5',
    'Mindst 8 pladser + evt. ATP',
    'Forperson: Kommunal fagchef/fagdirektør',
  ]),
  seat('F-6', SUBJECT, [`Kommunal IT- og digitaliseringschef … ${EMPTY}`]),
  seat('F-7', SUBJECT, [
    `ATP Valgfri plads … ${EMPTY}`,
    'Udbetaling Danmark har en betydelig interesse … Valgfri',
  ]),
  seat('F-8', SUBJECT, [`KL’s organisation Repræsentant … ${EMPTY}`]),
  seat('F-9', SUBJECT, [`KOMBIT Repræsentant … ${EMPTY}`]),
  { id: 'P-11', address: '/k98', words: ['14 pladser + én forperson pr. fagråd'], slide: 49 },
  { id: 'F-7', address: '/k98', words: ['Mindst 8 pladser + evt. ATP'], slide: 49 },
];

function seat(id: string, address: string, words: readonly string[]): InventoryRow {
  return { id, address, words, slide: 49 };
}
