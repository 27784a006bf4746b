/**
 * A new programme leader of Odense, from the mail with the invitation to the weekly mail, in a real browser and through
 * a real SMTP server: with JavaScript on a wide screen, without it on a narrow one.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheet } from '#src/formats/read-sheet.ts';
import { listed } from '#test/overviews/digest/support.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';
import { parseCalendar } from '#test/support/ical.ts';
import {
  asksShown,
  beginJourney,
  firstMailAbout,
  groupOf,
  type Journey,
  openOf,
  textAt,
  titlesIn,
} from '#test/support/journey.ts';
import { pageWords } from '#test/support/page-words.ts';

const NOW = new Date('2025-11-25T10:00:00Z');
const OLE = 'ole@odense.test';
const EAN = 'Indsend EAN-nummer til fakturering for VALG-løsningen';
const AGREEMENT = 'Tilslutningsaftale om tre begrebs- og datastandarder';
/** What the programme leader answers below. */
const SAID = ['task/valg-ean-nummer', 'request/valg-evaluering', 'agreement/tre-datastandarder'];
const path = await browserForTests();

describe.skipIf(!path)('a new programme leader of Odense', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each([
    ['with JavaScript at 1280 px', 1280, true],
    ['without JavaScript at 390 px', 390, false],
  ])(
    '%s: invited, answers, passes on, claims, subscribes to the calendar and gets the weekly mail',
    { timeout: 300_000 },
    async (_name, width, javaScriptEnabled) => {
      const journey = await beginJourney(browser, { width, javaScriptEnabled, now: NOW });
      await comesIn(journey);
      await tellsWhatIsUsed(journey);
      await sendsOn(journey);
      await solves(journey);
      await saysNotForUs(journey);
      await claims(journey);
      await subscribesToCalendar(journey);
      await takesFiles(journey);
      await isWrittenTo(journey);
      await unsubscribesAndSubscribes(journey);
      expect(journey.faults).toEqual([]);
    },
  );
});

async function comesIn({ kombit, leader, origin, here, look, mailTo }: Journey): Promise<void> {
  await kombit.goto(`${origin}/redaktion/brugere/ny`);
  await kombit.fill('#navn', 'Ole Odense');
  await kombit.fill('#mail', OLE);
  await kombit.check('input[value=programme-leader]');
  await kombit.selectOption('#kommune', { label: 'Odense' });
  await kombit.click('text=Opret og send invitation');
  expect(await kombit.textContent('.receipt')).toContain('invitationen er sendt');
  const mail = await mailTo(OLE);
  expect(mail.text).toContain('KOMBIT har oprettet jer som programleder for Odense Kommune');
  await leader.goto(here(/http\S+\/invitation\/\S+/.exec(mail.text)?.[0] ?? ''));
  await look(leader, 'invitation');
  await leader.fill('#adgangskode', 'elefant giraf pingvin kaktus');
  await leader.click('text=Gem og log ind');
  expect(await leader.textContent('.receipt')).toContain('I er logget ind');
  expect(await leader.textContent('h1')).toBe('Odense Kommune');
  await look(leader, 'own page');
}

async function tellsWhatIsUsed(journey: Journey): Promise<void> {
  const { leader, look } = journey;
  const before = await asksShown(journey);
  expect(before.filter(({ group }) => group === 'forude').map(({ key }) => key)).toContain(
    'task/eg-fordringer',
  );
  await leader.locator('button[name=svar][value=kmd]').first().click();
  expect(await leader.textContent('.receipt')).toContain('I har svaret »KMD« på »Bruger I EG eller KMD?«');
  await look(leader, 'question answered');
  const after = await asksShown(journey);
  expect(groupOf(after, 'task/eg-fordringer')).toBe('ikke-relevant');
  expect(groupOf(after, 'task/kmd-fordringer')).toBe('forude');
}

async function sendsOn({ leader, origin, here, look }: Journey): Promise<void> {
  await leader.goto(`${origin}/kommuner/odense`);
  await leader.locator('a.deadline-title', { hasText: EAN }).click();
  await look(leader, 'ask');
  const text = await leader.inputValue('#mail-tekst');
  for (const line of [
    'KOMBIT har bedt Odense Kommune om dette.',
    `Hvad: ${EAN}`,
    'Om opgaven: Send kommunens EAN-nummer ind.',
    'Hvornår: senest 1. december 2025 (om 6 dage)',
    'Læs mere: http',
    'Kilde: Programledermøde nov. 2025, slide 4',
    'Spørg KOMBIT: Søren Stauning, SST@kombit.dk',
    'Ole Odense\nOdense Kommune',
  ])
    expect(text).toContain(line);
  const { searchParams } = new URL((await leader.getAttribute('a[href^="mailto:"]', 'href')) ?? '');
  expect(searchParams.get('subject')).toBe(await leader.inputValue('#mail-emne'));
  expect(searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(text);
  const file = (await leader.getAttribute('a[href$=".ics"]', 'href')) ?? '';
  const [entry, ...more] = parseCalendar(await textAt(origin + file)).events;
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ title: `Frist: ${EAN}`, start: '2025-12-01', end: '2025-12-02' });
  expect(entry?.description.split('\n')[0]).toBe(entry?.url);
  const read = /Læs mere: (\S+)/.exec(text)?.[1] ?? '';
  expect(read).toBe(entry?.url);
  expect(await textAt(here(read))).toContain(EAN);
}

async function solves(journey: Journey): Promise<void> {
  const { leader, look, portal } = journey;
  const solve = async () => {
    await leader.locator('a.deadline-title', { hasText: EAN }).click();
    await leader.check('#svar-loest');
    await leader.fill('#dato', '24.11.2025');
    await leader.fill('#bemaerkning', 'Sendt til økonomi.');
    await leader.click('text=Gem svar');
    expect(await leader.textContent('.receipt')).toContain(`»${EAN}« er markeret som løst.`);
  };
  await asksShown(journey);
  await solve();
  await leader.click('.receipt button');
  await leader.locator('.receipt', { hasText: 'Ændringen er fortrudt.' }).waitFor();
  expect(groupOf(await asksShown(journey), 'task/valg-ean-nummer')).toBe('forude');
  await solve();
  await look(leader, 'solved');
  expect(groupOf(await asksShown(journey), 'task/valg-ean-nummer')).toBe('loest');
  const row = leader.locator('#loest li', { hasText: EAN });
  expect(await row.textContent()).toContain('24. november 2025. Sendt til økonomi.');
  expect(pageWords((await portal.get('/kommuner/odense')).text)).not.toContain('Sendt til økonomi');
}

async function saysNotForUs(journey: Journey): Promise<void> {
  const { leader, look } = journey;
  await leader
    .locator('a.deadline-title', { hasText: 'Følg op på, at evalueringen af valget bliver sendt' })
    .click();
  await leader.check('#svar-ikke-relevant');
  await leader.click('text=Gem svar');
  expect(await leader.textContent('#fejl')).toContain('Skriv, hvorfor opgaven ikke er relevant for jer.');
  await look(leader, 'no reason given');
  await leader.fill('#bemaerkning', 'Valget holdes af nabokommunen.');
  await leader.click('text=Gem svar');
  expect(await leader.textContent('.receipt')).toContain('ikke relevant for jer');
  expect(groupOf(await asksShown(journey), 'request/valg-evaluering')).toBe('ikke-relevant');
}

async function claims(journey: Journey): Promise<void> {
  const { leader, kombit, portal, origin, look } = journey;
  const agreementSeen = async () => pageWords((await portal.get('/aftaler/tre-datastandarder')).text);
  const publicPage = async () => pageWords((await portal.get('/kommuner/odense')).text);
  const claimed = `Kommunen har selv meldt underskrift: ${AGREEMENT}. KOMBIT har ikke bekræftet den endnu.`;
  await leader.locator('li', { hasText: AGREEMENT }).locator('button:has-text("Meld underskrevet")').click();
  expect(await leader.textContent('.receipt')).toContain(`»${AGREEMENT}« er meldt underskrevet.`);
  await look(leader, 'claimed');
  expect(await agreementSeen()).toContain('15 af 98 har underskrevet, 82 mangler, 1 har selv meldt');
  expect(await publicPage()).toContain(claimed);
  await kombit.goto(`${origin}/redaktion/svar`);
  await look(kombit, 'answers');
  await kombit.click('button:has-text("Bekræft underskrift for Odense")');
  expect(await kombit.textContent('.receipt')).toContain('Odense');
  expect(await agreementSeen()).toContain('16 af 98 har underskrevet, 82 mangler');
  expect(await publicPage()).not.toContain(claimed);
  expect(groupOf(await asksShown(journey), 'agreement/tre-datastandarder')).toBe('loest');
}

async function subscribesToCalendar(journey: Journey): Promise<void> {
  const { leader, here, look } = journey;
  const asks = await asksShown(journey);
  await leader.click('text=Lav jeres egen kalenderadresse');
  await leader.click('main button:has-text("Lav en adresse")');
  await look(leader, 'calendar address');
  const calendar = parseCalendar(await textAt(here(await leader.inputValue('#adresse'))));
  const uids = new Set(calendar.events.map(({ uid }) => uid.replace('@programlederportalen', '')));
  for (const key of [...SAID, 'task/eg-fordringer']) expect(uids).not.toContain(key);
  const dated = openOf(asks).filter(({ group }) => group !== 'uden-frist');
  expect(dated.map(({ key }) => key).filter((key) => !uids.has(key))).toEqual([]);
}

/** The list of deadlines after the answers, as page and as both files. */
async function takesFiles({ context, origin }: Journey): Promise<void> {
  for (const query of ['kommune=odense', 'kommune=odense&status=alle']) {
    const titles = titlesIn(await (await context.request.get(`${origin}/frister?${query}`)).text());
    expect(titles.includes(EAN)).toBe(query.includes('alle'));
    for (const end of ['csv', 'xlsx']) {
      const file = await context.request.get(`${origin}/frister.${end}?${query}`);
      const [head, ...rows] = readSheet(`frister.${end}`, await file.body()).rows;
      const column = head?.cells.indexOf('opgave') ?? -1;
      expect(
        rows.map(({ cells }) => String(cells[column])),
        `${end}?${query}`,
      ).toEqual(titles);
    }
  }
}

async function isWrittenTo(journey: Journey): Promise<void> {
  const { kombit, origin, look, mailTo, server } = journey;
  const asks = await asksShown(journey);
  const expected = firstMailAbout(asks);
  const [news, soon, coming] = Object.values(expected);
  const subject = `Opsummering af jeres opgaver: ${news} nye, ${soon} med frist snart, ${coming} på vej`;
  await kombit.goto(`${origin}/redaktion/mails`);
  expect(await kombit.textContent('main')).toContain('1 person får ugens mail');
  await kombit.click('button:has-text("Slå mails til")');
  expect(await kombit.textContent('.mail-example h3')).toBe(subject);
  await look(kombit, 'mails');
  const before = server.arrived.length;
  await kombit.click('button:has-text("Send nu til 1")');
  const mail = await mailTo(OLE);
  expect(server.arrived.length).toBe(before + 1);
  expect(mail.header('subject')).toBe(subject);
  const late = asks.filter(({ group }) => group === 'passeret').length;
  expect(mail.text).toContain(`har ${openOf(asks).length} åbne opgaver, ${late} med frist passeret.`);
  for (const [heading, count] of Object.entries(expected)) {
    expect(mail.html).toContain(`${heading} (${count})`);
    const rest = Number(/^Og (\d+) mere/m.exec(mail.text.split(`${heading} (`)[1] ?? '')?.[1] ?? 0);
    const told = listed(mail.text, heading).length;
    expect(told < 15 ? told : told + rest, heading).toBe(count);
  }
  for (const title of [EAN, AGREEMENT, 'Følg op på', 'EG_Konfigurer'])
    expect(mail.text + mail.html).not.toContain(title);
}

async function unsubscribesAndSubscribes({ leader, kombit, origin, server, here, look }: Journey) {
  const mails = async () => {
    await kombit.goto(`${origin}/redaktion/mails`);
    return (await kombit.textContent('[aria-labelledby="afmeldt"]')) ?? '';
  };
  const unsubscribe = server.arrived.at(-1)?.header('list-unsubscribe') ?? '';
  await leader.goto(here(unsubscribe.slice(1, -1)));
  await look(leader, 'saying no more');
  await leader.click('text=Afmeld mailen');
  expect(await leader.textContent('h1')).toBe('Mailen er afmeldt');
  expect(await mails()).toContain(OLE);
  await leader.click('main >> text=Min konto');
  expect(await leader.textContent('main')).toContain('I har afmeldt ugens mail.');
  await look(leader, 'own account');
  await leader.click('text=Få ugens mail igen');
  expect(await leader.textContent('.receipt')).toContain('I er tilmeldt ugens mail igen.');
  expect(await mails()).toContain('Ingen har afmeldt mailen.');
}
