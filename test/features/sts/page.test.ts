import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { edit } from '#test/support/edit.ts';
import { fuzzy } from '#test/support/fuzzy.ts';
import { pageWords } from '#test/support/page-words.ts';

const UNDATED = [
  '1:1 Transition til ny driftsplatform',
  '1:1 Transition til ny applikationsleverandør',
  'NSIS',
  'Modernisering',
];

/** The drawing of the plan, and the table of the plan. */
function planOf(html: string): { picture: string; table: string } {
  return {
    picture: /<svg[^>]*aria-label="Foreløbig tidsplan.*?<\/svg>/s.exec(html)?.[0] ?? '',
    table: /<table class="[^"]*sts-plan.*?<\/table>/s.exec(html)?.[0] ?? '',
  };
}

describe('the plan', () => {
  test('tells when the tenders were published and, in the words of the source, when contracts are expected', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/sts');
    expect(status).toBe(200);
    const { picture, table } = planOf(text);
    for (const words of [
      '10.10.2025',
      '31.10.2025',
      'senest juni 2026 (før sommerferien)',
      'efter sommerferien 2026',
    ])
      expect(pageWords(table)).toContain(words);
    expect(picture).toContain('Udbud: Fælles Driftsplatform');
    expect(table).toContain('Start sikker, slut usikker');
    expect(text).toContain('/moeder/2025-11/slide/27');
  });

  test('draws no phase without a date, and names each of them as such', async () => {
    const { get } = await buildTestApp();
    const { picture, table } = planOf((await get('/sts')).text);
    for (const title of UNDATED) {
      expect(picture, title).not.toContain(title);
      expect(pageWords(table), title).toContain(`${title} Ingen dato i materialet`);
    }
    expect((await get('/sts')).text).toContain('Ingen dato i materialet, derfor ikke tegnet:');
  });

  test('draws a phase from the day an editor dates it', async () => {
    const app = await buildTestApp();
    edit(app.db, 'sts_phase', 'nsis', {
      date: fuzzy('2026-09-01', '2026-12-31', 'range', 'september-december'),
    });
    const { picture, table } = planOf((await app.get('/sts')).text);
    expect(picture).toContain('NSIS');
    expect(pageWords(table)).not.toContain('NSIS Ingen dato');
  });

  test('a contract that was expected by now is not said to be made', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { table } = planOf((await get('/sts')).text);
    expect(table.match(/Materialet siger ikke, om kontrakten er indgået/g)).toHaveLength(2);
  });
});

describe('the rest of the theme', () => {
  test('asks nothing: for information, with slide 20', async () => {
    const { text } = await (await buildTestApp()).get('/sts');
    const asks = /<ul class="asks">.*?<\/ul>/s.exec(text)?.[0] ?? '';
    expect(asks).toContain('til orientering');
    expect(asks).toContain('/moeder/2025-11/slide/20');
  });

  test('the transition has four columns, its cells as read, and says how sure it is', async () => {
    const { text } = await (await buildTestApp()).get('/sts');
    const table = /<table class="rows sts-transition">.*?<\/table>/s.exec(text)?.[0] ?? '';
    expect(pageWords(/<thead>.*?<\/thead>/s.exec(table)?.[0] ?? '').trim()).toBe(
      'Lag I dag Transition til Driftsplatform Transition af Applikationen Moderniseringsprojekt',
    );
    for (const cell of ['KMD + Aeven', '1:1 Middleware til STS', 'Evt. Moderniseret Infrastruktur'])
      expect(pageWords(table)).toContain(cell);
    expect(text).toContain('Figuren er læst med lav sikkerhed');
  });

  test('layers stand under their contract', async () => {
    const { text } = await (await buildTestApp()).get('/sts');
    const contracts = pageWords(
      /<div class="sts-contracts">.*?<\/ul>\s*<\/div>\s*<\/div>/s.exec(text)?.[0] ?? '',
    );
    expect(contracts.trim()).toBe(
      'STS Applikationsudvikling Applikationsvedligeholdelse Applikationsdrift Driftsplatform Platform as a Service Infrastructure as a Service',
    );
  });

  test('which of the twelve components are support systems is not told, until an editor says so', async () => {
    const app = await buildTestApp();
    const before = (await app.get('/sts')).text;
    expect(before).toContain('Ikke oplyst, hvilke der er Støttesystemer');
    for (const name of ['Serviceplatformen', 'Ydelsesindeks', 'Helhedsorienteret indsats'])
      expect(pageWords(before)).toContain(name);
    edit(app.db, 'sts_component', 'ydelsesindeks', { isSts: true });
    const after = pageWords((await app.get('/sts')).text);
    expect(after).toContain('Støttesystemer Ydelsesindeks');
  });

  test('eight goals, the chain to the tasks, and whom to ask, kept out of search engines', async () => {
    const { text } = await (await buildTestApp()).get('/sts');
    const words = pageWords(text);
    expect(words).toContain('1. Stabilitet og sikker drift');
    expect(words).toContain('8. Datadrevet styring og udvikling');
    expect(/<ol class="chain">.*?<\/ol>/s.exec(text)?.[0].match(/<li>/g)).toHaveLength(6);
    expect(text).toContain('mailto:SKL@kombit.dk');
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).toContain('href="/loesninger/faelleskommunal-infrastruktur"');
  });
});

describe('as it stood', () => {
  test('on 15 October only the platform was out for tender', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/sts?stand=2025-10-15');
    expect(status).toBe(200);
    const { picture, table } = planOf(text);
    expect(pageWords(table)).toContain('10.10.2025');
    expect(picture).toContain('Udbud: Fælles Driftsplatform');
    expect(text).not.toContain('Applikationsdelen');
    expect(text).not.toContain('sommerferien');
    expect(text).toContain('/moeder/2025-11/slide/27?stand=2025-10-15');
  });

  test('before the first tender the page says that nothing is told yet', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/sts?stand=2025-03-01');
    expect(status).toBe(200);
    expect(text).toContain('Intet om genudbuddet på denne dato');
    expect(planOf(text)).toEqual({ picture: '', table: '' });
  });
});
