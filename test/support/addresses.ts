import type { BrowserContext, Page } from 'playwright-core';
import { openSession } from '#src/core/access/sessions.ts';
import type { Db } from '#src/db/client.ts';
import { addActor, CAST, type CastName } from './cast.ts';

export interface PageAddress {
  /** File name of the picture. */
  name: string;
  path: string;
  /** Who has signed in; a reader without an account when absent. */
  as?: CastName;
  /** What is done on the page before it is looked at. */
  first?: (page: Page) => Promise<unknown>;
}

/** Opens an address in a browser as the one who is meant to see it. */
export async function openAddress(
  context: BrowserContext,
  origin: string,
  db: Db,
  { path, as, first }: PageAddress,
): Promise<Page> {
  if (as) {
    addActor(db, CAST[as]);
    const { id } = openSession(
      db,
      { accountId: CAST[as].id, method: 'password', device: 'Test' },
      new Date(),
    );
    await context.addCookies([{ name: 'portal', value: id, url: origin }]);
  }
  const page = await context.newPage();
  await page.goto(origin + path);
  await first?.(page);
  return page;
}

/**
 * One address of every kind of page, and of each kind the ones that differ: what the browser visits and the
 * screenshots show.
 */
export function pageAddresses(db: Db): PageAddress[] {
  const ids = (sql: string) => db.$client.prepare(sql).pluck().all() as string[];
  const noteTasks = ids('select distinct task_id from task_note_target order by 1');
  return [
    { name: '01-overblik', path: '/' },
    { name: '01-overblik-odense', path: '/?kommune=odense' },
    { name: '02-frister', path: '/frister' },
    { name: '02-frister-odense', path: '/frister?kommune=odense' },
    { name: '02-frister-ingen', path: '/frister?type=arrangement&fra=2027-01-01' },
    { name: '03-klik', path: '/klik' },
    ...[...new Set(['rolle-4-telefonnumre', ...noteTasks])].map((id) => ({
      name: `03-klik-${id}`,
      path: `/klik/${id}`,
    })),
    { name: '04-aftaler', path: '/aftaler' },
    { name: '05-aftale-tre-datastandarder', path: '/aftaler/tre-datastandarder' },
    ...ids("select id from agreement where solution_id in ('ksd', 'eessi', 'aula', 'flis') order by id").map(
      (id) => ({
        name: `05-aftale-${id}`,
        path: `/aftaler/${id}`,
      }),
    ),
    { name: '07-kommuner', path: '/kommuner' },
    { name: '07-kommune-odense', path: '/kommuner/odense' },
    { name: '07-kommune-egen', path: '/kommuner/odense', as: 'odense' },
    {
      name: '07-kommune-egen-svaret',
      path: '/kommuner/odense',
      as: 'odense',
      first: async (page) => {
        // Looked at twice, wide and narrow: what was answered the first time is answered.
        const kmd = page.locator('button[name=svar][value=kmd]').first();
        if (await kmd.isVisible()) await kmd.click();
        await page.locator('#forude ~ ul button').first().click();
        for (const summary of await page.locator('#loest > summary, #ikke-relevant > summary').all())
          await summary.click();
      },
    },
    // What was answered above, as KOMBIT corrects it.
    { name: '07-bruger-ret', path: '/redaktion/svar/odense/bruger?spoergsmaal=eg-kmd', as: 'staff' },
    { name: '01-overblik-egen', path: '/', as: 'odense' },
    { name: '02-frister-egen', path: '/frister', as: 'odense' },
    { name: '07-kommune-set-af-kombit', path: '/kommuner/odense', as: 'staff' },
    { name: '07-svar', path: '/kommuner/odense/svar?opgave=task%2Frolle-4-telefonnumre', as: 'odense' },
    { name: '07-kontakter', path: '/kommuner/odense/kontakter', as: 'odense' },
    {
      name: '07-kontakter-kontakt',
      path: '/kommuner/odense/kontakter/ret?rolle=system-owner&loesning=sapa',
      as: 'odense',
      first: async (page) => {
        await page.fill('#navn', 'Sune System');
        await page.fill('#mail', 'sune@odense.test');
        await page.click('text=Gem kontakt');
      },
    },
    { name: '07-kontakter-overdrag', path: '/kommuner/odense/kontakter/overdrag', as: 'odense' },
    { name: '03-klik-egen', path: '/klik/rolle-4-telefonnumre', as: 'odense' },
    { name: '05-aftale-egen', path: '/aftaler/tre-datastandarder', as: 'odense' },
    { name: '07-kommune-struer', path: '/kommuner/struer' },
    { name: '11-udskrift-odense', path: '/kommuner/odense/udskrift' },
    { name: '11-udskrift-sapa', path: '/loesninger/sapa/udskrift' },
    { name: '08-sts', path: '/sts' },
    { name: '09-k98', path: '/k98' },
    { name: '09-k98-aarshjul', path: '/k98/aarshjul' },
    ...ids('select id from council order by position').map((id) => ({
      name: `09-k98-raad-${id}`,
      path: `/k98/raad/${id}`,
    })),
    { name: '20-loesninger', path: '/loesninger' },
    ...[
      'sapa',
      'valg',
      'dubu',
      'nis2',
      'k98',
      'k-aftalen',
      'fbs',
      'klik',
      'fki-sts',
      'faelleskommunal-infrastruktur',
    ].map((id) => ({
      name: `20-loesning-${id}`,
      path: `/loesninger/${id}`,
    })),
    { name: '21-moeder', path: '/moeder' },
    { name: '21-moede', path: '/moeder/2025-11' },
    { name: '21-moede-aendringer', path: '/moeder/2025-11/aendringer' },
    ...[1, 4, 9, 15, 38, 47].map((number) => ({
      name: `21-slide-${number}`,
      path: `/moeder/2025-11/slide/${number}`,
    })),
    { name: '22-soeg', path: '/soeg?q=sapa' },
    { name: '22-soeg-intet', path: '/soeg?q=koebnhavn' },
    { name: '23-ordliste', path: '/ordliste' },
    { name: '24-was', path: '/was' },
    { name: '24-privatliv', path: '/privatliv' },
    { name: '24-data-og-kilder', path: '/data-og-kilder' },
    { name: '25-findes-ikke', path: '/findes-ikke' },
    { name: '26-stand', path: '/?stand=2025-11-19' },
    { name: '26-stand-tidlig', path: '/?stand=2025-03-01' },
    { name: '12-log-ind', path: '/log-ind' },
    { name: '15-log', path: '/redaktion/log', as: 'staff' },
    { name: '15-log-aendring', path: '/redaktion/log/3', as: 'staff' },
    { name: '15-log-historik', path: '/redaktion/log?objekt=agreement/tre-datastandarder', as: 'staff' },
    { name: '15-log-ingen', path: '/redaktion/log?fra=2031-01-01', as: 'staff' },
    // Opened twice: the first time is in the log the second time.
    {
      name: '15-adgangslog',
      path: '/redaktion/adgangslog',
      as: 'admin',
      first: (page) => page.reload(),
    },
    { name: '15-se-som', path: '/redaktion/se-som', as: 'staff' },
    {
      name: '15-se-som-odense',
      path: '/redaktion/se-som?kommune=odense',
      as: 'staff',
      first: (page) => page.click('main button[type=submit]'),
    },
    { name: '12-glemt-adgangskode', path: '/glemt-adgangskode' },
    { name: '12-glemt-adgangskode-sendt', path: '/glemt-adgangskode/sendt' },
    { name: '12-min-konto', path: '/min-konto', as: 'odense' },
    { name: '12-kalenderadresser', path: '/min-konto/kalendere', as: 'odense' },
    {
      name: '12-kalenderadresser-ny',
      path: '/min-konto/kalendere',
      as: 'odense',
      first: (page) => page.click('main button[type=submit]:has-text("Lav en adresse")'),
    },
    { name: '14-brugere', path: '/redaktion/brugere', as: 'admin' },
    { name: '14-bruger-ny', path: '/redaktion/brugere/ny', as: 'admin' },
    { name: '14-bruger', path: '/redaktion/brugere/test-anna', as: 'admin' },
    { name: '14-sessioner', path: '/redaktion/brugere/sessioner', as: 'admin' },
    { name: '10-indlaes', path: '/redaktion/indlaes', as: 'staff' },
    {
      name: '17-svar-meldt',
      path: '/kommuner/odense',
      as: 'odense',
      first: async (page) => {
        const claim = page.locator('#forude ~ ul button', { hasText: 'Meld underskrevet' }).first();
        if (await claim.isVisible()) await claim.click();
      },
    },
    { name: '17-svar', path: '/redaktion/svar', as: 'staff' },
    { name: '17-svar-loest', path: '/redaktion/svar?vis=loest', as: 'staff' },
    { name: '17-roller', path: '/redaktion/kontakter', as: 'staff' },
    { name: '17-roller-en', path: '/redaktion/kontakter?rolle=legal', as: 'staff' },
    { name: '16-mails', path: '/redaktion/mails', as: 'staff' },
    { name: '16-maillog', path: '/redaktion/mails/log', as: 'staff' },
    { name: '06-underskrifter', path: '/redaktion/underskrifter', as: 'staff' },
    { name: '06-gitter', path: '/redaktion/underskrifter/tre-datastandarder', as: 'staff' },
    { name: '06-gitter-ret', path: '/redaktion/underskrifter/tre-datastandarder?ret=0461', as: 'staff' },
    { name: '06-gitter-tomt', path: '/redaktion/underskrifter/tre-datastandarder?soeg=xyz', as: 'staff' },
    { name: '06-indsaet', path: '/redaktion/underskrifter/tre-datastandarder/indsaet', as: 'staff' },
    {
      name: '06-indsaet-forslag',
      path: '/redaktion/underskrifter/tre-datastandarder/indsaet',
      as: 'staff',
      first: async (page) => {
        await page.fill('#tekst', '5 kommuner mangler:\nOdense\nAssens\nAllergd\nFang\nAtlantis\nHolbaek');
        await page.check('#liste-mangler');
        await page.click('text=Tolk listen');
      },
    },
    ...[
      ['liste', ''],
      ['opgave', '/klik-opgaver/rolle-4-telefonnumre'],
      ['ny', '/arrangementer/ny'],
      ['udgaar', '/opgaver/klik-genetableret-adgang/udgaar'],
      ['saml', '/aftaler/flis-databehandleraftale/saml'],
      ['gruppe', '/kommunegrupper/eg/medlemmer'],
      ['bemaerkninger', '/bemaerkninger'],
      ['bemaerkning', '/bemaerkninger/2025-11-recipients-swapped-ksd-databehandleraftale'],
    ].map(([name, path]) => ({
      name: `13-oplysninger-${name}`,
      path: `/redaktion/oplysninger${path}`,
      as: 'staff' as const,
    })),
    {
      name: '13-oplysninger-laest',
      path: '/redaktion/oplysninger/klik-opgaver/rolle-4-telefonnumre',
      as: 'staff',
      first: async (page) => {
        await page.fill('#frist', 'medio jan.');
        await page.click('text=Læs datoen');
      },
    },
    {
      name: '13-oplysninger-rettet',
      path: '/redaktion/oplysninger/aftaler/ksd-databehandleraftale',
      as: 'staff',
      first: async (page) => {
        // Corrected once: at the next width it stands.
        if ((await page.locator('#afklarer-0').count()) === 0) return page.click('text=Se siden');
        await page.fill('#sendt-til', 'KSD systemansvarlige og KOMBIT programledere');
        await page.fill('#begrundelse', 'Projektlederen har bekræftet, at rækkerne var byttet om.');
        await page.check('#afklarer-0');
        await page.click('button[value=gem]');
        return page.click('text=Se siden');
      },
    },
  ];
}
