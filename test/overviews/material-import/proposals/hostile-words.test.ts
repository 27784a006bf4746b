/** Words of a deck are words: whatever stands in a slide, a title, notes, a file name or a link is shown as text. */
import { expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { decemberDeck } from '#test/support/december-deck.ts';
import { acceptAll, decisionFields, IMPORT, send, whenRead } from '#test/support/material-sender.ts';
import { paragraph, run, shape } from '#test/support/pptx.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

/** As it must stand in the file's XML; a browser that took it for markup would run it. */
const HOSTILE = '&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
const QUOTED = '&quot; onmouseover=alert(1) x=&quot;';

test('in every page of the review, on the slide, in the log and in the API', {
  timeout: 120_000,
}, async () => {
  const portal = await buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
  const link = '<a:hlinkClick r:id="evil"/>';
  const deck = decemberDeck(
    [
      ['FLIS', `Ryd op ${HOSTILE}`, '05.01.2026', '30.01.2026'],
      ['KY', `Tilpas ${QUOTED}`, HOSTILE, 'ultimo januar'],
      [`Ukendt ${HOSTILE}`, 'Bestil raket', '05.01.2026', '30.01.2026'],
    ],
    {
      shapes:
        shape({ placeholder: 'type="title"', paragraphs: paragraph(`Links ${HOSTILE}`) }) +
        shape({ at: [40, 100, 400, 40], paragraphs: `<a:p>${run('Læs mere her', link)}</a:p>` }) +
        shape({ at: [40, 200, 400, 40], paragraphs: paragraph(`=HYPERLINK(1) ${QUOTED}`) }),
      relations: [{ id: 'evil', type: 'hyperlink', target: 'javascript:alert(1)', isExternal: true }],
      notes: [HOSTILE],
    },
  );
  const visitor = portal.as('staff');
  const name = `"><img src=x onerror=alert(1)>.pptx`.replaceAll('"', '%22');
  const { location: path } = await send(portal, visitor, { name, content: deck });
  await whenRead(visitor, path);
  await visitor.post(`${path}/dag`, { dag: '15.12.2025' }, { from: path });
  const review = await whenRead(visitor, path);
  expect(review).toContain('Bestil raket');
  const pages = [review, (await visitor.get(IMPORT)).text, (await visitor.get(`${path}/slide/2`)).text];
  const ret = /href="([^"]*\/ret\/[^"]*)"/.exec(review)?.[1] ?? '';
  pages.push((await visitor.get(ret)).text);
  const ready = { ...acceptAll(review), handling: 'udgiv' };
  const { location } = await visitor.post(`${path}/afgoerelser`, ready, { from: path });
  expect(location).toContain('kvittering=');
  const readers = [
    '/klik',
    '/moeder/2025-12',
    '/moeder/2025-12/slide/2',
    '/moeder/2025-12/slide/3',
    '/soeg?q=Ryd',
  ];
  for (const address of [location, '/redaktion/log', ...readers])
    pages.push((await visitor.get(address)).text);
  expect(pages.join('')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  for (const page of pages) {
    expect(page).not.toMatch(/<img src=x|<script>alert|" onmouseover=/);
    expect(page).not.toMatch(/href="javascript:/i);
  }
  expect((await portal.get('/api/v1/tasks')).headers['content-type']).toContain('application/json');
  expect(decisionFields(review).sammenligning).toBe('1');
});
