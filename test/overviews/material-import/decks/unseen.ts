/**
 * Decks of other months and other hands, invented, each with what a perfect reader finds. A date is told as
 * "from..to", an open side as nothing; a record that is not named here is not there.
 */

import type { Place } from '#test/support/sample-deck.ts';
import type { PlainSlide } from '#test/support/three-forms.ts';

export interface UnseenDeck {
  name: string;
  slides: PlainSlide[];
  truth: Record<string, string[]>;
  /** Lists of which a text without borders cannot tell enough; what is read of them there is at least never sure. */
  notInText?: string[];
}

const WIDE: Place = [40, 90, 900, 300];
const MIDDLE: Place = [40, 90, 820, 200];

function meeting(day: string): PlainSlide {
  return { title: 'KOMBIT-programledermøde', parts: [{ at: [40, 100, 400, 40], texts: [day] }] };
}

function table(title: string, ...rows: string[][]): PlainSlide {
  return { title, parts: [{ at: WIDE, rows }] };
}

function points(title: string, ...texts: string[]): PlainSlide {
  return { title, parts: [{ at: MIDDLE, texts }] };
}

/** Boxes from left to right at one height. */
function across(top: number, texts: readonly string[]): PlainSlide['parts'] {
  return texts.map((text, at) => ({ at: [40 + at * 225, top, 190, 30], texts: [text] }));
}

const K98 = { title: 'TEMA I', parts: [{ at: MIDDLE, texts: ['Bemanding af K98-Aftalen'] }] };
const STS = { title: 'TEMA II', parts: [{ at: MIDDLE, texts: ['Genudbud af Støttesystemerne (STS)'] }] };

export const UNSEEN_DECKS: readonly UnseenDeck[] = [
  {
    name: 'December, over the turn of the year, with other headings in another order',
    slides: [
      meeting('15. december 2025'),
      table(
        'Oversigt over KLIK-opgaver',
        ['Opgave', 'Ansvarlig', 'Skal være udført', 'Går i gang', 'Løsning'],
        ['Underskriv bilag til aftalen', 'Systemansvarlig', '5. januar', 'uge 51', 'Aula'],
        ['Opdater rollekatalog', 'KLIK-administrator', 'ultimo uge 3', '15/12', 'KLIK'],
        ['Slet gamle brugere', 'Superbruger', 'midt i februar', 'straks', 'SAPA'],
        ['Gennemfør test', 'Superbruger', '12-01-26', '01-12-25', 'FBS'],
        ['Bestil certifikat', '', '31. november', '1. halvår 2026', 'VALG'],
        ['Luk gammel adgang', '', 'efter påske', 'januar', 'DUBU'],
      ),
      table(
        'Oversigt over KLIK-opgaver (fortsat)',
        ['Opgave', 'Ansvarlig', 'Skal være udført', 'Går i gang', 'Løsning'],
        ['Afklar behov', 'Systemansvarlig', 'TBD', 'mandag den 16. december 2025', 'KP'],
        ['Ret opsætning', '', '29. februar 2027', 'Q1', 'KSD'],
        ['Ajourfør kontakter', '', 'hurtigst muligt', 'løbende', 'FLIS'],
        ['Evaluer valget', '', '3/12', '1/10', 'VALG'],
      ),
    ],
    truth: {
      klik_tasks: [
        'Aula | Underskriv bilag til aftalen | 2025-12-15..2025-12-21 | 2026-01-05..2026-01-05 | Systemansvarlig',
        'KLIK | Opdater rollekatalog | 2025-12-15..2025-12-15 | 2026-01-12..2026-01-18 | KLIK-administrator',
        'SAPA | Slet gamle brugere | 2025-12-15..2025-12-17 | 2026-02-11..2026-02-20 | Superbruger',
        'FBS | Gennemfør test | 2025-12-01..2025-12-01 | 2026-01-12..2026-01-12 | Superbruger',
        'VALG | Bestil certifikat | 2026-01-01..2026-06-30 | .. | ',
        'DUBU | Luk gammel adgang | 2026-01-01..2026-01-31 | 2026-04-07.. | ',
        'KP | Afklar behov | 2025-12-16..2025-12-16 | .. | Systemansvarlig',
        'KSD | Ret opsætning | 2026-01-01..2026-03-31 | .. | ',
        'FLIS | Ajourfør kontakter | .. | 2025-12-15.. | ',
        'VALG | Evaluer valget | 2025-10-01..2025-10-01 | 2025-12-03..2025-12-03 | ',
      ],
    },
    notInText: ['klik_tasks'],
  },
  {
    name: 'Headings in two rows, none at all, and columns that say nothing',
    slides: [
      meeting('19. januar 2026'),
      table(
        'Kritiske opgaver i KLIK',
        ['KOMBIT', 'KLIK-opgavens', 'Dato for', 'Dato for', 'Hvem'],
        ['løsning', 'titel', 'start', 'deadline', ''],
        ['SAPA', 'Ret roller i den nye løsning', '02.02.2026', '27.02.2026', 'Systemansvarlig'],
        ['KY', 'Tilpas lokale breve', '09.02.2026', '06.03.2026', 'Fagchef'],
      ),
      table(
        'KLIK-opgaver i februar',
        ['FLIS', 'Underskriv ny aftale om data', '02.02.2026', '27.02.2026'],
        ['Aula', 'Opdater kontaktoplysninger i løsningen', '09.02.2026', '06.03.2026'],
      ),
      table(
        'KLIK-opgaver i marts',
        ['Løsning', 'Opgave', 'Så langt', 'Så tidligt'],
        ['FBS', 'Gennemgå lokale opsætninger', '27.03.2026', '02.03.2026'],
        ['YR', 'Ret stamdata i løsningen', '10.04.2026', '09.03.2026'],
      ),
    ],
    truth: {
      klik_tasks: [
        'SAPA | Ret roller i den nye løsning | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | Systemansvarlig',
        'KY | Tilpas lokale breve | 2026-02-09..2026-02-09 | 2026-03-06..2026-03-06 | Fagchef',
        'FLIS | Underskriv ny aftale om data | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | ',
        'Aula | Opdater kontaktoplysninger i løsningen | 2026-02-09..2026-02-09 | 2026-03-06..2026-03-06 | ',
        'FBS | Gennemgå lokale opsætninger | 2026-03-02..2026-03-02 | 2026-03-27..2026-03-27 | ',
        'YR | Ret stamdata i løsningen | 2026-03-09..2026-03-09 | 2026-04-10..2026-04-10 | ',
      ],
    },
    notInText: ['klik_tasks'],
  },
  {
    name: 'A row over two rows, a period in one cell, and a comment that holds an old date',
    slides: [
      meeting('19. januar 2026'),
      table(
        'KLIK-opgaver',
        ['Løsning', 'Opgave', 'Start', 'Slut'],
        ['KY', 'Tilpas lokale breve i', '02.02.2026', '27.02.2026'],
        ['', 'den nye version', '', ''],
        ['SAPA', 'Ret roller', '02.02.2026', '27.02.2026'],
      ),
      table(
        'KLIK-opgaver i perioder',
        ['Løsning', 'Opgave', 'Periode'],
        ['FLIS', 'Test eksport', '02.02.2026 - 27.02.2026'],
        ['KP', 'Bestil rapport', 'uge 6-8'],
      ),
      table(
        'KLIK-opgaver med ny frist',
        ['Nr.', 'Opgave', 'Deadline', 'Løsning', 'Kommentar'],
        ['1', 'Afklar behov', '2. marts (ny frist)', 'YR', 'Var 2. februar'],
        ['2', 'Send svar', 'fredag d. 27/2 kl. 12', 'Aula', ''],
      ),
    ],
    truth: {
      klik_tasks: [
        'KY | Tilpas lokale breve i den nye version | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | ',
        'SAPA | Ret roller | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | ',
        'FLIS | Test eksport | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | ',
        'KP | Bestil rapport | 2026-02-02..2026-02-08 | 2026-02-16..2026-02-22 | ',
        'YR | Afklar behov | .. | 2026-03-02..2026-03-02 | ',
        'Aula | Send svar | .. | 2026-02-27..2026-02-27 | ',
      ],
    },
    notInText: ['klik_tasks'],
  },
  {
    name: 'Tasks and agreements told in points',
    slides: [
      meeting('19. januar 2026'),
      points(
        'Kommende KLIK-opgaver',
        '• SAPA: Ret brugerroller – senest 13. februar 2026',
        '• VALG: Bestil testmiljø (frist 20.02.2026)',
        '• KY – Tilpas breve, start 2/2, slut 27/2',
        '• FLIS: Ryd op i testbrugere. Deadline: ultimo marts',
      ),
      points(
        'Databehandleraftaler på vej',
        '• Aula: Databehandleraftale udsendt 12.01.2026 – underskrives senest 13.02.2026',
        '• KY: Databehandleraftale, bilag B sendes primo februar',
        '• BoM: Tilslutningsaftale (frist 1. april)',
      ),
    ],
    truth: {
      klik_tasks: [
        'SAPA | Ret brugerroller | .. | 2026-02-13..2026-02-13 | ',
        'VALG | Bestil testmiljø | .. | 2026-02-20..2026-02-20 | ',
        'KY | Tilpas breve | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | ',
        'FLIS | Ryd op i testbrugere | .. | 2026-03-21..2026-03-31 | ',
      ],
      agreements: [
        'Aula | Databehandleraftale | 2026-01-12..2026-01-12 sent | 2026-02-13..2026-02-13 | ',
        'KY | Databehandleraftale, bilag B | 2026-02-01..2026-02-10 planned | .. | ',
        'BoM | Tilslutningsaftale | .. unclear | 2026-04-01..2026-04-01 | ',
      ],
    },
  },
  {
    name: 'Agreements under other headings, and a second table that goes on without them',
    slides: [
      meeting('19. januar 2026'),
      table(
        'Oversigt over aftaler (1 af 2)',
        ['Hvad', 'Løsning', 'Hvem', 'Deadline', 'Udsendt'],
        ['Databehandleraftale', 'Aula', 'Aula systemansvarlige', '13. marts', 'uge 3'],
        ['Databehandleraftale bilag B', 'KY', 'KY-ejere', 'TBD', 'forventes marts'],
        ['Tilslutningsaftale', 'BoM', 'It-chefer', 'senest 1/4', '15/1'],
      ),
      table(
        'Oversigt over aftaler (2 af 2)',
        ['Serviceaftale', 'Nyt system', '', '', 'Er sendt 12. december'],
        ['DBA', 'FBS', 'Bibliotekschefer', 'Uafklaret', 'Ikke sendt endnu'],
        ['DBA', 'YR', 'YR dataansvarlige', '27. feb.', 'Sendt'],
      ),
    ],
    truth: {
      agreements: [
        'Aula | Databehandleraftale | 2026-01-12..2026-01-18 sent | 2026-03-13..2026-03-13 | Aula systemansvarlige',
        'KY | Databehandleraftale bilag B | 2026-03-01..2026-03-31 planned | .. | KY-ejere',
        'BoM | Tilslutningsaftale | 2026-01-15..2026-01-15 sent | 2026-04-01..2026-04-01 | It-chefer',
        'Nyt system | Serviceaftale | 2025-12-12..2025-12-12 sent | .. | ',
        'FBS | DBA | .. unclear | .. | Bibliotekschefer',
        'YR | DBA | .. sent | 2026-02-27..2026-02-27 | YR dataansvarlige',
      ],
    },
    notInText: ['agreements'],
  },
  {
    name: 'Signers in sentences: both lists, in the genitive, all but three',
    slides: [
      meeting('19. januar 2026'),
      points(
        'Status på databehandleraftalen for Aula',
        'Opgjort pr. d.d.',
        'Har underskrevet: Aarhus Kommune, Odense Kommune, Aalborg Kommune, Esbjerg og Vejle',
        'Mangler fortsat: Høje-Taastrups Kommune, Lyngby-Taarbæk, Ishøj Kommunes, Læsø',
      ),
      points(
        'Tilslutningsaftale for BoM',
        'Alle kommuner undtagen Fanø, Samsø og Ærø har underskrevet tilslutningsaftalen.',
        'Opgjort 15/1',
      ),
      points(
        'Databehandleraftale for KP',
        '95 af 98 kommuner har underskrevet – kun Vejen, Nyborg og Assens mangler.',
        'Status 15/1-26. Fristen er d. 30. januar.',
      ),
    ],
    truth: {
      signatures: [
        'both | 2026-01-19 | missing: Høje-Taastrup, Ishøj, Lyngby-Taarbæk, Læsø | signed: Esbjerg, Odense, Vejle, Aalborg, Aarhus | medium',
        'missing | 2026-01-15 | missing: Fanø, Samsø, Ærø | medium',
        'missing | 2026-01-15 | missing: Assens, Nyborg, Vejen | high',
      ],
    },
  },
  {
    name: 'Signers by region, in columns, in a table, counted by those who have, misspelled',
    slides: [
      meeting('19. januar 2026'),
      points(
        'Underskrifter på aftalen om KY',
        '93 af 98 kommuner har underskrevet. Opgjort 12.01.2026',
        'Udestår: Vejle, Fanø, Ærø, Frederikshavn og Alleroed',
      ),
      {
        title: 'K-aftalen: hvem mangler?',
        parts: [
          { at: [40, 80, 300, 20], texts: ['Status pr. 3/12'] },
          { at: [40, 140, 250, 200], texts: ['Region Hovedstaden', 'Albertslund', 'Ballerup'] },
          { at: [340, 140, 250, 200], texts: ['Region Sjælland', 'Faxe', 'Greve'] },
          { at: [640, 140, 250, 200], texts: ['Region Syddanmark', 'Aabenraa', 'Nordfyn'] },
        ],
      },
      {
        title: 'Status for tilslutning pr. 14.01',
        parts: [
          { at: [40, 80, 400, 330], texts: ['Tilsluttet', 'Odense', 'Vejle', 'Fanø', 'Nyborg'] },
          { at: [540, 80, 400, 330], texts: ['Ikke tilsluttet', 'Kolding', 'Ærø', 'Assens'] },
        ],
      },
      {
        title: 'Følgende 9 kommuner mangler at underskrive tilslutningsaftalen til Aula',
        parts: [
          {
            at: [40, 80, 600, 200],
            rows: [
              ['Albertslund', 'Ballerup', 'Brøndby'],
              ['Dragør', 'Egedal', 'Fanø'],
              ['Greve', 'Herlev', 'Ishøj'],
            ],
          },
          { at: [40, 400, 600, 30], texts: ['Status opgjort den 16. januar 2026'] },
        ],
      },
    ],
    truth: {
      signatures: [
        'missing | 2026-01-12 | missing: Fanø, Frederikshavn, Vejle, Ærø | unknown: Alleroed | low',
        'missing | 2025-12-03 | missing: Albertslund, Ballerup, Faxe, Greve, Nordfyns, Aabenraa | medium',
        'both | 2026-01-14 | missing: Assens, Kolding, Ærø | signed: Fanø, Nyborg, Odense, Vejle | medium',
        'missing | 2026-01-16 | missing: Albertslund, Ballerup, Brøndby, Dragør, Egedal, Fanø, Greve, Herlev, Ishøj | high',
      ],
    },
  },
  {
    name: 'January, speaking of December: a process with its days over its boxes, in points, and in months',
    slides: [
      meeting('12. januar 2026'),
      K98,
      {
        title: 'Hvor er vi i processen?',
        parts: [
          ...across(240, ['1.12.', '22.12.', 'Uge 3', 'Uge 9-11']),
          ...across(290, ['Opslag sendt ud', 'Ansøgningsfrist', 'Behandling', 'Onboarding']),
        ],
      },
      points(
        'Proces for fagråd',
        'Opslag sendes ud (uge 5)',
        'Ansøgningsfrist: 20. februar kl. 12',
        'Udpegning – medio marts',
        'Første møde i april',
      ),
      points(
        'Tidsplan for porteføljeråd',
        '1. Indstilling den 26. januar',
        '2. Høring i februar',
        '3. Udpegning uge 15-16',
      ),
    ],
    truth: {
      k98_steps: [
        'Opslag sendt ud | 2025-12-01..2025-12-01',
        'Ansøgningsfrist | 2025-12-22..2025-12-22',
        'Behandling | 2026-01-12..2026-01-18',
        'Onboarding | 2026-02-23..2026-03-15',
        'Opslag sendes ud | 2026-01-26..2026-02-01',
        'Ansøgningsfrist | 2026-02-20..2026-02-20',
        'Udpegning | 2026-03-11..2026-03-20',
        'Første møde | 2026-04-01..2026-04-30',
        'Indstilling | 2026-01-26..2026-01-26',
        'Høring | 2026-02-01..2026-02-28',
        'Udpegning | 2026-04-06..2026-04-19',
      ],
    },
  },
  {
    name: 'Councils with people in them, and a year told as a list',
    slides: [
      meeting('12. januar 2026'),
      K98,
      points(
        'Udpegede medlemmer af Porteføljerådet',
        '• Anne Prøve, kommunaldirektør, Odense Kommune (KKR Syddanmark)',
        '• Bo Test, kommunaldirektør, Vejle Kommune (KKR Syddanmark)',
        '• Vakant – KKR Nordjylland',
        '• Ida Eksempel, ATP',
      ),
      table(
        'Pladser i fagråd',
        ['Fagråd', 'Plads', 'KKR', 'Medlem', 'Status'],
        ['Børn og unge', 'Fagchef', 'Hovedstaden', 'Mette Test', 'Udpeget'],
        ['', 'Fagchef', 'Sjælland', '', 'Ubesat'],
        ['', 'It-chef', '', 'Per Prøve', 'Indstillet'],
      ),
      points(
        'Årshjul 2026',
        'Januar: Strategisk drøftelse (Bestyrelse)',
        'Februar-marts: Prioritering (Porteføljeråd)',
        'April: Budget',
        'September: Behandling af indstillinger',
      ),
    ],
    truth: {
      k98_seats: [
        'Porteføljerådet | kommunaldirektør | KKR Syddanmark | Anne Prøve | ',
        'Porteføljerådet | kommunaldirektør | KKR Syddanmark | Bo Test | ',
        'Porteføljerådet | KKR Nordjylland | KKR Nordjylland |  | Vakant',
        'Porteføljerådet | ATP |  | Ida Eksempel | ',
        'Børn og unge | Fagchef | Hovedstaden | Mette Test | Udpeget',
        'Børn og unge | Fagchef | Sjælland |  | Ubesat',
        'Børn og unge | It-chef |  | Per Prøve | Indstillet',
      ],
      annual_wheel: [
        'Strategisk drøftelse | Bestyrelse | 1-1',
        'Prioritering | Porteføljeråd | 2-3',
        'Budget |  | 4-4',
        'Behandling af indstillinger |  | 9-9',
      ],
    },
    notInText: ['k98_seats'],
  },
  {
    name: 'A tender in quarters: boxes under them, a table under them, and points',
    slides: [
      meeting('19. januar 2026'),
      STS,
      {
        title: 'Tidslinje for udbud',
        parts: [
          ...across(160, ['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']),
          ...across(210, ['Tilbudsfrist', 'Kontrakt underskrives', 'Afklaringsfase', 'Overtagelsesprøve']),
        ],
      },
      table(
        'Plan for transition',
        ['', 'Q1 2026', 'Q2 2026', 'Q3 2026'],
        ['Driftsplatform', 'Tilbud', 'Kontrakt', '→'],
        ['Applikation', '', 'Tilbud', 'Kontrakt'],
      ),
      points(
        'Status på udbud',
        '• Udbuddet af driftsplatformen blev offentliggjort 10. oktober 2025',
        '• Tilbudsfristen er den 2. februar 2026',
        '• Kontrakt forventes før sommerferien 2026',
      ),
    ],
    truth: {
      sts_milestones: [
        'Tilbudsfrist | 2026-01-01..2026-03-31',
        'Kontrakt underskrives | 2026-04-01..2026-06-30',
        'Afklaringsfase | 2026-07-01..2026-09-30',
        'Overtagelsesprøve | 2026-10-01..2026-12-31',
        'Driftsplatform: Tilbud | 2026-01-01..2026-03-31',
        'Driftsplatform: Kontrakt | 2026-04-01..2026-09-30',
        'Applikation: Tilbud | 2026-04-01..2026-06-30',
        'Applikation: Kontrakt | 2026-07-01..2026-09-30',
        'Udbuddet af driftsplatformen blev offentliggjort | 2025-10-10..2025-10-10',
        'Tilbudsfristen | 2026-02-02..2026-02-02',
        'Kontrakt | ..2026-06-26',
      ],
    },
    notInText: ['sts_milestones'],
  },
  {
    name: 'Events in points and in labelled lines, and asks in other words',
    slides: [
      meeting('19. januar 2026'),
      points(
        'Kommende webinarer',
        '• Webinar om roller i KLIK: 3. februar kl. 10-11 på Teams',
        '• Dialogmøde om skattedata torsdag den 26. februar 2026 kl. 9.30 – 11.00, Odense Congress Center',
        '• KOMBITs Kundedag – 5. marts 2026',
        '• Åbent hus i marts',
      ),
      points(
        'Demonstration af ny version',
        'Dato: 10. februar 2026',
        'Tid: kl. 9.00-10.30',
        'Sted: Teams',
        'Målgruppe: Systemansvarlige',
        'Tilmelding senest 6. februar',
      ),
      points(
        'Nyt om KY',
        '• Handling: Tilmeld jeres systemansvarlige til test senest den 30. januar',
        '• I skal sørge for at opdatere rollerne inden uge 7',
        '• Kommunerne skal senest 1/3 have udpeget en kontakt',
      ),
      points('Jeres opgaver', '• Drøft budget med økonomi', '• Svar KOMBIT senest 27. februar 2026'),
    ],
    truth: {
      events: [
        'Webinar om roller i KLIK | 2026-02-03..2026-02-03 | 10–11 | Teams',
        'Dialogmøde om skattedata | 2026-02-26..2026-02-26 | 9.30–11.00 | Odense Congress Center',
        'KOMBITs Kundedag | 2026-03-05..2026-03-05 |  | ',
        'Åbent hus | 2026-03-01..2026-03-31 |  | ',
        'Demonstration af ny version | 2026-02-10..2026-02-10 | 9.00–10.30 | Teams',
      ],
      requests: [
        'Handling: Tilmeld jeres systemansvarlige til test senest den 30. januar | 2026-01-30..2026-01-30',
        'I skal sørge for at opdatere rollerne inden uge 7 | ..2026-02-08',
        'Kommunerne skal senest 1/3 have udpeget en kontakt | 2026-03-01..2026-03-01',
        'Drøft budget med økonomi | ',
        'Svar KOMBIT senest 27. februar 2026 | 2026-02-27..2026-02-27',
      ],
    },
  },
  {
    name: 'People in a table, in a sentence, and on a card',
    slides: [
      meeting('19. januar 2026'),
      table(
        'Kontaktpersoner',
        ['Navn', 'Rolle', 'Telefon', 'Mail'],
        ['Anne Test', 'Projektleder', '12 34 56 78', 'ate@example.dk'],
        ['Bo Prøve', 'Produktchef', '', 'xbp@example.dk'],
      ),
      {
        title: 'Spørgsmål?',
        parts: [
          {
            at: [40, 80, 800, 100],
            texts: [
              'Kontakt Lise Prøve (projektleder) på lpr@example.dk eller Karl-Emil Testesen, kte@example.dk',
            ],
          },
          {
            at: [40, 240, 400, 100],
            texts: ['Mette Eksempel', 'Implementeringskonsulent', 'mek@example.dk'],
          },
        ],
      },
    ],
    truth: {
      contacts: [
        'Anne Test | Projektleder | ate@example.dk | high',
        'Bo Prøve | Produktchef | xbp@example.dk | medium',
        'Lise Prøve | projektleder | lpr@example.dk | high',
        'Karl-Emil Testesen |  | kte@example.dk | high',
        'Mette Eksempel | Implementeringskonsulent | mek@example.dk | high',
      ],
    },
    notInText: ['contacts'],
  },
  {
    name: 'A supplier that speaks English',
    slides: [
      meeting('19. januar 2026'),
      table(
        'KLIK tasks',
        ['Solution', 'Task', 'Start', 'Due date', 'Owner'],
        ['KY', 'Adjust local letters', '2 February 2026', '27 February 2026', 'Systemansvarlig'],
        ['SAPA', 'Review user roles', '9 March 2026', '15 May 2026', ''],
      ),
      points('Next for KY', '• Action: Please confirm your contact person by 6 February 2026'),
    ],
    truth: {
      klik_tasks: [
        'KY | Adjust local letters | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | Systemansvarlig',
        'SAPA | Review user roles | 2026-03-09..2026-03-09 | 2026-05-15..2026-05-15 | ',
      ],
      requests: ['Action: Please confirm your contact person by 6 February 2026 | 2026-02-06..2026-02-06'],
    },
    notInText: ['klik_tasks'],
  },
  {
    name: 'A new deadline beside the old one, a table drawn in another order, a slide that sums up',
    slides: [
      meeting('19. januar 2026'),
      table(
        'KLIK-opgaver',
        ['Løsning', 'Opgave', 'Start', 'Deadline', 'Ny deadline'],
        ['KY', 'Tilpas lokale breve', '02.02.2026', '27.02.2026', '13.03.2026'],
        ['KP', 'Bestil nye rapporter', '02.02.2026', '27.02.2026', ''],
      ),
      table(
        'KLIK-opgaver for april',
        ['Løsning', 'Opgave', 'Start', 'Slut'],
        ['FBS', 'Gennemgå lokale opsætninger', '01.04.2026', '30.04.2026'],
      ),
      table(
        'KLIK-opgaver for april',
        ['Bestil testdata til ledelsen', 'YR', '01.04.2026', '30.04.2026'],
        ['Ret alle roller', 'SAPA', '01.04.2026', '30.04.2026'],
      ),
      table(
        'Opsummering af opgaver',
        ['Løsning', 'Opgave', 'Start', 'Slut'],
        ['FBS', 'Gennemgå lokale opsætninger', '01.04.2026', '30.04.2026'],
      ),
    ],
    truth: {
      klik_tasks: [
        'KY | Tilpas lokale breve | 2026-02-02..2026-02-02 | 2026-03-13..2026-03-13 | ',
        'KP | Bestil nye rapporter | 2026-02-02..2026-02-02 | 2026-02-27..2026-02-27 | ',
        'FBS | Gennemgå lokale opsætninger | 2026-04-01..2026-04-01 | 2026-04-30..2026-04-30 | ',
        'YR | Bestil testdata til ledelsen | 2026-04-01..2026-04-01 | 2026-04-30..2026-04-30 | ',
        'SAPA | Ret alle roller | 2026-04-01..2026-04-01 | 2026-04-30..2026-04-30 | ',
      ],
    },
    notInText: ['klik_tasks'],
  },
  {
    name: 'The lists of two agreements on one slide, and webinars with a day to sign up before',
    slides: [
      meeting('19. januar 2026'),
      {
        title: 'Status på underskrift af databehandleraftaler',
        parts: [
          { at: [40, 80, 400, 200], texts: ['Aula – mangler (2):', 'Odense', 'Vejle'] },
          { at: [540, 80, 400, 200], texts: ['BoM – mangler (3):', 'Fanø', 'Ærø', 'Samsø'] },
          { at: [40, 440, 400, 20], texts: ['Status pr. 15.01.2026'] },
        ],
      },
      table(
        'Kommende webinarer',
        ['Dato', 'Webinar', 'Frist', 'Sted'],
        ['10.02.2026', 'Nyt om roller', '06.02.2026', 'Teams'],
        ['12.02.2026 kl. 10-11', 'Nyt om test', '06.02.2026', 'Teams'],
      ),
    ],
    truth: {
      signatures: [
        'missing | 2026-01-15 | missing: Odense, Vejle | high',
        'missing | 2026-01-15 | missing: Fanø, Samsø, Ærø | high',
      ],
      events: [
        'Nyt om roller | 2026-02-10..2026-02-10 |  | Teams',
        'Nyt om test | 2026-02-12..2026-02-12 | 10–11 | Teams',
      ],
    },
    notInText: ['events'],
  },
];
