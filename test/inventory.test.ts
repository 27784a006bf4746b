/** Does everything that the November material says stand on the page where a reader looks for it? */
import { describe, expect, test } from 'vitest';
import { AGREEMENT_ROWS } from '#test/inventory/agreements.ts';
import { ANOMALY_ROWS } from '#test/inventory/anomalies.ts';
import { CONTACT_AND_LINK_ROWS } from '#test/inventory/contacts-and-links.ts';
import { DUBU_AND_NIS2_ROWS } from '#test/inventory/dubu-and-nis2.ts';
import { ELECTION_ROWS } from '#test/inventory/elections.ts';
import { GUESS_ROWS } from '#test/inventory/guesses.ts';
import { K98_ROWS } from '#test/inventory/k98.ts';
import { KLIK_ROWS } from '#test/inventory/klik.ts';
import { MEETING_ROWS } from '#test/inventory/meeting.ts';
import { type GuessRow, type InventoryRow, MEETING } from '#test/inventory/row.ts';
import { SAPA_ROWS } from '#test/inventory/sapa.ts';
import { SEAT_ROWS } from '#test/inventory/seats.ts';
import { SIGNATURE_ROWS } from '#test/inventory/signatures.ts';
import { STS_ROWS } from '#test/inventory/sts.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords } from '#test/support/page-words.ts';

const SUBJECTS: [string, readonly InventoryRow[]][] = [
  ['meeting', MEETING_ROWS],
  ['KLIK tasks', KLIK_ROWS],
  ['agreements', AGREEMENT_ROWS],
  ['signatures', SIGNATURE_ROWS],
  ['DUBU and NIS2', DUBU_AND_NIS2_ROWS],
  ['tax data in SAPA', SAPA_ROWS],
  ['STS', STS_ROWS],
  ['elections', ELECTION_ROWS],
  ['K98', K98_ROWS],
  ['seats', SEAT_ROWS],
  ['contacts and links', CONTACT_AND_LINK_ROWS],
  ['anomalies', ANOMALY_ROWS],
];

/** Every number of the inventory. */
const IDS = [
  ...numbered('M-', 9, 2),
  ...numbered('K-', 13, 2),
  ...numbered('CO-', 3),
  ...numbered('AFT-', 19, 2),
  ...numbered('D-', 4, 2),
  ...numbered('T-', 5, 2),
  ...numbered('S-', 16, 2),
  ...numbered('N-', 2, 2),
  ...numbered('C-', 12, 2),
  ...numbered('ST-', 17, 2),
  ...numbered('V-', 18, 2),
  ...numbered('P-', 11),
  ...['P-ATP', 'P-KL', 'P-KOMBIT'],
  ...numbered('F-', 9),
  ...['K98-criteria', 'K98-application', 'K98-flow'],
  ...numbered('B-', 10),
  ...numbered('W-', 17, 2),
  ...numbered('CT-', 5),
  ...numbered('L-', 7),
  ...['A-02', 'A-08', 'A-12', 'A-13', 'A-25', 'A-32'],
];

/** How far apart two words may stand that belong together: a cell or two of a table. */
const NEAR = 80;

describe('the inventory of the November meeting', () => {
  test('has a row for every number', () => {
    const known = new Set(SUBJECTS.flatMap(([, rows]) => rows.map(({ id }) => id)));
    expect(IDS.filter((id) => !known.has(id))).toEqual([]);
  });

  test.each(SUBJECTS)('%s: the words stand there, and the slide leads to them', async (_subject, rows) => {
    const { get } = await buildTestApp();
    const faults: string[] = [];
    for (const row of rows) faults.push(...(await faultsOf(row, get)));
    expect(faults).toEqual([]);
  });

  test.each(GUESS_ROWS)('$id: nothing says $guess', async (row) => {
    expect(row.examples.filter((example) => !row.never.some((guess) => guess.test(example)))).toEqual([]);
    expect(row.never.filter((guess) => !row.examples.some((example) => guess.test(example)))).toEqual([]);
    const { get } = await buildTestApp();
    expect(await guessesOn(row, get)).toEqual([]);
  });
});

type Get = Awaited<ReturnType<typeof buildTestApp>>['get'];

interface Page {
  words: string;
  links: Set<string>;
}

const pages = new Map<string, Promise<Page>>();

/** What a reader sees between the header and the footer; each address is asked for once. */
function read(address: string, get: Get): Promise<Page> {
  const known = pages.get(address);
  if (known) return known;
  const page = get(address).then(({ status, text }) => {
    if (status !== 200) return { words: `answers ${status}`, links: new Set<string>() };
    const main = /<main\b.*<\/main>/s.exec(text)?.[0] ?? '';
    const links = [...main.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) => pageWords(href ?? ''));
    return { words: plain(pageWords(main)), links: new Set(links) };
  });
  pages.set(address, page);
  return page;
}

async function faultsOf({ id, address, words, links, slide }: InventoryRow, get: Get): Promise<string[]> {
  const page = await read(address, get);
  const missing = [
    ...words.filter((one) => !patternOf(one).test(page.words)).map((one) => `"${one}"`),
    ...(links ?? []).filter((one) => !page.links.has(one)).map((one) => `a link to ${one}`),
  ];
  if (!(await isLedToBySlide(address, page, slide, get))) missing.push(`a way from or to slide ${slide}`);
  return missing.map((one) => `${id} ${address} lacks ${one}`);
}

async function isLedToBySlide(address: string, page: Page, slide: number, get: Get): Promise<boolean> {
  const slidePage = `${MEETING}/slide/${slide}`;
  if (address === slidePage || page.links.has(slidePage)) return true;
  return (await read(slidePage, get)).links.has(address);
}

async function guessesOn({ id, addresses, never }: GuessRow, get: Get): Promise<string[]> {
  const said: string[] = [];
  for (const address of addresses) {
    const { words } = await read(address, get);
    for (const guess of never) {
      const found = guess.exec(words);
      if (found) said.push(`${id} ${address} says "${found[0]}"`);
    }
  }
  return said;
}

function patternOf(words: string): RegExp {
  const parts = plain(words)
    .split(' … ')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join(`.{0,${NEAR}}?`));
}

/** Dashes, hyphens and quotation marks are written in many ways and mean the same. */
function plain(text: string): string {
  return text
    .replace(/[–—‐‑]/g, '-')
    .replace(/[”“„]/g, '"')
    .replace(/[’‘]/g, "'");
}

function numbered(letters: string, count: number, digits = 1): string[] {
  return Array.from({ length: count }, (_, index) => `${letters}${String(index + 1).padStart(digits, '0')}`);
}
