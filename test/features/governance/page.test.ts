import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { edit } from '#test/support/edit.ts';
import { pageWords } from '#test/support/page-words.ts';

function stepsOf(html: string): string[] {
  const list = /<ol class="steps">.*?<\/ol>/s.exec(html)?.[0] ?? '';
  return list
    .split('<li')
    .slice(1)
    .map((step) => pageWords(`<li${step}`).trim());
}

function placesOf(html: string): number {
  return (/<ul class="seats">.*?<\/ul>/s.exec(html)?.[0].match(/<li/g) ?? []).length;
}

function wheelOf(html: string): string {
  return /<svg[^>]*class="wheel".*?<\/svg>/s.exec(html)?.[0] ?? '';
}

describe('the process', () => {
  test('ten steps: what is done, what is next, and the one without a date', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/k98');
    expect(status).toBe(200);
    const steps = stepsOf(text);
    expect(steps).toHaveLength(10);
    expect(steps[0]).toContain('19. nov. 2025 Tidsplan i direktionen');
    expect(steps[0]).toContain('Gennemført');
    expect(steps[1]).toContain('Næste skridt');
    expect(steps[8]).toBe('Uden dato Godkendelse');
    expect(steps[9]).toContain('Uge 9–11');
    expect(text).toContain('/moeder/2025-11/slide/51');
  });

  test('the page begins with the application deadline, and says that the orientation comes after the notice', async () => {
    const { get } = await buildTestApp();
    const words = pageWords((await get('/k98')).text);
    expect(words).toContain('Ansøgningsfrist til råd: 22. december 2025, om 28 dage.');
    expect(words).toContain(
      'Programmøde: Orienteringen om opslaget ligger efter den dag, opslaget sendes ud',
    );
  });

  test('a year later the dates have passed, and nobody claims that the steps were taken', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/k98');
    const steps = stepsOf(text);
    expect(steps.filter((step) => step.includes('Gennemført'))).toHaveLength(1);
    expect(steps.filter((step) => step.endsWith('Passeret'))).toHaveLength(8);
    expect(steps.filter((step) => step.includes('Næste skridt'))).toEqual([]);
    expect(pageWords(text)).toContain('Ansøgningsfristen til råd var 22. december 2025.');
  });

  test('the application’s fields and the six criteria; the ambiguous one as read, with what is not told', async () => {
    const words = pageWords((await (await buildTestApp()).get('/k98')).text);
    expect(words).toContain('5 linjer motivation (valgfrit)');
    for (const criterion of [
      'Alle fagområder er repræsenteret',
      'Diversitet i køn',
      'Pladsen er ikke personlig',
    ])
      expect(words).toContain(criterion);
    expect(words).toMatch(/Gengangere\s+Materialet siger ikke, om gengangere er ønsket eller skal undgås/);
  });

  test('the nine texts of the flow stand as read, without an invented level', async () => {
    const { text } = await (await buildTestApp()).get('/k98');
    const flow = /aria-labelledby="flow".*?<\/section>/s.exec(text)?.[0] ?? '';
    expect(flow.match(/<li/g)).toHaveLength(9);
    expect(flow).toContain('Niveau ikke oplyst');
    expect(flow).not.toMatch(/\((Bestyrelse|Porteføljeråd|Fagråd|KOMBIT)\)/);
  });

  test('what is asked, and whom to ask, kept out of search engines', async () => {
    const { text } = await (await buildTestApp()).get('/k98');
    expect(/<ul class="asks">.*?<\/ul>/s.exec(text)?.[0]).toContain('/moeder/2025-11/slide/44');
    expect(text).toContain('mailto:KSB@kombit.dk');
    expect(text).toContain('<meta name="robots" content="noindex">');
  });
});

describe('councils', () => {
  test.each([
    [
      'portefoeljeraad',
      '14 pladser + én forperson pr. fagråd (antal fagråd er ikke oplyst)',
      14,
      'Kommunaldirektør',
    ],
    ['fagraad', 'Mindst 8 pladser + evt. ATP', 9, 'Kommunal fagchef/fagdirektør'],
  ])('%s: the number of seats, one box to each, and its chair', async (slug, tally, boxes, chair) => {
    const { get } = await buildTestApp();
    const { status, text } = await get(`/k98/raad/${slug}`);
    expect(status).toBe(200);
    expect(pageWords(text).replace(/ ([.)])/g, '$1')).toContain(tally);
    expect(placesOf(text)).toBe(boxes);
    expect(text).not.toContain('seat-taken');
    expect(pageWords(text)).toContain(`: ${chair}.`);
    for (const kkr of ['Hovedstaden', 'Midtjylland', 'Nordjylland', 'Sjælland', 'Syddanmark'])
      expect(pageWords(text)).toContain(`KKR ${kkr}`);
  });

  test('the chosen municipality sees which seats are its own KKR’s', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/k98', { cookie: 'kommune=odense' });
    expect(pageWords(text).match(/KKR Syddanmark, jeres KKR/g)).toHaveLength(2);
  });

  test('an appointed person fills a box, and the page with names stays out of search engines', async () => {
    const app = await buildTestApp();
    expect((await app.get('/k98/raad/fagraad')).text).not.toContain('noindex');
    const [id] = app.db.$client
      .prepare("select id from seat where council_id = 'fagraad' order by position")
      .pluck()
      .all() as string[];
    edit(app.db, 'seat', id ?? '', { appointed: ['Anna Prøve'], municipalityId: '0461' });
    const { text } = await app.get('/k98/raad/fagraad');
    expect(text.match(/seat-taken/g)).toHaveLength(1);
    expect(pageWords(text)).toContain('Anna Prøve, Odense');
    expect(text).toContain('content="noindex"');
    expect(placesOf(text)).toBe(9);
  });

  test('an unknown council is not found', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/k98/raad/hemmeligt-raad');
    expect(status).toBe(404);
    expect(text).toContain('Rådet findes ikke');
  });
});

describe('the wheel', () => {
  test('is a draft whose 17 activities have no place: all are listed, none is drawn', async () => {
    const { get } = await buildTestApp();
    for (const path of ['/k98/aarshjul', '/k98']) {
      const { text } = await get(path);
      expect(text, path).toContain('UDKAST');
      expect(pageWords(text), path).toContain('Placering ikke oplyst (17)');
      expect(text, path).not.toMatch(/(måned|niveau) ikke oplyst\)/);
      expect(text.match(/id="aktivitet-/g), path).toHaveLength(17);
      const wheel = wheelOf(text);
      for (const level of ['KL', 'Bestyrelse', 'Porteføljeråd', 'Fagråd', 'KOMBIT'])
        expect(wheel).toContain(level);
      expect(wheel, path).not.toContain('<title>');
    }
  });

  test('draws an activity once an editor has given both its level and its months', async () => {
    const app = await buildTestApp();
    const find = app.db.$client.prepare('select id from wheel_entry where activity = ?').pluck();
    edit(app.db, 'wheel_entry', String(find.get('KØF')), { level: 'KL', fromMonth: 1, toMonth: 1 });
    edit(app.db, 'wheel_entry', String(find.get('Budget')), { level: 'PR' });
    const { text } = await app.get('/k98/aarshjul');
    expect(wheelOf(text).match(/<title>[^<]*/g)).toEqual(['<title>KL: KØF']);
    expect(pageWords(text)).toContain('Placering ikke oplyst (16)');
    expect(pageWords(text)).toContain('Budget (Porteføljeråd, måned ikke oplyst)');
    expect(pageWords(text)).toMatch(/KL\s+KØF\s+januar/);
  });
});

describe('as it stood', () => {
  test('on 19 November only the first step is known, and it is that day', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/k98?stand=2025-11-19');
    const steps = stepsOf(text);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toContain('I dag');
    expect(text).not.toContain('Porteføljeråd');
  });

  test('before all material the pages say so, and a council is not there yet', async () => {
    const { get } = await buildTestApp();
    expect((await get('/k98?stand=2025-03-01')).text).toContain('Intet om K98 på denne dato');
    expect((await get('/k98/aarshjul?stand=2025-03-01')).text).toContain('Intet om årshjulet på denne dato');
    expect((await get('/k98/raad/fagraad?stand=2025-03-01')).status).toBe(404);
  });
});
