import { describe, expect, test } from 'vitest';
import { type Forwarding, forwardMail, LONGEST_MAILTO, mailtoOf } from '#src/overviews/answers/forward.ts';
import { between, day, UNCLEAR } from '#test/support/fuzzy-dates.ts';

function forwarding(over: Partial<Forwarding> = {}): Forwarding {
  return {
    title: 'SAPA: Opret og underskriv aftale',
    about: 'Aftalen åbner for årsopgørelser.',
    ask: { date: day('2025-12-15'), href: '/klik/aftale', informationOnly: false },
    audience: 'Gælder EG-kommuner',
    sources: ['nov. 2025, slide 4'],
    contacts: ['Søren Test, soeren@kombit.test'],
    calendarUrl: 'https://portal.test/klik/aftale.ics',
    portalUrl: 'https://portal.test',
    today: '2025-11-24',
    sender: { name: 'Oda Odense', municipality: 'Odense Kommune' },
    ...over,
  };
}

/** What the mail program reads out of the link. */
function opened(address: string) {
  const { pathname, searchParams } = new URL(address);
  return {
    to: decodeURIComponent(pathname),
    subject: searchParams.get('subject'),
    body: searchParams.get('body'),
  };
}

describe('the mail', () => {
  test('says what, about it, when, for whom, where it stands and whom to ask', () => {
    expect(forwardMail(forwarding()).body.split('\n').slice(2, 12)).toEqual([
      'KOMBIT har bedt Odense Kommune om dette. Vil du tage dig af det?',
      '',
      'Hvad: SAPA: Opret og underskriv aftale',
      'Om opgaven: Aftalen åbner for årsopgørelser.',
      'Hvornår: senest 15. december 2025 (om 21 dage)',
      'Gælder EG-kommuner',
      'Læs mere: https://portal.test/klik/aftale',
      'Til kalenderen: https://portal.test/klik/aftale.ics',
      'Kilde: Programledermøde nov. 2025, slide 4',
      'Spørg KOMBIT: Søren Test, soeren@kombit.test',
    ]);
  });

  test.each([
    [
      { ...between('2025-12-11', '2025-12-20', 'third' as const), raw: 'Medio dec.' },
      'Hvornår: 11.–20. december 2025 (”Medio dec.”) (tidligst om 17 dage). Datoen er usikker, så gå ud fra den første dag.',
    ],
    [UNCLEAR, 'Hvornår: ingen dato (uafklaret)'],
  ])('never makes a date more exact than it is', (date, line) => {
    const { body } = forwardMail(forwarding({ ask: { date, href: '/klik/x', informationOnly: false } }));
    expect(body).toContain(line);
  });
});

describe('the link', () => {
  test('opens as the same mail, with Danish letters, signs of addresses and lines', () => {
    const one = forwarding({ title: 'A & B = 100 %? #1 + æøå' });
    const mail = opened(mailtoOf('oda+1@odense.test', one));
    expect(mail.to).toBe('oda+1@odense.test');
    expect(mail.subject).toBe('Opgave til dig: A & B = 100 %? #1 + æøå');
    expect(mail.body).toBe(forwardMail(one).body.replaceAll('\n', '\r\n'));
  });

  test('carries no line break or header out of a title or an address', () => {
    const address = mailtoOf('a@b.dk?bcc=alle@b.dk', forwarding({ title: 'En\r\nBcc: alle@b.dk' }));
    expect(new URL(address).searchParams.get('bcc')).toBeNull();
    expect(opened(address).subject).toBe('Opgave til dig: En Bcc: alle@b.dk');
  });

  test.each([
    ['a long reason', { about: 'ø'.repeat(3000) }],
    ['a long title', { title: '😀'.repeat(2000) }],
    [
      'many contacts',
      { contacts: Array.from({ length: 40 }, (_, i) => `Åse Ærø ${i}, aase${i}@kombit.test`) },
    ],
  ])(
    '%s never makes it longer than a mail program takes, and the address of the ask stays',
    (_name, over) => {
      const address = mailtoOf('oda@odense.test', forwarding(over));
      expect(address.length).toBeLessThanOrEqual(LONGEST_MAILTO);
      expect(opened(address).body).toContain('https://portal.test/klik/aftale');
    },
  );
});
