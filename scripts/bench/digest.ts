/** The week's mails to three people of each municipality: put together, then sent one at a time. */
import { join } from 'node:path';
import type { Doer } from '#src/core/deeds/doer.ts';
import { deliverDue } from '#src/core/mail/deliver.ts';
import { makeEmlFolder } from '#src/core/mail/eml-folder.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { queueDue, switchMails } from '#src/overviews/digest/index.ts';
import { acceptSeeds, loadSeeds } from '#src/overviews/material-import/seeds.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { print } from './result.ts';

const MONDAY = new Date('2025-11-24T12:00:00Z');
const TUESDAY = new Date('2025-11-25T09:00:00Z');

export async function measureDigest(folder: string): Promise<void> {
  const db = openMigrated(join(folder, 'digest.db'));
  acceptSeeds(db, loadSeeds(), MONDAY);
  addThreeEach(db);
  switchMails(db, doer(), true);
  const ground = {
    reading: { db, today: '2025-11-25' },
    portalUrl: 'https://portal.test',
    now: () => TUESDAY,
  };
  const begin = process.cpuUsage();
  const queued = await queueDue(ground);
  const { user, system } = process.cpuUsage(begin);
  print(`CPU of putting ${queued} weekly mails together`, 5000, 'ms', (user + system) / 1000);
  let most = 0;
  const transport = makeEmlFolder(join(folder, 'mail'), {
    from: { name: 'Portalen', address: 'portal@portal.test' },
    replyTo: undefined,
  });
  const before = process.memoryUsage().rss;
  await deliverDue(db, transport, () => TUESDAY, {
    tell: () => {
      most = Math.max(most, process.memoryUsage().rss - before);
    },
  });
  print('Memory of sending them, at most', null, 'MB', most / 1024 / 1024);
  db.$client.close();
}

function addThreeEach(db: Db): void {
  const [first, second] = listSolutions(db);
  addActor(db, CAST.staff);
  for (const { id, slug } of listMunicipalities(db)) {
    const person = (n: number) => ({
      id: `bench-${slug}-${n}`,
      name: `Person ${n}`,
      email: `person${n}@${slug}.test`,
      municipalityId: id,
    });
    addActor(db, { ...person(1), roles: ['programme-leader'] });
    addActor(db, {
      ...person(2),
      roles: ['programme-leader', 'system-owner'],
      solutionIds: [first?.id ?? ''],
    });
    addActor(db, { ...person(3), roles: ['system-owner'], solutionIds: ['sapa', second?.id ?? ''] });
  }
}

function doer(): Doer {
  const { id: actor, roles, municipalityId } = CAST.staff;
  return { actor, roles, municipalityId, requestId: 'bench', address: '', now: MONDAY, formKey: null };
}
