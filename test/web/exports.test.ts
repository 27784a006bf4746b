import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { SheetCell } from '#src/formats/sheet.ts';
import { pageAddresses } from '#test/support/addresses.ts';
import { buildTestApp } from '#test/support/app.ts';
import { edit } from '#test/support/edit.ts';
import { readListFile } from '#test/support/list-file.ts';
import { pageWords } from '#test/support/page-words.ts';

/** A list: its page, its file without ending, which column is compared, and how the page prints that. */
interface List {
  page: string;
  file: string;
  column: string;
  printed: RegExp;
}

const ROW_LINK = /<th scope="row"><a [^>]*>(?:<span class="narrow-inline">.*?<\/span>)?(.*?)<\/a>/g;
const ROW_HEAD = /<th scope="row">(.*?)(?:<span class="line|<\/th>)/g;
const DEADLINE = /<th scope="row"><a [^>]*>(.*?)<\/a>|class="deadline-title"[^>]*>(.*?)<\/a>/g;

const LISTS: List[] = [
  ...[
    '/frister',
    '/frister?kommune=odense',
    '/frister?status=alle',
    '/frister?type=aftale&loesning=sapa&status=alle',
    '/frister?kommune=struer&status=alle&fra=2025-12-01&til=15.1.2026',
    '/frister?type=arrangement&fra=2027-01-01',
    '/frister?stand=2025-11-19',
    '/frister?stand=2025-03-01',
  ].map((page) => ({
    page,
    file: page.replace('/frister', '/frister$'),
    column: 'opgave',
    printed: ROW_LINK,
  })),
  at('/aftaler', 'løsning', ROW_LINK),
  at('/aftaler', 'aftale', /<th scope="row"><a [^>]*>.*?<\/a><span class="line muted">(.*?)<\/span>/g),
  at('/aftaler?stand=2025-11-19', 'løsning', ROW_LINK),
  at('/aftaler/tre-datastandarder', 'kommune', ROW_LINK),
  at('/aftaler/tre-datastandarder', 'status', /<td class="status tone-[^>]*>(.*?)<\/td>/g),
  at('/klik', 'opgave', /<th scope="row"><span class="line muted">.*?<\/span><a [^>]*>(.*?)<\/a>/g),
  at('/kommuner', 'kommune', /municipality-names.*?<\/ul>/g),
  at('/kommuner?kkr=syddanmark', 'kommune', /municipality-names.*?<\/ul>/g),
  at('/kommuner/odense', 'opgave', DEADLINE),
  at('/kommuner/struer?stand=2025-11-19', 'opgave', DEADLINE),
  at('/loesninger', 'løsning', ROW_LINK),
  {
    page: '/loesninger/sapa',
    file: '/loesninger/sapa/trin$',
    column: 'hvad',
    printed: /numbered-steps.*?<\/ol>/g,
  },
  {
    page: '/loesninger/sapa',
    file: '/loesninger/sapa/adgange$',
    column: 'adgang',
    printed: /rows rows-cards accesses.*?<\/table>/g,
  },
  at('/loesninger/sapa', 'titel', /side-dates.*?<\/ol>/g),
  at('/loesninger/faelleskommunal-infrastruktur?stand=2025-11-19', 'titel', /side-dates.*?<\/ol>/g),
  at('/moeder', 'møde', /<h2><a [^>]*>(.*?)<\/a>/g),
  at('/moeder/2025-11', 'titel', ROW_LINK),
  { page: '/k98', file: '/k98/bemanding$', column: 'hvad', printed: /<b class="number">[^<]*<\/b>([^<]*)/g },
  { page: '/k98', file: '/k98/pladser$', column: 'plads', printed: /<ul class="seats">.*?<\/ul>/g },
  at('/k98/aarshjul', 'aktivitet', /<li id="aktivitet-[^>]*>(.*?)(?: <span class="muted">|<\/li>)/g),
  at('/k98/raad/portefoeljeraad', 'plads', ROW_HEAD),
  at('/sts', 'fase', /class="rows rows-cards sts-plan".*?<\/table>/g),
  at('/ordliste', 'ord', /<dt>(.*?)(?: <span class="muted">|<\/dt>)/g),
];

/** Nothing fits the filter, or nothing was known yet: a file with headings alone. */
const EMPTY = new Set(['/frister?type=arrangement&fra=2027-01-01', '/frister?stand=2025-03-01']);

describe('a list and its file', () => {
  test.each(LISTS)(
    '$page, $column: the same rows in the same order',
    async ({ page, file, column, printed }) => {
      const { app, get } = await buildTestApp();
      const html = (await get(page)).text;
      const shown = titlesOn(html, printed, column);
      const rows = await readListFile(app, file.replace('$', '.xlsx'));
      const exported = rows.map((row) => clean(String(row[column] ?? '')));
      expect(exported.length > 0).toBe(!EMPTY.has(page));
      // On a municipality's page the solution stands before some titles; in the file it has a column.
      expect(exported).toEqual(
        shown.map((title, i) => (title.endsWith(`: ${exported[i]}`) ? exported[i] : title)),
      );
    },
  );

  test('a page that links to a file is among them', async () => {
    const { db, get } = await buildTestApp();
    const known = new Set(LISTS.map(({ file }) => kindOf(file.replace('$', ''))));
    const linked = new Set<string>();
    for (const { path } of pageAddresses(db)) {
      const { text } = await get(path);
      for (const [, href = ''] of text.matchAll(/href="([^"]+)\.xlsx[^"]*"/g)) linked.add(kindOf(href));
      expect(text.match(/\.xlsx/g)?.length ?? 0, path).toBe(
        2 * (text.match(/href="[^"]+\.csv/g)?.length ?? 0),
      );
    }
    expect([...linked].sort()).toEqual([...known].sort());
  });
});

describe('both kinds of file', () => {
  test('say the same', async () => {
    const { app } = await buildTestApp();
    for (const file of ['/frister$?kommune=odense', '/aftaler$', '/klik$', '/loesninger$']) {
      const [xlsx, csv] = await Promise.all(
        ['.xlsx', '.csv'].map((end) => readListFile(app, file.replace('$', end))),
      );
      expect(csv?.map(asText), file).toEqual(xlsx?.map(asText));
    }
  });

  test('are downloads with a name and a day, for nobody to sniff or to index', async () => {
    const { get } = await buildTestApp();
    const csv = await get('/frister.csv?kommune=odense&stand=2025-11-19');
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="frister-for-odense-2025-11-19.csv"',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    const page = await get('/frister');
    expect(csv.headers['cache-control']).toBe(page.headers['cache-control']);
  });

  test('the links of a page carry its filters and its day', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/frister?type=klik&kommune=odense&stand=2025-11-19');
    expect(text).toContain('href="/frister.xlsx?type=klik&amp;kommune=odense&amp;stand=2025-11-19"');
    expect(text).toContain('href="/frister.csv?type=klik&amp;kommune=odense&amp;stand=2025-11-19"');
  });

  test('a filter, a day or a name that is wrong is told as on the page', async () => {
    const { get } = await buildTestApp();
    expect((await get('/frister.csv?type=intet')).status).toBe(422);
    expect((await get('/frister.xlsx?stand=2031-01-01')).status).toBe(422);
    expect((await get('/aftaler/findes-ikke.xlsx')).status).toBe(404);
    expect((await get('/kommuner/findes-ikke.csv')).status).toBe(404);
    expect((await get('/frister.pdf')).status).toBe(404);
  });

  test('a short address of the asks leads to their file', async () => {
    const { get } = await buildTestApp();
    const { status, headers } = await get('/opgaver.csv?stand=2025-11-24');
    expect([status, headers.location]).toEqual([302, '/frister.csv?type=opgave&status=alle']);
  });

  test('the municipality that was chosen before counts in the file as on the page', async () => {
    const { get } = await buildTestApp();
    const { headers } = await get('/frister.csv', { cookie: 'kommune=odense' });
    expect(headers['content-disposition']).toContain('frister-for-odense');
  });
});

describe('what stands in a file', () => {
  test('a date is first day, last day and the words of the source, and days are days in the workbook', async () => {
    const { app } = await buildTestApp();
    const rows = await readListFile(app, '/frister.xlsx?status=alle');
    expect(rows.find((row) => row.kildens_ordlyd === 'Medio dec.2025')).toMatchObject({
      frist: '11.–20. dec. 2025',
      frist_fra: { day: '2025-12-11' },
      frist_til: { day: '2025-12-20' },
    });
    expect(rows.filter((row) => row.frist === 'Uafklaret').every((row) => row.frist_fra === null)).toBe(true);
  });

  test('status in words, meeting and slide, and the whole address with the day that was shown', async () => {
    const { app } = await buildTestApp();
    const rows = await readListFile(app, '/frister.csv?kommune=odense&stand=2025-11-23');
    expect(
      rows.find((row) => row.opgave === 'Tilslutningsaftale om tre begrebs- og datastandarder'),
    ).toMatchObject({
      status: 'Mangler',
      kilde: 'Nov. 2025, slide 5',
      adresse: 'http://127.0.0.1:3000/aftaler/tre-datastandarder?stand=2025-11-23',
    });
    expect(new Set(rows.map((row) => row.status))).toContain('Ikke opgjort');
  });

  test('all 98 signatures with code, day of the count and source; 15 have signed', async () => {
    const { app } = await buildTestApp();
    const rows = await readListFile(app, '/aftaler/tre-datastandarder.xlsx');
    expect(rows).toHaveLength(98);
    expect(rows.filter((row) => row.status === 'Underskrevet')).toHaveLength(15);
    expect(rows.find((row) => row.kommune === 'Odense')).toMatchObject({
      kommunekode: '0461',
      status: 'Mangler',
      underskrevet: null,
      opgjort: { day: '2025-11-20' },
      kilde: 'Nov. 2025, slide 9',
    });
  });

  test('an agreement that nobody has counted has 98 rows that say so', async () => {
    const { app, db } = await buildTestApp();
    const id = db.$client
      .prepare("select id from agreement where solution_id = 'flis'")
      .pluck()
      .get() as string;
    const rows = await readListFile(app, `/aftaler/${id}.csv`);
    expect(rows).toHaveLength(98);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['Ikke opgjort']));
  });

  test('a second sheet says what it is: the filter, the day, the page', async () => {
    const { app } = await buildTestApp();
    const { rawPayload } = await app.inject('/frister.xlsx?kommune=odense&type=klik&stand=2025-11-19');
    const { sheets } = await readXlsx(rawPayload);
    const about = Object.fromEntries((sheets[1]?.rows ?? []) as [string, string][]);
    expect(sheets.map(({ name }) => name)).toEqual(['Frister for Odense', 'Om regnearket']);
    expect(about['Stand pr.']).toBe('19. november 2025');
    expect(about.Valg).toContain('Kommune: Odense. Type: KLIK-opgaver. Løsning: Alle løsninger');
    expect(about.Siden).toBe('http://127.0.0.1:3000/frister?kommune=odense&type=klik&stand=2025-11-19');
    expect(about.Rækker).toBe(String((sheets[0]?.rows.length ?? 0) - 1));
  });

  test.each([
    '=HYPERLINK("https://example.com")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
  ])('a text like %j is no formula in any file', async (formula) => {
    const { app, db } = await buildTestApp();
    edit(db, 'task', 'rolle-4-telefonnumre', { title: formula });
    edit(db, 'agreement', 'tre-datastandarder', { name: formula, recipientsRaw: formula });
    edit(db, 'solution', 'sapa', { name: formula, summary: formula });
    for (const file of ['/frister', '/klik', '/aftaler', '/loesninger', '/kommuner/odense', '/kommuner']) {
      const csv = (await app.inject(`${file}.csv`)).body.replace('\ufeff', '');
      const cells = csv.split(/;|\r\n/).map((cell) => cell.replace(/^"/, ''));
      expect(
        cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)),
        file,
      ).toEqual([]);
      const { sheets } = await readXlsx((await app.inject(`${file}.xlsx`)).rawPayload, {
        readStyles: true,
      });
      const formulas = [...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined);
      expect(formulas, file).toEqual([]);
    }
  });
});

function at(page: string, column: string, printed: RegExp): List {
  const [path = '', query] = page.split('?');
  return { page, file: `${path}$${query ? `?${query}` : ''}`, column, printed };
}

/** What the page prints of a column, in order. A pattern without a group finds the piece of the page that holds it. */
function titlesOn(html: string, printed: RegExp, column: string): string[] {
  const flat = html.replace(/\n/g, ' ');
  const hits = [...flat.matchAll(printed)];
  const isPiece = !printed.source.replace(/\(\?:/g, '').includes('(');
  const found = isPiece
    ? hits.flatMap(([piece]) => [...piece.matchAll(PIECE[column] ?? /$^/g)].map((hit) => hit[1] ?? ''))
    : hits.map((hit) => hit[1] ?? hit[2] ?? '');
  return found.map((title) => clean(pageWords(title)));
}

const PIECE: Record<string, RegExp> = {
  kommune: /<a [^>]*>(.*?)<\/a>/g,
  hvad: /<h3>(.*?)<\/h3>/g,
  adgang: /<th scope="row">(.*?)(?:<span class="line|<\/th>)/g,
  plads: /<b>(.*?)<\/b>/g,
  titel: /<li><a [^>]*>(.*?)<\/a>/g,
  fase: /<th scope="row">(.*?)<\/th>/g,
};

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function asText(row: Record<string, SheetCell>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([heading, cell]) => [
      heading,
      cell === null ? '' : String(typeof cell === 'object' ? cell.day : cell),
    ]),
  );
}

/** One address of a kind stands for all: `/kommuner/odense` for every municipality. */
function kindOf(address: string): string {
  return (address.split('?')[0] ?? '').replace(
    /^\/(aftaler|kommuner|loesninger|moeder|k98\/raad)\/[^/]+$/,
    '/$1/*',
  );
}
