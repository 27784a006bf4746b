import { describe, expect, test } from 'vitest';
import { BrokenXmlError, ForbiddenXmlError } from '#src/formats/xml/errors.ts';
import {
  childrenNamed,
  descendantsNamed,
  findChild,
  findPath,
  isTrue,
  wholeNumber,
} from '#src/formats/xml/find.ts';
import { readXml, type XmlElement } from '#src/formats/xml/read-xml.ts';

describe('an XML part', () => {
  test('is read with elements in order, names without prefix, attributes with theirs', () => {
    const root = read(
      '<?xml version="1.0"?><!-- x --><p:a r:id="1" id = \'2\'><b/>mellem<c >ord</c ><b/></p:a>\n',
    );
    expect(root).toMatchObject({ name: 'a', text: 'mellem' });
    expect([...root.attributes]).toEqual([
      ['r:id', '1'],
      ['id', '2'],
    ]);
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', ''],
      ['c', 'ord'],
      ['b', ''],
    ]);
  });

  test('keeps blanks, and reads characters by name and number once', () => {
    expect(read('<a> &lt;&#248;&#xF8;&amp;amp; &apos;&quot;&gt; </a>').text).toBe(' <øø&amp; \'"> ');
    expect(read('<a b="&#10;&amp;lt;"/>').attributes.get('b')).toBe('\n&lt;');
  });

  test('may hold raw text, comments and instructions', () => {
    expect(read('<a>1<![CDATA[<b>&amp;]]>2<!-- <c> -->3<?d e?>4</a>')).toMatchObject({
      text: '1<b>&amp;234',
      children: [],
    });
  });

  test('names that mean something to JavaScript are names like any other', () => {
    const root = read('<__proto__ constructor="1"><toString/></__proto__>');
    expect([root.name, root.attributes.get('constructor'), root.children[0]?.name]).toEqual([
      '__proto__',
      '1',
      'toString',
    ]);
  });

  test('characters that cannot be are left out', () => {
    expect(read('<a>x&#x110000;y&#0;</a>').text).toBe('xy\0');
  });
});

describe('what is not well-formed is refused', () => {
  test.each([
    '',
    'ord',
    '<a>',
    '<a',
    '<a><b></a></b>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a/>ord',
    '<a b>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a b="1/>',
    '<a>&ukendt;</a>',
    '<a>& </a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '< a/>',
    '<a / >',
    `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
  ])('%s', (text) => {
    expect(() => read(text)).toThrow(BrokenXmlError);
  });

  test.each([
    '<!DOCTYPE a><a/>',
    '<!doctype a><a/>',
    '<a><!ENTITY x "y"></a>',
    '<!DOCTYPE a SYSTEM "http://x/"><a/>',
  ])('%s, as it can be a trap', (text) => {
    expect(() => read(text)).toThrow(ForbiddenXmlError);
  });
});

test('a part made to be slow is read or refused in a time that grows with its length alone', () => {
  const long = 200_000;
  expect(() => read(`<a${' '.repeat(long)}`)).toThrow(BrokenXmlError);
  expect(() => read(`<a${' b="1"'.repeat(long)}`)).toThrow(BrokenXmlError);
  expect(() => read(`<a>${'&'.repeat(long)}`)).toThrow(BrokenXmlError);
  expect(() => read('<a b="'.repeat(long))).toThrow(BrokenXmlError);
  expect(read(`<a>${'<b/>'.repeat(long)}</a>`).children).toHaveLength(long);
});

test('elements are found by name, by path and at any depth; numbers and yes by attribute', () => {
  const root = read('<a><b n="-12" m="x" y="on"/><c><b/><d><b/></d></c></a>');
  expect(findChild(root, 'b')).toBe(root.children[0]);
  expect(findPath(root, 'c', 'd', 'b')?.name).toBe('b');
  expect(findPath(root, 'x', 'd')).toBeUndefined();
  expect(childrenNamed(root, 'b')).toHaveLength(1);
  expect(descendantsNamed(root, 'b')).toHaveLength(3);
  expect([wholeNumber(root.children[0], 'n'), wholeNumber(root.children[0], 'm')]).toEqual([-12, undefined]);
  expect([isTrue(root.children[0], 'y'), isTrue(root.children[0], 'n')]).toEqual([true, false]);
});

function read(text: string): XmlElement {
  return readXml(new TextEncoder().encode(text));
}
