/** CPU of the server for a page: those everybody reads, and a programme leader's own. */
import { measure, type Portal } from './portal.ts';
import { print } from './result.ts';

const PAGES = [
  '/',
  '/?kommune=odense',
  '/frister',
  '/frister?kommune=odense',
  '/aftaler',
  '/aftaler/tre-datastandarder',
  '/kommuner',
  '/kommuner/odense',
  '/loesninger/sapa',
  '/soeg?q=sapa',
  '/sts',
  '/api/v1/agreements/tre-datastandarder/signatures',
];
/** The figure for a page of 98 rows goes for these. */
const WITH_98_ROWS = new Set([
  '/aftaler/tre-datastandarder',
  '/kommuner',
  '/api/v1/agreements/tre-datastandarder/signatures',
]);
/** As a programme leader sees them whose municipality has answers, contacts and notes. */
const OWN = ['/kommuner/odense', '/', '/frister'];

export async function measurePages(portal: Portal): Promise<void> {
  for (const path of PAGES) {
    const { cpuMs, size } = await measure(portal, path);
    const limit = WITH_98_ROWS.has(path) ? 3 : null;
    print(`CPU of the server, ${path} (${Math.round(size / 1024)} kB)`, limit, 'ms', cpuMs);
  }
  const plain = await measure(portal, '/healthz');
  print('CPU of the server, /healthz: a request without a page', null, 'ms', plain.cpuMs);
  const cookie = await portal.signIn('odense');
  await portal.fillOdense();
  for (const path of OWN) {
    const { cpuMs, size } = await measure(portal, path, { cookie });
    print(`CPU of the server, ${path} signed in (${Math.round(size / 1024)} kB)`, 5, 'ms', cpuMs);
  }
}
