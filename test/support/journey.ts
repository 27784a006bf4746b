/** Two people at the portal in a real browser, and what each page they come to is held against. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { deliverDue } from '#src/core/mail/deliver.ts';
import { transportTo } from '#test/core/mail/support.ts';
import { buildTestApp, type TestApp } from './app.ts';
import { type Arrived, type MailServer, startMailServer } from './mail-server.ts';
import { overflow, violations } from './page-faults.ts';
import { pageWords } from './page-words.ts';

/** The asks of the municipality's own page, whether their group is folded or not. */
const ASKS = `[...document.querySelectorAll('[aria-labelledby="opgaver"] li, [aria-labelledby="besvaret"] li')].map((row) => ({
  group: row.closest('details')?.id ?? 'forude',
  key: new URL(row.querySelector('.deadline-title').href).searchParams.get('opgave'),
  kind: row.querySelector('.deadline-meta span').textContent.split(/[, ]/)[0],
  days: (([, ahead, past]) => (past ? -past : Number(ahead)))(
    /om (\\d+) dage|(\\d+) dage siden/.exec(row.querySelector('.deadline-relative')?.textContent ?? '') ?? [],
  ),
}))`;

/** One ask of the page. */
export interface ShownAsk {
  /** forude, passeret, uden-frist, ikke-udsendt, loest, ikke-relevant */
  group: string;
  /** "task/valg-ean-nummer" */
  key: string;
  /** "KLIK", "Aftale", "Opgave", "Milepæl", "Råd", "Arrangement" */
  kind: string;
  /** Until the date, negative when it has passed; NaN where the page tells none. */
  days: number;
}

export interface Journey {
  portal: TestApp;
  origin: string;
  server: MailServer;
  /** Who is invited, and the admin of KOMBIT; each in a browser of their own. */
  leader: Page;
  kombit: Page;
  context: BrowserContext;
  /** An address of the portal as a mail or a calendar has it, where this portal listens. */
  here: (address: string) => string;
  /** Holds the page against the rules, under the name of the step. */
  look: (page: Page, step: string) => Promise<void>;
  /** What the rules found, "step: fault". */
  faults: string[];
  /** Sends what waits. @returns the newest mail that has come to the address */
  mailTo: (address: string) => Promise<Arrived>;
}

export async function beginJourney(
  browser: Browser,
  { width, javaScriptEnabled, now }: { width: number; javaScriptEnabled: boolean; now: Date },
): Promise<Journey> {
  const server = await startMailServer();
  const portal = await buildTestApp({ today: now.toISOString().slice(0, 10), now: () => now });
  const origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
  const options = { viewport: { width, height: 800 }, javaScriptEnabled };
  const context = await browser.newContext(options);
  const offices = await browser.newContext(options);
  const value = portal.as('admin').cookies.get('portal') ?? '';
  await offices.addCookies([{ name: 'portal', value, url: origin }]);
  const faults: string[] = [];
  return {
    portal,
    origin,
    server,
    context,
    leader: await context.newPage(),
    kombit: await offices.newPage(),
    faults,
    here: (address) => origin + new URL(address).pathname + new URL(address).search,
    async look(page, step) {
      const found = await overflow(page);
      if (javaScriptEnabled) found.push(...(await violations(page)));
      faults.push(...found.map((one) => `${step}: ${one}`));
    },
    async mailTo(address) {
      await deliverDue(portal.db, transportTo(server.url), () => now);
      const mail = server.arrived.findLast(({ envelope }) => envelope.to.includes(address));
      if (!mail) throw new Error(`No mail has come to ${address}`);
      return mail;
    },
  };
}

/** What the municipality's own page lists just now. */
export async function asksShown({ leader, origin }: Journey): Promise<ShownAsk[]> {
  await leader.goto(`${origin}/kommuner/odense`);
  return leader.evaluate<ShownAsk[]>(ASKS);
}

export function groupOf(asks: readonly ShownAsk[], key: string): string | undefined {
  return asks.find((one) => one.key === key)?.group;
}

/** Those that the page counts as open. */
export function openOf(asks: readonly ShownAsk[]): ShownAsk[] {
  return asks.filter(({ group }) => ['forude', 'passeret', 'uden-frist'].includes(group));
}

/** How much a first mail tells under each heading, counted on the page. */
export function firstMailAbout(asks: readonly ShownAsk[]): Record<string, number> {
  const isAsk = ({ kind }: ShownAsk) => ['KLIK', 'Aftale', 'Opgave'].includes(kind);
  // A day to know of is told three weeks before it, an event one week, in the last mail that comes in time.
  const isSoon = ({ kind, days }: ShownAsk) => days <= (kind === 'Arrangement' ? 13 : 27);
  // What has been over for that long is no news.
  const isOver = ({ kind, days }: ShownAsk) => days < (kind === 'Aftale' ? -42 : -28);
  const open = openOf(asks);
  return {
    Nyt: open.filter((one) => isAsk(one) && !isOver(one)).length,
    'Frist snart': open.filter((one) => !isAsk(one) && isSoon(one)).length,
    'På vej, ikke udsendt endnu': asks.filter(({ group }) => group === 'ikke-udsendt').length,
  };
}

/** The titles of a list of deadlines, in its order. */
export function titlesIn(html: string): string[] {
  const links = html.replace(/\n/g, ' ').matchAll(/<th scope="row"><a [^>]*>(.*?)<\/a>/g);
  return [...links].map(([, title = '']) =>
    pageWords(title.replace(/<span class="narrow-inline">.*?<\/span>/, '')),
  );
}

/** As a program reads it that is signed in nowhere. @throws Error when it is not there */
export async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  return answer.text();
}
