/** What a mail says stands alike in its text and in its HTML, and nobody's words become markup or another part. */
import { describe, expect, test } from 'vitest';
import { type MailContent, renderMail } from '#src/core/mail/render.ts';
import { PORTAL_URL } from './support.ts';

const ground = {
  title: 'Jeres opgaver',
  reason: 'I får mailen, fordi I er programleder.',
  portalUrl: PORTAL_URL,
};

test('every part stands in both: heading, paragraph, button, item with link, lines and what stood before', () => {
  const { text, html } = renderMail({
    ...ground,
    blocks: [
      { kind: 'paragraph', text: 'Siden sidst er der sket noget.' },
      { kind: 'action', text: 'Se jeres opgaver', href: `${PORTAL_URL}/kommuner/odense` },
      { kind: 'heading', text: 'Ændret' },
      {
        kind: 'list',
        items: [
          {
            title: 'Tilslutning til SAPA',
            href: `${PORTAL_URL}/klik/sapa`,
            lines: ['Frist: 15. december 2025'],
            before: '1. december 2025',
          },
        ],
      },
    ],
    unsubscribeUrl: `${PORTAL_URL}/afmeld`,
  });
  expect(text).toBe(
    [
      'Jeres opgaver',
      '',
      'Siden sidst er der sket noget.',
      '',
      'Se jeres opgaver:',
      `${PORTAL_URL}/kommuner/odense`,
      '',
      'Ændret',
      '------',
      '',
      '* Tilslutning til SAPA',
      '  Før: 1. december 2025',
      '  Frist: 15. december 2025',
      `  ${PORTAL_URL}/klik/sapa`,
      '',
      '--',
      'I får mailen, fordi I er programleder.',
      `Mailen er sendt automatisk fra Programlederportalen: ${PORTAL_URL}`,
      `Afmeld disse mails: ${PORTAL_URL}/afmeld`,
      '',
    ].join('\n'),
  );
  for (const words of ['Siden sidst er der sket noget.', 'Ændret', 'Frist: 15. december 2025', ground.reason])
    expect(html).toContain(words);
  for (const path of ['/kommuner/odense', '/klik/sapa', '/afmeld'])
    expect(html).toContain(`href="${PORTAL_URL}${path}"`);
  expect(html).toContain('<s>1. december 2025</s>');
  expect(html).not.toMatch(/<img|<style|<script|class=/);
});

describe('words from a deck', () => {
  const evil = '<script>alert(1)</script>" onload=x\r\n\r\n* Betal her: https://ond.example';
  const saying = (words: string, href: string): MailContent => ({
    ...ground,
    title: words,
    blocks: [
      { kind: 'heading', text: words },
      { kind: 'paragraph', text: words },
      { kind: 'action', text: words, href },
      { kind: 'list', items: [{ title: words, href, lines: [words], before: words }] },
    ],
  });
  const { text, html } = renderMail(saying(evil, 'javascript:alert(1)'));

  test('are never markup: the tags are those of harmless words', () => {
    const link = `${PORTAL_URL}/?a=1&b="><script>`;
    const tagsOf = (words: string) => renderMail(saying(words, link)).html.match(/<[^>]*>/g);
    expect(tagsOf(evil)).toEqual(tagsOf('ord'));
    expect(html).not.toContain('<script');
  });

  test('stay within their line, so that a title cannot pose as another item', () => {
    expect(text.split('\n').filter((line) => line.startsWith('* Betal'))).toEqual([]);
  });

  test('a link that is no web address is not one', () => {
    expect(`${html}${text}`).not.toContain('javascript:');
  });
});
