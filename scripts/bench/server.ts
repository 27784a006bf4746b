/** The portal as npm run bench measures it: a process of its own that tells how much CPU it has used. */
import { dirname } from 'node:path';
import { buildApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { openSession } from '#src/core/access/sessions.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import { rebuild } from '#src/core/journal/standing.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { acceptSeeds, loadSeeds } from '#src/overviews/material-import/seeds.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { fillOdense, subscribe } from './odense.ts';
import { fillTenYears, growJournal } from './ten-years.ts';

const TODAY = '2025-11-24';

const databasePath = process.argv[2] ?? '';
const db = openMigrated(databasePath);
acceptSeeds(db, loadSeeds(), new Date());
const app = await buildApp({
  config: readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: 'off', PORTAL_DATA: dirname(databasePath) }),
  db,
  clock: makeClock(TODAY),
});

process.on('message', async (asked) => {
  if (asked === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  } else if (asked === 'memory') {
    process.send?.(process.memoryUsage.rss());
  } else if (asked === 'sign-in staff' || asked === 'sign-in odense') {
    const who = asked === 'sign-in staff' ? CAST.staff : CAST.odense;
    addActor(db, who);
    const signIn = { accountId: who.id, method: 'password', device: 'Bench' } as const;
    process.send?.(openSession(db, signIn, new Date()).id);
  } else if (asked === 'fill odense') {
    addActor(db, CAST.odense);
    fillOdense(db, TODAY);
    process.send?.('filled');
  } else if (asked === 'fill ten years') {
    fillTenYears(db);
    process.send?.('filled');
  } else if (asked === 'grow') {
    growJournal(db);
    process.send?.('grown');
  } else if (asked === 'subscribe odense') {
    process.send?.(subscribe(db, CAST.odense));
  } else if (asked === 'rebuild') {
    const begin = performance.now();
    rebuild(db, '2025-11-20');
    process.send?.(performance.now() - begin);
  } else {
    await app.close();
    db.$client.close();
    process.disconnect();
  }
});
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }));
