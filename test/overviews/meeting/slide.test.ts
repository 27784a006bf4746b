import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords } from '#test/support/page-words.ts';

async function slide(number: number): Promise<{ html: string; words: string }> {
  const { get } = await buildTestApp();
  const { text } = await get(`/moeder/2025-11/slide/${number}`);
  return { html: text, words: pageWords(text) };
}

describe('a slide, as the target of a source chip', () => {
  test('the slide of the agenda shows the agenda, and does not say that it gives nothing', async () => {
    const { words } = await slide(1);
    expect(words).toContain('Status på K98-Aftalen og bemanding af governancemodellen');
    expect(words).not.toContain('ingen oplysninger');
  });

  test('the slide with the day of the next meeting shows that day', async () => {
    expect((await slide(51)).words).toContain('Næste møde: 15. december 2025');
  });

  test('an uncertain date stands with the words of the slide', async () => {
    expect((await slide(4)).words).toContain('11.–31.12.2025 (”Medio/ultimo dec”)');
  });

  test('an agreement stands with both its dates, dispatch and deadline', async () => {
    expect((await slide(6)).words).toContain('Udsendt 7. august 2025. Frist: 25. september 2025');
  });

  test('what holds for all of one kind is said once', async () => {
    const { words } = await slide(47);
    expect(words).toContain('Årshjul (17)');
    expect(words.match(/Placering ikke oplyst/g)).toHaveLength(1);
  });

  test('what came from the slide stands before what is unclear on it', async () => {
    const { words } = await slide(4);
    expect(words.indexOf('Bemærkninger til kilden')).toBeGreaterThan(words.indexOf('Det kommer fra sliden'));
  });

  test('a slide that gives nothing says so', async () => {
    expect((await slide(2)).words).toContain('Portalen har ingen oplysninger fra sliden.');
  });
});

describe('the meeting', () => {
  test('its remarks are folded below everything else, each with its slide', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/moeder/2025-11');
    const folded =
      /<details class="more">.*?<\/details>/s.exec(
        text.slice(text.indexOf('Bemærkninger til kilden')),
      )?.[0] ?? '';
    const items = folded.match(/<li>/g)?.length ?? 0;
    expect(pageWords(folded)).toContain(`Vis ${items} bemærkninger`);
    expect(folded.match(/class="source"/g)).toHaveLength(items);
  });

  test('the agenda counts among what its slide gives', async () => {
    const { get } = await buildTestApp();
    expect(pageWords((await get('/moeder/2025-11')).text)).toContain('1 Velkommen og dagens agenda 5');
  });
});
