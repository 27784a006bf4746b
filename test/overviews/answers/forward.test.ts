import { describe, expect, test } from 'vitest';
import { type Forwarding, forwardMail, LONGEST_MAILTO, mailtoOf } from '#src/overviews/answers/forward.ts';
import { buildTestApp } from '#test/support/app.ts';
import { between, day, UNCLEAR } from '#test/support/fuzzy-dates.ts';

function forwarding(over: Partial<Forwarding> = {}): Forwarding {
  return {
    title: 'SAPA: Opret og underskriv aftale',
    about: 'Aftalen åbner for årsopgørelser.',
    ask: asked({ date: day('2025-12-15') }),
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

function asked(over: Partial<Forwarding['ask']> = {}): Forwarding['ask'] {
  const date = day('2025-12-15');
  return { kind: 'task', date, dateLabel: 'frist', href: '/klik/aftale', notYetSent: false, ...over };
}

function lines(over: Partial<Forwarding['ask']>): string[] {
  return forwardMail(forwarding({ ask: asked(over) })).body.split('\n');
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
      'Hvornår: 11.–20. december 2025 (”Medio dec.”), tidligst om 17 dage. Datoen er usikker, så gå ud fra den første dag.',
    ],
    [UNCLEAR, 'Hvornår: ingen dato (uafklaret)'],
  ])('never makes a date more exact than it is', (date, line) => {
    expect(lines({ date })).toContain(line);
  });

  test.each([
    [day('2025-11-03'), 'Hvornår: fristen var 3. november 2025 (21 dage siden)'],
    [between('2025-10-01', '2025-10-10', 'third'), 'Hvornår: fristen var 1.–10. oktober 2025'],
  ])('a date that is over is told as what was, and nobody is told to hurry', (date, line) => {
    const when = lines({ date }).find((one) => one.startsWith('Hvornår')) ?? '';
    expect(when.startsWith(line)).toBe(true);
    expect(when).not.toMatch(/senest|gå ud fra/);
  });

  test.each([
    ['a KLIK task', { kind: 'task' }, 'KOMBIT har bedt Odense Kommune om dette.', 'Hvad: SAPA: Opret'],
    ['a request', { kind: 'request' }, 'KOMBIT har bedt Odense Kommune om dette.', 'Hvad: SAPA: Opret'],
    [
      'an agreement',
      { kind: 'agreement' },
      'KOMBIT har bedt Odense Kommune om at underskrive en aftale.',
      'Hvad: Underskriv »SAPA: Opret og underskriv aftale«',
    ],
    [
      'an agreement that is to come',
      { kind: 'agreement', notYetSent: true, dateLabel: 'udsendes' },
      'KOMBIT vil bede Odense Kommune om at underskrive en aftale.',
      'Hvornår: udsendes 15. december 2025 (om 21 dage). Aftalen er ikke udsendt ifølge materialet.',
    ],
    [
      'the last day to sign up',
      { kind: 'event', dateLabel: 'tilmeldingsfrist' },
      'KOMBIT inviterer Odense Kommune til dette.',
      'Hvornår: senest 15. december 2025 (om 21 dage)',
    ],
    [
      'a milestone',
      { kind: 'milestone', dateLabel: 'planlagt' },
      'KOMBIT har meldt denne dato ud til Odense Kommune.',
      'Hvornår: planlagt 15. december 2025 (om 21 dage)',
    ],
  ] as const)('of %s says why it comes and what is to be done', (_name, over, why, line) => {
    const written = lines(over);
    expect(written).toContain(`${why} Vil du tage dig af det?`);
    expect(written.some((one) => one.startsWith(line))).toBe(true);
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

test('every ask of a municipality has a mail that can be opened, and every dated one a calendar file with that day', async () => {
  const portal = await buildTestApp();
  const odense = portal.as('odense');
  const { text: page } = await odense.get('/kommuner/odense');
  const asks = [...new Set([...page.matchAll(/href="(\/kommuner\/odense\/svar\?opgave=[^"]+)"/g)])];
  const hrefs = [...new Set(asks.map(([, href = '']) => href))];
  expect(hrefs.length).toBeGreaterThan(30);
  let dated = 0;
  for (const href of hrefs) {
    const { text } = await odense.get(href);
    const [, mailto = ''] = /href="(mailto:[^"]*)">[^<]*bn mail/.exec(text) ?? [];
    const mail = opened(mailto.replaceAll('&amp;', '&'));
    expect(mail.subject, href).toMatch(/^Opgave til dig: ./);
    expect(mail.body, href).toMatch(/Hvad: .+\r\n[\s\S]*Hvornår: .+\r\n[\s\S]*Læs mere: http[\s\S]*Kilde: /);
    const [, file] = /href="([^"]+\.ics)"/.exec(text) ?? [];
    expect(file === undefined, href).toBe(mail.body?.includes('Hvornår: ingen dato'));
    if (file === undefined) continue;
    dated += 1;
    const calendar = await portal.get(file);
    expect([file, calendar.status, calendar.text.match(/BEGIN:VEVENT/g)?.length]).toEqual([file, 200, 1]);
    expect(mail.body, href).toContain(file);
  }
  expect(dated).toBeGreaterThan(20);
});

test.each(['event-signup/findes-ikke', 'task/x', 'sts_milestone/', 'a/../../b'])(
  '/frister/%s.ics is not there',
  async (key) => {
    expect((await (await buildTestApp()).get(`/frister/${key}.ics`)).status).toBe(404);
  },
);
