import type { InventoryRow } from './row.ts';

const NEW_TEMPLATE = 'Databehandleraftale - ny skabelon';
const UNCLEAR = { sent: ['Uafklaret'], deadline: ['Uafklaret'] };
const NOT_STATED = ['Ikke oplyst'];
const MIDDLE_OF_DECEMBER = ['11.–20.12.2025', 'Medio dec.2025'];

interface Row {
  solution: string;
  agreement: string;
  /** Words of the dispatch, of the deadline and of the recipients beside their names on the page. */
  sent: readonly string[];
  recipients: string;
  deadline: readonly string[];
  slide: 5 | 6;
}

/** The two tables of agreements: each row on its own page, in the list, and among all deadlines. */
export const AGREEMENT_ROWS: readonly InventoryRow[] = [
  ...agreement('AFT-01', 'tre-datastandarder', {
    solution: 'K-aftalen for datastandard service',
    agreement: 'Tilslutningsaftale',
    sent: ['27.10.–02.11.2025', 'Sendt uge 44'],
    recipients: 'IT- og digitaliseringschefer og KOMBIT-programledere',
    deadline: ['15.12.2025', '15. december'],
    slide: 5,
  }),
  ...agreement('AFT-02', 'aula-databehandleraftale', {
    solution: 'Aula',
    agreement: NEW_TEMPLATE,
    sent: ['01.–10.12.2025', 'Sendes primo december'],
    recipients: 'Ikke oplyst',
    deadline: NOT_STATED,
    slide: 5,
  }),
  ...agreement('AFT-03', 'bom-databehandleraftale', {
    solution: 'BoM',
    agreement: NEW_TEMPLATE,
    sent: ['07.03.2025'],
    recipients: 'KOMBIT-programledere',
    deadline: ['04.04.2025'],
    slide: 5,
  }),
  ...agreement('AFT-04', 'borgerblikket-bilag-a', {
    solution: 'Borgerblikket',
    agreement: 'Databehandleraftale bilag A - ny skabelon',
    sent: NOT_STATED,
    recipients: 'BoB systemansvarlige og KOMBIT-programledere',
    deadline: MIDDLE_OF_DECEMBER,
    slide: 5,
  }),
  ...agreement('AFT-05', 'eessi-databehandleraftale', {
    solution: 'EESSI',
    agreement: NEW_TEMPLATE,
    sent: ['14.03.2025'],
    recipients: 'EESSI systemansvarlige og KOMBIT programledere',
    deadline: ['10.08.2025'],
    slide: 5,
  }),
  ...agreement('AFT-06', 'fbs-databehandleraftale', {
    solution: 'FBS',
    agreement: NEW_TEMPLATE,
    sent: ['17.–23.11.2025', 'Sendt uge 47'],
    recipients: 'Bibliotekschefer og programledere',
    deadline: MIDDLE_OF_DECEMBER,
    slide: 5,
  }),
  ...agreement('AFT-07', 'fki-sp-databehandleraftale', {
    // The deck writes "FKI -SP"; the portal writes the two parts of the infrastructure alike.
    solution: 'FKI SP',
    agreement: NEW_TEMPLATE,
    sent: ['dec. 2025', 'dec-25'],
    recipients: 'Infrastrukturansvarlige og KOMBIT-programledere',
    deadline: NOT_STATED,
    slide: 5,
  }),
  ...agreement('AFT-08', 'fki-sts-databehandleraftale', {
    solution: 'FKI STS',
    agreement: NEW_TEMPLATE,
    sent: ['dec. 2025', 'dec-25'],
    recipients: 'Infrastrukturansvarlige og KOMBIT-programledere',
    deadline: NOT_STATED,
    slide: 5,
  }),
  ...agreement('AFT-09', 'flis-databehandleraftale', {
    solution: 'FLIS',
    agreement: NEW_TEMPLATE,
    sent: ['17.–23.11.2025', 'Sendt uge 47'],
    recipients: 'FLIS-ejere + KOMBIT-programledere',
    deadline: ['05.12.2025'],
    slide: 5,
  }),
  ...agreement('AFT-10', 'kp-databehandleraftale', {
    solution: 'KP',
    agreement: NEW_TEMPLATE,
    ...UNCLEAR,
    recipients: 'KP systemansvarlige og KOMBIT programledere',
    slide: 5,
  }),
  ...agreement('AFT-11', 'ksd-databehandleraftale', {
    solution: 'KSD',
    agreement: NEW_TEMPLATE,
    ...UNCLEAR,
    recipients: 'KY systemansvarlige og KOMBIT programledere',
    slide: 6,
  }),
  ...agreement('AFT-12', 'ky-databehandleraftale', {
    solution: 'KY',
    agreement: NEW_TEMPLATE,
    ...UNCLEAR,
    recipients: 'KSD systemansvarlige og KOMBIT programledere',
    slide: 6,
  }),
  ...agreement('AFT-13', 'mit-sygefravaer-databehandleraftale', {
    solution: 'Mit Sygefravær',
    agreement: NEW_TEMPLATE,
    ...UNCLEAR,
    recipients: 'Mit Sygefravær systemansvarlige og KOMBIT programledere',
    slide: 6,
  }),
  ...agreement('AFT-14', 'nemrefusion-databehandleraftale', {
    solution: 'NemRefusion',
    agreement: NEW_TEMPLATE,
    ...UNCLEAR,
    recipients: 'NemRefusion systemansvarlige og KOMBIT programledere',
    slide: 6,
  }),
  ...agreement('AFT-15', 'sapa-databehandleraftale', {
    solution: 'SAPA',
    agreement: 'Databehandleraftale + bilag B+C+D - ny skabelon',
    sent: ['07.08.2025'],
    recipients: 'SAPA systemansvarlige og KOMBIT-programledere',
    deadline: ['25.09.2025'],
    slide: 6,
  }),
  ...agreement('AFT-16', 'sapa-bilag-a', {
    solution: 'SAPA',
    agreement: 'Databehandleraftale bilag A - ny skabelon',
    sent: ['07.08.2025'],
    recipients: 'SAPA systemansvarlige og KOMBIT-programledere',
    deadline: ['25.09.2025'],
    slide: 6,
  }),
  ...agreement('AFT-17', 'valg-databehandleraftale', {
    solution: 'VALG',
    agreement: 'Databehandleraftale - ny skabelon - ny version',
    sent: ['19.05.2025'],
    recipients: 'VALG systemansvarlige, VALG-projektledere (kun Struer) og KOMBIT-programledere',
    deadline: ['16.06.2025'],
    slide: 6,
  }),
  ...agreement('AFT-18', 'valg-bilag-b-og-c', {
    solution: 'VALG',
    agreement: 'Databehandleraftale opdateret bilag B+C',
    sent: ['19.09.2025'],
    recipients: 'VALG systemansvarlige og KOMBIT-programledere',
    deadline: ['20.10.2025'],
    slide: 6,
  }),
  ...agreement('AFT-19', 'yr-databehandleraftale', {
    solution: 'YR',
    agreement: NEW_TEMPLATE,
    ...UNCLEAR,
    recipients: 'YR dataansvarlige og KOMBIT programledere',
    slide: 6,
  }),
  {
    id: 'AFT-01',
    address: '/aftaler',
    words: ['19 aftaler', 'Åben for underskrift 4', 'Frist passeret 6', 'På vej 3', 'Uafklaret 6'],
    slide: 5,
  },
];

function agreement(id: string, slug: string, row: Row): InventoryRow[] {
  const { solution, agreement: title, sent, recipients, deadline, slide } = row;
  return [
    {
      id,
      address: `/aftaler/${slug}`,
      words: [
        `Løsning … ${solution}`,
        `Aftale … ${title}`,
        ...sent.map((words) => `Udsendelse … ${words}`),
        ...deadline.map((words) => `Frist … ${words}`),
        `Modtagere … ${recipients}`,
      ],
      slide,
    },
    { id, address: '/aftaler', words: [recipients], slide },
  ];
}
