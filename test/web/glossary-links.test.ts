import { describe, expect, test } from 'vitest';
import { linkTerms } from '#src/web/glossary-links.ts';

const terms = [
  { word: 'DBA', anchor: 'dba' },
  { word: 'databehandleraftale', anchor: 'dba' },
  { word: 'K98', anchor: 'k98' },
  { word: 'ØDF', anchor: 'oedf' },
];
const linked = (body: string) =>
  linkTerms(`<main><h1>K98</h1>${body}</main>`, terms, '/ordliste').replace(
    /^<main><h1>K98<\/h1>|<\/main>$/g,
    '',
  );

describe('terms are linked where they first stand', () => {
  test.each([
    [
      'once, also by its other spelling',
      '<p>En DBA er en databehandleraftale. DBA</p>',
      '<p>En <a class="term" href="/ordliste#dba">DBA</a> er en databehandleraftale. DBA</p>',
    ],
    ['not inside a longer word', '<p>K98-aftalen, DBAer og LØDF</p>', '<p>K98-aftalen, DBAer og LØDF</p>'],
    ['with Danish letters', '<p>(ØDF)</p>', '<p>(<a class="term" href="/ordliste#oedf">ØDF</a>)</p>'],
    [
      'not in links, headings, controls and graphics',
      '<a href="/x">DBA</a><h2>DBA</h2><label>DBA</label><svg><text>DBA</text></svg>',
      '<a href="/x">DBA</a><h2>DBA</h2><label>DBA</label><svg><text>DBA</text></svg>',
    ],
    [
      "not in the source's own words",
      '<span class="raw">DBA</span><span>K98</span>',
      '<span class="raw">DBA</span><span><a class="term" href="/ordliste#k98">K98</a></span>',
    ],
    [
      'not in a cell of names, and after it as ever',
      '<td class="x" data-names><span>DBA</span> K98</td><td>K98</td>',
      '<td class="x" data-names><span>DBA</span> K98</td><td><a class="term" href="/ordliste#k98">K98</a></td>',
    ],
    ['never in an attribute', '<p title="DBA">x</p>', '<p title="DBA">x</p>'],
  ])('%s', (_rule, body, expected) => {
    expect(linked(body)).toBe(expected);
  });

  test('what stands before the heading is left alone', () => {
    const html = '<main><p>DBA</p><h1>x</h1></main>';
    expect(linkTerms(html, terms, '/ordliste')).toBe(html);
  });
});
