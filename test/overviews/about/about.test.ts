import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { buildApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import { loadGlossary } from '#src/core/glossary/glossary.ts';
import { buildTestApp } from '#test/support/app.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

describe('Ordliste', () => {
  test('every term stands there with its sentence, at the address that links lead to', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/ordliste');
    expect(status).toBe(200);
    const missing = loadGlossary().entries.filter(
      (entry) => !text.includes(`id="${entry.anchor}"`) || !words(text).includes(entry.sentence),
    );
    expect(missing.map((entry) => entry.term)).toEqual([]);
  });

  test('the letters follow the Danish alphabet and lead to their terms', async () => {
    const { text } = await (await buildTestApp()).get('/ordliste');
    const letters = [...text.matchAll(/<a href="#(bogstav-[^"]+)">([^<]+)<\/a>/g)];
    expect(letters.map((match) => match[2]).join('')).toMatch(/^0-9ABC.*VYØÅ$/);
    expect(letters.filter((match) => !text.includes(`id="${match[1]}"`))).toEqual([]);
  });

  test('no term leads to the page that it is already on', async () => {
    const { text } = await (await buildTestApp()).get('/ordliste');
    expect(text).not.toContain('class="term"');
  });

  test('a solution is one click away and keeps the day that is shown', async () => {
    const { get } = await buildTestApp();
    expect((await get('/ordliste?stand=2025-11-19')).text).toContain('/loesninger/dubu?stand=2025-11-19"');
  });
});

describe('Data og kilder', () => {
  test('words of the source stand beside what the portal reads them as', async () => {
    const { text } = await (await buildTestApp()).get('/data-og-kilder');
    expect(words(text)).toContain('Medio/ultimo dec” 11.–31. december 2025');
    expect(words(text)).toContain('dec-25” 1.–31. december 2025 Hele måneden, ikke den 25.');
    expect(words(text)).toContain('primo 2026” 1. januar–31. marts 2026 Portalens valg');
    expect(words(text)).toContain('Uafklaret” Uafklaret');
    expect(words(text)).toContain('(tomt felt) Ikke oplyst');
  });

  test('what looks wrong in the source and what awaits an answer is listed, each with its slide', async () => {
    const { text } = await (await buildTestApp()).get('/data-og-kilder');
    const [, questions = '', remarks = ''] = text.split(/id="(?:afventer|bemaerkninger)"/);
    expect(words(remarks)).toContain('Modtagerne på rækkerne KSD og KY ser ud til at være byttet om.');
    expect(remarks).toContain('/moeder/2025-11/slide/6"');
    expect(words(questions)).toContain('Materialet forklarer ikke, hvad DBS er.');
    expect(questions).toContain('/moeder/2025-11/slide/18"');
  });

  test('before the meeting there is nothing to remark', async () => {
    const { text } = await (await buildTestApp()).get('/data-og-kilder?stand=2025-03-01');
    expect(words(text)).not.toContain('DBS');
    expect(words(text)).toContain('Intet på den dag');
  });

  test('those whose work is used are named with their licences', async () => {
    const { text } = await (await buildTestApp()).get('/data-og-kilder');
    for (const named of ['Martin Polley', 'SIL Open Font License 1.1', 'Apache License 2.0', 'AS IS'])
      expect(words(text)).toContain(named);
    expect(text).toContain('href="/api/v1/openapi.json"');
  });
});

describe('Privatliv', () => {
  test('the cookie it names is the one that the portal reads', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/privatliv', { cookie: 'kommune=odense' });
    expect(text).toContain('<code>kommune</code>');
    expect(text).toContain('Odense Kommune');
  });

  test('it tells how many people the portal names', async () => {
    const { get, db } = await buildTestApp();
    const named = db.$client.prepare("select count(*) from contact where name <> ''").pluck().get();
    expect(words((await get('/privatliv')).text)).toContain(`arbejdsmail på ${named} medarbejdere`);
  });

  test('as it says, the log has path and address and not what was searched for', async () => {
    let log = '';
    const logStream = new Writable({
      write(chunk, _encoding, done) {
        log += String(chunk);
        done();
      },
    });
    const app = await buildApp({
      config: readConfig({ LOG_LEVEL: 'info' }),
      db: seededDatabase(),
      clock: makeClock(MEETING_DAY),
      logStream,
    });
    await app.inject('/soeg?q=hemmeligt');
    await app.close();
    expect(log).toContain('"path":"/soeg"');
    expect(log).toContain('"ip":"127.0.0.1"');
    expect(log).not.toContain('hemmeligt');
  });
});

test('the accessibility statement says that it is a draft, how to write, and that no telephone is given', async () => {
  const { status, text } = await (await buildTestApp()).get('/was');
  expect(status).toBe(200);
  expect(words(text)).toMatch(/Udkast, skrevet til version \d/);
  expect(text).toContain('href="mailto:programleder@kombit.dk"');
  expect(words(text)).toContain('Telefon Ikke oplyst endnu');
});

/** What a reader sees of the page's content or of a part of it, in one line. */
function words(html: string): string {
  const content = html.split('<main').at(-1)?.split('</main>')[0] ?? '';
  return content
    .replace(/<\/?(?:a|b|code)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(rdquo|quot|raquo|laquo|amp);/g, (_, name: string) => MARKS[name] ?? '')
    .replace(/\s+/g, ' ');
}

const MARKS: Record<string, string> = { rdquo: '”', quot: '"', raquo: '»', laquo: '«', amp: '&' };
