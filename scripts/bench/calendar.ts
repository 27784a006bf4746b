/** Ten years of dates as a calendar: right after the journal has grown, and again. */
import { measureOnce, type Portal } from './portal.ts';
import { print } from './result.ts';

const CALENDARS = ['/kommuner/odense/kalender.ics', '/frister.ics?status=alle'];
/** The best of so many: what else the machine does falls on single ones. */
const TIMES = 10;

export async function measureCalendars(portal: Portal): Promise<void> {
  const subscribed = await portal.subscribe('odense');
  await portal.fillTenYears();
  for (const path of [...CALENDARS, subscribed]) {
    const name = path === subscribed ? 'by its own address' : path;
    const cold: number[] = [];
    const warm: number[] = [];
    let entries = 0;
    for (let i = 0; i < TIMES; i++) {
      await portal.growJournal();
      const first = await measureOnce(portal, path);
      cold.push(first.cpuMs);
      warm.push((await measureOnce(portal, path)).cpuMs);
      entries = first.text.split('BEGIN:VEVENT').length - 1;
    }
    const what = `CPU of the server, ten years of ${entries} dates, ${name}`;
    print(`${what}, when the journal has grown`, 100, 'ms', Math.min(...cold));
    print(`${what}, again`, 100, 'ms', Math.min(...warm));
  }
}
