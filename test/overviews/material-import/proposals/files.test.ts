/** What was sent comes back only as a file to keep, and an older meeting does not win over a newer one. */
import { expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { compared, decisionFields, IMPORT } from '#test/support/material-sender.ts';
import { buildPptx } from '#test/support/pptx.ts';
import { box, grid, titled } from '#test/support/sample-deck.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];

function meetingOf(day: string, ...rows: string[][]): Uint8Array {
  return buildPptx({
    slides: [
      titled('KOMBIT-programledermøde', box([40, 100, 400, 40], day)),
      titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ...rows)),
    ],
  });
}
const SOUND = meetingOf('15. december 2025', ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026']);

test('after publishing, the slide tells the words as read, and staff alone fetch the file', {
  timeout: 60_000,
}, async () => {
  const portal = await buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
  const { visitor, path, text } = await compared(portal, 'staff', SOUND, '15.12.2025');
  const link = /href="(\/redaktion\/indlaes\/fil\/[^"]+)"/.exec(text)?.[1] ?? '';
  const file = await visitor.get(link);
  expect(file.headers).toMatchObject({
    'content-disposition': expect.stringMatching(
      /^attachment; filename="m_de\.pptx"; filename\*=UTF-8''m%C3%B8de/,
    ),
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect((await portal.as('odense').get(link)).status).toBe(403);
  expect((await portal.as().get(link)).location).toMatch(/^\/log-ind/);
  expect((await portal.get('/moeder/2025-12/slide/2')).status).toBe(404);
  await visitor.post(`${path}/afgoerelser`, { ...decisionFields(text), handling: 'sikre' }, { from: path });
  const ready = decisionFields((await visitor.get(path)).text);
  await visitor.post(`${path}/afgoerelser`, { ...ready, handling: 'udgiv' }, { from: path });
  const slide = await portal.get('/moeder/2025-12/slide/2');
  expect(slide.text).toContain('Slidens ord, som portalen har læst dem');
  expect(slide.text).toContain('<li>Ryd op i testbrugere</li>');
  expect(slide.text).not.toContain(IMPORT);
  expect((await visitor.get('/moeder/2025-12/slide/2')).text).toContain(link);
});

test('an older meeting imported late adds history and leaves what a newer one says', {
  timeout: 60_000,
}, async () => {
  const portal = await buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
  const task = () =>
    portal.db.$client
      .prepare("select json_extract(\"end\", '$.to') from task where id = 'valg-ean-nummer'")
      .pluck()
      .get();
  const stands = task();
  const older = meetingOf('20. oktober 2025', [
    'VALG',
    'Indsend EAN-nummer til fakturering af ny VALG-løsning',
    '27.10.2025',
    '01.12.2025',
  ]);
  const { visitor, path, text } = await compared(portal, 'staff', older, '20.10.2025');
  expect(text).not.toContain('Står der ikke længere');
  const fields = Object.fromEntries(
    Object.entries(decisionFields(text)).map(([name, value]) => [
      name,
      name.startsWith('valg-') ? 'accept' : value,
    ]),
  );
  const { status } = await visitor.post(
    `${path}/afgoerelser`,
    { ...fields, handling: 'udgiv' },
    { from: path },
  );
  expect(status).toBe(303);
  expect(task()).toBe(stands);
  expect((await portal.get('/klik/valg-ean-nummer?stand=2025-10-25')).status).toBe(200);
});
