import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ICON_NAMES } from '#src/web/icons.ts';
import { statusBadge, whenBadge } from '#src/web/status-badge.ts';
import { createTemplates } from '#src/web/templates.ts';
import { sampleFrame } from '#test/support/sample-frame.ts';

const ROOT = join(import.meta.dirname, '../..');
const VIEWS = join(ROOT, 'views');
const eta = createTemplates(VIEWS, true);
const files = globSync('**/*.eta', { cwd: VIEWS }).map((name) => ({
  name,
  text: readFileSync(join(VIEWS, name), 'utf8'),
}));

function page(body: string, changes = {}): string {
  return eta.renderString(`<% layout('/layouts/page') %>${body}`, sampleFrame(changes));
}

/** Mail programs load no style sheet and drop a <style>, so mails are styled on each element. */
const pages = files.filter(({ name }) => !name.startsWith('mail/'));
const mails = files.filter(({ name }) => name.startsWith('mail/'));

describe('every template', () => {
  test.each(pages)('$name holds no style, no script and no event of its own', ({ text }) => {
    expect(text).not.toMatch(/ style=|<style|<script(?! src=)| on[a-z]+=/);
  });

  test.each(mails)('$name holds no style sheet, no picture, no script and no event', ({ text }) => {
    expect(text).not.toMatch(/<style|<link|<img|<script| on[a-z]+=| class=/);
  });

  test.each(files)('$name prints raw only what it includes and what we drew', ({ text }) => {
    for (const [, raw = ''] of text.matchAll(/<%~\s*(.*?)\s*%>/gs)) {
      expect(raw).toMatch(/^(include\(|it\.body$|it\.formFields\(\)$|[\w.]+\.(svg|narrowSvg|bar)$)/);
    }
  });

  test.each(files)('$name writes marks beyond Latin-1 as entities', ({ text }) => {
    expect(text.match(/[^\t\n\r -~\u00a0-\u00ff]/gu)).toBeNull();
  });

  test.each(files)('$name names only icons that exist', ({ text }) => {
    for (const [, name] of text.matchAll(/icons\.svg'\) %>#([\w-]+)/g)) expect(ICON_NAMES).toContain(name);
  });
});

describe('the sprite', () => {
  test('holds the icons by name and no others', () => {
    const sprite = readFileSync(join(ROOT, 'public/icons.svg'), 'utf8');
    const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]);
    expect(symbols.toSorted()).toEqual(ICON_NAMES.toSorted());
  });
});

describe('what a template prints', () => {
  test('is text and never markup', () => {
    const html = page('', { title: '<script>alert("x")</script> & \'co\'' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;');
  });

  test('stays within Latin-1, so that the page is held in one byte a character', () => {
    const html = page('', { title: '11.–20. dec. ”Medio” ł 🙂 æøå' });
    expect(html).toContain('11.&#8211;20. dec. &#8221;Medio&#8221; &#322; &#128578; æøå');
    expect(/[^\u0020-\u00ff\n]/u.test(html)).toBe(false);
  });

  test('is never missing', () => {
    expect(() => eta.renderString('<%= it.nothing %>', {})).toThrow('A template printed undefined');
    expect(() => eta.renderString('<%= it.nothing %>', { nothing: null })).toThrow('A template printed null');
  });
});

describe('the frame of a page', () => {
  test('begins with a link that leads past the menu', () => {
    const html = page('<h1>Frister</h1>');
    expect(html.indexOf('href="#main-content"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('<main id="main-content"');
  });

  test('marks where the reader is, in the menu and in the breadcrumb', () => {
    const html = page('');
    expect(html.match(/<a href="\/frister" aria-current="page">/g)).toHaveLength(2);
    expect(html).toContain('<span aria-current="page">Frister</span>');
  });

  test('keeps the filters when the date is changed', () => {
    const stand = { ...sampleFrame().stand, keep: [{ name: 'type', value: 'klik' }] };
    expect(page('', { stand })).toContain('<input type="hidden" name="type" value="klik">');
  });

  test('says on every page that an earlier day is shown, and how to get back', () => {
    const stand = {
      ...sampleFrame().stand,
      isPast: true,
      label: '20. november 2025',
      todayHref: '/frister?type=klik',
    };
    const html = page('', { stand });
    expect(html).toContain('role="status"');
    expect(html).toContain('<a href="/frister?type=klik">Gå til i dag</a>');
    expect(page('')).not.toContain('stand-band');
  });
});

describe('parts', () => {
  const part = (name: string, data: object) =>
    eta.renderString(`<%~ include('/parts/${name}', it.data) %>`, { ...sampleFrame(), data });

  test('a status is form, word and colour', () => {
    const html = part('status', { status: statusBadge('claimed') });
    expect(html).toContain('#st-claimed');
    expect(html).toContain('Meldt af kommunen');
    expect(html).toContain('tone-progress');
  });

  test('an uncertain deadline shows the words of the source beside the reading of them', () => {
    const date = {
      text: '11.–20. dec. 2025',
      raw: 'Medio dec. 2025',
      showRaw: true,
      bar: '',
      from: '2025-12-11',
      to: '2025-12-20',
      isMissing: false,
    };
    const deadline = {
      date,
      relative: 'tidligst om 17 dage',
      lead: 'FBS',
      title: 'Databehandleraftale',
      href: '/aftaler/fbs',
      kind: 'Aftale',
      solution: 'FBS',
      sources: [{ href: '/moeder/2025-11/slide/5', text: 'Nov. 2025, slide 5' }],
      status: null,
      note: '',
    };
    const html = part('fristraekke', { deadline });
    expect(html).toContain('<span class="raw">&rdquo;Medio dec. 2025&rdquo;</span>');
    expect(html).toContain('>FBS: Databehandleraftale</a>');
    const group = {
      id: 'senere',
      heading: whenBadge('later'),
      count: 1,
      hint: '',
      rows: [deadline],
      folded: null,
    };
    const table = { caption: 'Frister', municipality: null, groups: [group] };
    expect(part('fristtabel', { table })).not.toContain('Status,');
    expect(part('fristtabel', { table: { ...table, municipality: 'Fanø' } })).toContain('Status, Fanø');
  });

  test('a contact is kept out of search results', () => {
    const contact = {
      name: 'Test Testesen',
      roles: 'Projektleder',
      email: 'test@example.dk',
      about: '',
      sources: [],
    };
    expect(part('kontakt', { contact })).toContain('data-nosnippet');
  });
});
