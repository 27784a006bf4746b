/** The editors' grid, and saving all its 98 rows at once: the form that comes back, the journal, the rows, the disk. */
import { measure, type Portal } from './portal.ts';
import { post } from './requests.ts';
import { median, print } from './result.ts';

const GRID = '/redaktion/underskrifter/tre-datastandarder';
/** Saves are measured one by one: each needs a page with the revisions that the one before left. */
const SAVES = 30;

export async function measureGrid(portal: Portal): Promise<void> {
  let cookie = await portal.signIn('staff');
  const { cpuMs, size } = await measure(portal, GRID, { cookie });
  print(`CPU of the server, ${GRID} (${Math.round(size / 1024)} kB)`, 10, 'ms', cpuMs);
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let i = 0; i < SAVES; i++) {
    const page = await fetch(portal.origin + GRID, { headers: { cookie } });
    const formCookie = page.headers.getSetCookie().find((one) => one.startsWith('formular='));
    if (formCookie) cookie = `${cookie}; ${formCookie.split(';')[0]}`;
    const form = formOf(await page.text(), i % 2 === 0 ? 'underskrevet' : 'mangler');
    const [cpuBefore, before] = [await portal.cpu(), performance.now()];
    const status = await post(portal.origin + GRID, form, cookie);
    wall.push(performance.now() - before);
    cpu.push((await portal.cpu()) - cpuBefore);
    if (status !== 303) throw new Error(`Saving 98 statuses: ${status}`);
  }
  print('CPU of the server, saving 98 statuses (median)', 50, 'ms', median(cpu));
  print('Saving 98 statuses, from the form to the answer (median)', 50, 'ms', median(wall));
}

function formOf(html: string, status: string): string {
  const valueOfField = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const fields = ['_csrf', '_noegle'].map((name): [string, string] => [name, valueOfField(name)]);
  const rows = [...html.matchAll(/name="kommune" value="([^"]*)"/g)].map((match): [string, string] => [
    'kommune',
    match[1] ?? '',
  ]);
  return new URLSearchParams([...fields, ...rows, ['status', status], ['dato', '24.11.2025']]).toString();
}
