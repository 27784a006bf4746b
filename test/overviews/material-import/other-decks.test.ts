/** Decks of other months, invented: other orders, columns, phrases and lists than those of November 2025. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { type MaterialInput, openText } from '#src/overviews/material-import/open-files.ts';
import { readDecks } from '#src/overviews/material-import/read-material.ts';
import { RefusedError } from '#src/shared/errors.ts';

const readMaterial = (inputs: readonly MaterialInput[]): Snapshot => readDecks(inputs.map(openText));

const GAP = '\n\n\n\n';

function read(...slides: string[]): Snapshot {
  return readMaterial([{ name: 'tekst.txt', bytes: Buffer.from(slides.join(GAP)) }]);
}

const TITLE = 'KOMBIT-programledermøde\n15. januar 2026';

describe('a deck of another month', () => {
  test('may print its day and its agenda', () => {
    const { meeting, slides, warnings } = read(TITLE, 'Dagsorden\n1. Kort nyt\n2. Ny aftale om Aula');
    expect(meeting).toMatchObject({ id: '2026-01', date: { from: '2026-01-15' }, date_basis: 'printed' });
    expect(meeting.agenda.map(({ title }) => title)).toEqual(['Kort nyt', 'Ny aftale om Aula']);
    expect(slides.map(({ kind }) => kind)).toEqual(['title', 'agenda']);
    expect(warnings.map(({ code }) => code)).toEqual(['source-missing']);
  });

  test('may have the columns of tasks in another order, and one more', () => {
    const cells = [
      'Frist',
      'Start',
      'Opgave',
      'Løsning',
      'Ansvarlig', //
      '30.01.2026',
      '05.01.2026',
      'Opdater rollegalleriet',
      'KLIK',
      'Systemansvarlig', //
      'Ultimo feb.',
      'Uge 6',
      'Test den nye eksport\ntil økonomisystemet',
      'FLIS', //
      'Uafklaret',
      '16.02.2026',
      'A12 Gennemgå rettigheder',
      'SAPA',
      'Superbruger',
    ];
    const { klik_tasks } = read(TITLE, `Kommende opgaver\n\n${cells.join('\n\n')}`);
    expect(klik_tasks).toMatchObject([
      {
        project: 'KLIK',
        title: 'Opdater rollegalleriet',
        start: { from: '2026-01-05' },
        end: { from: '2026-01-30' },
        extra: { Ansvarlig: 'Systemansvarlig' },
      },
      {
        project: 'FLIS',
        title: 'Test den nye eksport til økonomisystemet',
        start: { from: '2026-02-02' },
        end: { to: '2026-02-28' },
      },
      { project: 'SAPA', title: 'A12 Gennemgå rettigheder', end: { raw: 'Uafklaret', precision: 'unclear' } },
    ]);
  });

  test('may go on with a table on the next slide without its headings', () => {
    const { klik_tasks } = read(
      TITLE,
      'KLIK-opgaver (1 af 2)\nLøsning Opgaver Start Slut\nKY Tilpas lokale breve 02.02.2026 27.02.2026',
      'KLIK-opgaver (2 af 2)\nVALG Bestil testmiljø snarest 30.04.2026',
    );
    expect(klik_tasks.map(({ slide, project, title }) => [slide, project, title])).toEqual([
      [2, 'KY', 'Tilpas lokale breve'],
      [3, 'VALG', 'Bestil testmiljø'],
    ]);
  });

  test('may have the columns of agreements in another order, and a solution nobody knows', () => {
    const cells = [
      'Deadline',
      'Type aftale',
      'System',
      'Modtagere',
      'Sendt', //
      '2. marts 2026',
      'Databehandleraftale bilag C',
      'Aula',
      'Aula systemansvarlige',
      '12.01.2026', //
      'Afventer',
      'Tilslutningsaftale',
      'Nyt System',
      'KOMBIT-programledere',
      'Sendes uge 8',
    ];
    const { agreements } = read(TITLE, `Aftaler på vej\n\n${cells.join('\n\n')}`);
    expect(agreements).toMatchObject([
      {
        solution: 'Aula',
        agreement: 'Databehandleraftale bilag C',
        recipients: 'Aula systemansvarlige',
        sent: { state: 'sent' },
        deadline: { from: '2026-03-02' },
      },
      {
        solution: 'Nyt System',
        agreement: 'Tilslutningsaftale',
        sent: { from: '2026-02-16', state: 'planned' },
        deadline: { precision: 'unclear' },
      },
    ]);
  });

  test('says in words of its own what is odd about an agreement', () => {
    const { warnings } = read(
      TITLE,
      'Aftaler\nSystem Aftale Sendt Sendt til Frist\nAula Databehandleraftale 16.02.2026 BoM systemansvarlige 01.02.2026\nBoM Databehandleraftale 05.01.2026 Aula systemansvarlige 06.02.2026',
    );
    const codes = warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['weekend-date', 'deadline-before-dispatch']));
    expect(codes.filter((code) => code === 'recipients-swapped')).toHaveLength(2);
  });
});

describe('a list of municipalities', () => {
  test('may name those who have signed, in a sentence', () => {
    const { signatures } = read(
      TITLE,
      'Underskrifter på Aula-aftalen\nStatus pr. 14.01.2026\nDisse 5 kommuner har underskrevet:\nAarhus, Odense, Høje Taastrup, Nordfyn og Læsø',
    );
    expect(signatures).toMatchObject([
      {
        listed: 'signed',
        inferred: 'missing',
        stated_count: 5,
        as_of: { from: '2026-01-14' },
        confidence: 'high',
      },
    ]);
    expect(signatures[0]?.signed).toEqual(['Høje-Taastrup', 'Odense', 'Nordfyns', 'Aarhus', 'Læsø']);
    expect(signatures[0]?.missing).toHaveLength(93);
  });

  test('may name both, and is doubtful where it contradicts itself', () => {
    const { signatures, warnings, not_understood } = read(
      TITLE,
      'Status på tilslutningsaftale for DUBU\nHar underskrevet (2):\nAalborg\nVejle\nMangler underskrift (3):\nFanø\nÆrøø\nVejle',
    );
    expect(signatures).toMatchObject([
      {
        listed: 'both',
        inferred: null,
        signed: ['Vejle', 'Aalborg'],
        missing: ['Fanø', 'Vejle'],
        confidence: 'low',
      },
    ]);
    const codes = warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['count-mismatch', 'signed-and-missing', 'unknown-name']));
    expect(not_understood).toMatchObject([{ text: 'Ærøø' }]);
  });

  test('is only likely right where the slide tells no number to check it by', () => {
    const { signatures } = read(
      TITLE,
      'Tilslutning til Aula\nKun Odense, Ærø og Køge mangler at underskrive.',
    );
    expect(signatures).toMatchObject([
      { listed: 'missing', missing: ['Køge', 'Odense', 'Ærø'], confidence: 'medium' },
    ]);
  });

  test('is no list where names only happen to stand', () => {
    expect(read(TITLE, 'Svar\nOdense, Vejle, Fanø og Ærø mangler at svare.').signatures).toEqual([]);
    expect(read(TITLE, 'Besøg\nVi var i Odense, Vejle, Fanø og Ærø i efteråret.').signatures).toEqual([]);
  });
});

describe('other slides', () => {
  test('a process may be written without gaps, with weeks and written months', () => {
    const { k98_steps } = read(
      TITLE,
      'Tidsplan for nyt fagråd i K98\n3.2.\nOpslag sendes ud\n10.2.-24.2.\nAnsøgningsperiode\nUge 10\nUdpegning i direktionen\n1. april 2026\nFørste møde',
    );
    expect(k98_steps.map(({ title, date }) => [title, date.from, date.to])).toEqual([
      ['Opslag sendes ud', '2026-02-03', '2026-02-03'],
      ['Ansøgningsperiode', '2026-02-10', '2026-02-24'],
      ['Udpegning i direktionen', '2026-03-02', '2026-03-08'],
      ['Første møde', '2026-04-01', '2026-04-01'],
    ]);
  });

  test('days of boxes beside each other may stand before their steps, which come by turns', () => {
    const { k98_steps } = read(
      TITLE,
      'Proces for nyt fagråd i K98\n\nUge 5\nIndstilling\n\n3.2.\n10.2.\nOpslag\nAnsøgnings\nsendes ud\nfrist\n\nUge 10\nUdpegning',
    );
    expect(k98_steps.map(({ title, date }) => [title, date.raw])).toEqual([
      ['Indstilling', 'Uge 5'],
      ['Opslag sendes ud', '3.2.'],
      ['Ansøgningsfrist', '10.2.'],
      ['Udpegning', 'Uge 10'],
    ]);
  });

  test('an event, an ask and a contact may share one', () => {
    const { events, requests, contacts } = read(
      TITLE,
      'Roller\nVi holder webinar om roller den 3. februar 2026 kl. 10.00-11.00.\nOpgaven: Send jeres svar senest den 20/1-26.\n\nProjektleder\nAnders Test | ATE@example.dk',
    );
    expect(events).toMatchObject([
      { title: 'Webinar om roller', date: { from: '2026-02-03' }, time: '10.00–11.00' },
    ]);
    expect(requests).toMatchObject([{ stated: true, deadline: { to: '2026-01-20' } }]);
    expect(contacts).toMatchObject([
      { name: 'Anders Test', roles: ['Projektleder'], email: 'ATE@example.dk' },
    ]);
  });

  test('sentences of any slide are kept, and nothing is lost', () => {
    const { statements, not_understood } = read(
      TITLE,
      'Nyt om NIS2\n• Første punkt om sikkerhed\n• Andet punkt om ledelse',
    );
    expect(statements.map(({ text, kind, target }) => [text, kind, target])).toEqual([
      ['Første punkt om sikkerhed', 'bullet', 'nis2'],
      ['Andet punkt om ledelse', 'bullet', 'nis2'],
    ]);
    expect(not_understood).toEqual([]);
  });

  test('a table may be missing altogether', () => {
    const snapshot = read(TITLE, 'Tak for i dag\nVi ses igen.');
    expect(snapshot.klik_tasks).toEqual([]);
    expect(snapshot.agreements).toEqual([]);
    expect(snapshot.slides).toHaveLength(2);
  });
});

describe('files that do not belong together', () => {
  const bytes = Buffer.from('Dagsorden\n1. Et\n2. To');

  test('two of the same kind are refused by name', () => {
    expect(() =>
      readMaterial([
        { name: 'a.txt', bytes },
        { name: 'b.txt', bytes },
      ]),
    ).toThrow(RefusedError);
    expect(() =>
      readMaterial([
        { name: 'a.txt', bytes },
        { name: 'b.txt', bytes },
      ]),
    ).toThrow('b.txt');
  });

  test('no file at all is refused', () => {
    expect(() => readDecks([])).toThrow(RefusedError);
  });
});

describe('a text layer and an OCR text of the same meeting', () => {
  test('agree slide by slide; the text layer wins and a different figure is told with both readings', () => {
    const text = [
      'Status\nFrist for svar er 12.03.2026 for alle kommuner',
      'Næste møde\nVi mødes igen i marts i Odense',
    ].join(GAP);
    const ocr = [
      'Dagens agenda\n1. Status\n2. Farvel',
      'Status\nFrist for svar er 12.08.2026 for alle kommuner',
      'Neeste mgde\nVi mgdes igen i marts i Odense',
    ].join(GAP);
    const { slides, warnings, statements } = readMaterial([
      { name: 'tekst.txt', bytes: Buffer.from(text) },
      { name: 'ocr.txt', bytes: Buffer.from(ocr) },
    ]);
    expect(slides.map(({ title, sources }) => [title, sources])).toEqual([
      ['Dagens agenda', ['ocr']],
      ['Status', ['text', 'ocr']],
      ['Næste møde', ['text', 'ocr']],
    ]);
    expect(warnings.find(({ code }) => code === 'sources-disagree')).toMatchObject({
      text: '12.03.2026 / 12.08.2026',
      slide: 2,
    });
    expect(statements.map(({ text: words }) => words).join()).not.toContain('12.08.2026');
  });
});
