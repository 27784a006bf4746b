/** The municipality's own page when there is nothing left to do, or nobody to do it. */
import { expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import { listDeadlines } from '#src/overviews/deadlines/index.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';

const PAGE = '/kommuner/odense';
const TODAY = '2025-11-24';

async function withAllDone(): Promise<TestApp> {
  const portal = await buildTestApp({ now: () => new Date(`${TODAY}T08:00:00Z`) });
  const asks = listDeadlines({ db: portal.db, today: TODAY }).filter((one) => !one.informationOnly);
  const answer = { ownerId: '0461', status: 'not-relevant', doneOn: null, remark: 'Prøve' };
  const stands = { identity: null, confidence: 'high', withdrawnOn: null };
  recordDeed(
    portal.db,
    { kind: 'edit', actor: 'test-oda', actorRole: '', title: 'Prøve', now: new Date(`${TODAY}T08:00:00Z`) },
    asks.map(({ key: ask }) => ({
      entity: 'answer',
      objectId: `0461/${ask}`,
      field: null,
      value: { ...answer, ask, ...stands },
      effectiveOn: TODAY,
      meetingId: null,
      slide: null,
    })),
  );
  return portal;
}

test('all is done: the page says so and when the next date is, and what was answered stands below', async () => {
  const portal = await withAllDone();
  for (const who of ['odense', 'staff'] as const) {
    const { status, text } = await portal.as(who).get(PAGE);
    expect(status).toBe(200);
    expect(text).toContain('bne opgaver (0)');
    expect(text).toContain('Odense har ingen åbne opgaver');
    expect(text).toMatch(/Næste dato i kalenderen: \d+\. \w+ 202\d\./);
    expect(text).not.toContain('frister falder samme dag');
    expect(text).toContain('Besvaret');
  }
  expect((await portal.as('odense').get('/')).text).toContain('Odense har ingen åbne opgaver.');
});

test('somebody who has no ask is not told that the municipality has none', async () => {
  const portal = await buildTestApp();
  const odense = portal.as('odense');
  const contact = { grundlag: '0', loesning: '', mail: '', telefon: '' };
  await odense.post(`${PAGE}/kontakter/ret`, { ...contact, rolle: 'legal', navn: 'Jens Jurist' });
  const id = portal.db.$client.prepare('select id from municipal_contact').pluck().get() as string;
  await odense.post(
    `${PAGE}/hvem`,
    { opgave: 'task/rolle-4-telefonnumre', grundlag: '0', hvem: id },
    { from: PAGE },
  );
  await odense.post(
    `${PAGE}/svar`,
    { opgave: 'task/rolle-4-telefonnumre', grundlag: '0', svar: 'loest' },
    { from: PAGE },
  );
  const { text } = await odense.get(`${PAGE}?hvem=${id}`);
  expect(text).toContain('Ingen åbne opgaver her');
  expect(text).not.toContain('Odense har ingen');
});

test('nobody in any role and nobody in a council: the page says both, and what to do', async () => {
  const portal = await buildTestApp();
  const { text } = await portal.as('odense').get(PAGE);
  expect(text).toContain('Ingen person endnu:');
  expect(text).toContain('Tilføj og ret kontakter');
  expect(text).toContain('Materialet nævner ingen fra Odense i råd. Ansøgningsperioden er');
});
