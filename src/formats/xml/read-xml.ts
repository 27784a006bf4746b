/**
 * Bytes of an XML part -> its elements. A small strict reader: it knows no document types and no entities but the five
 * of XML itself, so that there is nothing to expand and nothing to fetch.
 */

import { decodeXml } from './decode-xml.ts';
import { BrokenXmlError, ForbiddenXmlError } from './errors.ts';

export interface XmlElement {
  /** Without its prefix: `a:tbl` is `tbl`. */
  name: string;
  /** Names with their prefix, as written: `r:id`. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** The characters directly in it. */
  text: string;
}

interface Open {
  element: XmlElement;
  /** As written. */
  tag: string;
}

/** Deeper than any office program nests; what reads the elements goes down by calling itself. */
const MAX_DEPTH = 200;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const TAG_NAME = /[^\s<>/=!?"'&]+/y;
const ATTRIBUTE = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));|&/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const HIGHEST_CHARACTER = 0x10ffff;

/** @throws BrokenXmlError, ForbiddenXmlError */
export function readXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes);
  const root: XmlElement = { name: '', attributes: NO_ATTRIBUTES, children: [], text: '' };
  const open: Open[] = [{ element: root, tag: '' }];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const current = innermost(open).element;
    current.text += resolveReferences(text.slice(at, start < 0 ? text.length : start));
    if (start < 0) break;
    at = readMarkup(text, start, open);
  }
  const [element, second] = root.children;
  if (open.length > 1 || !element || second || root.text.trim() !== '')
    throw new BrokenXmlError('Not one element.');
  return element;
}

/** @returns where the markup ends */
function readMarkup(text: string, start: number, open: Open[]): number {
  const mark = text[start + 1];
  if (mark === '?') return endOf(text, '?>', start);
  if (mark === '/') return closeTag(text, start, open);
  if (mark !== '!') return openTag(text, start, open);
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4);
  if (!text.startsWith('<![CDATA[', start)) throw new ForbiddenXmlError();
  const end = endOf(text, ']]>', start);
  innermost(open).element.text += text.slice(start + '<![CDATA['.length, end - ']]>'.length);
  return end;
}

function openTag(text: string, start: number, open: Open[]): number {
  const tag = match(TAG_NAME, text, start + 1)?.[0];
  if (tag === undefined) throw new BrokenXmlError(`No name at ${start}.`);
  let at = start + 1 + tag.length;
  let attributes: Map<string, string> | undefined;
  for (let found = match(ATTRIBUTE, text, at); found; found = match(ATTRIBUTE, text, at)) {
    attributes ??= new Map();
    attributes.set(found[1] ?? '', resolveReferences(found[2] ?? found[3] ?? ''));
    at += found[0].length;
  }
  const end = match(TAG_END, text, at);
  if (!end) throw new BrokenXmlError(`The tag ${tag} is cut off or crooked.`);
  const name = tag.slice(tag.indexOf(':') + 1);
  const element: XmlElement = { name, attributes: attributes ?? NO_ATTRIBUTES, children: [], text: '' };
  innermost(open).element.children.push(element);
  if (end[1] === '') open.push({ element, tag });
  if (open.length > MAX_DEPTH) throw new BrokenXmlError('Nested too deep.');
  return at + end[0].length;
}

function closeTag(text: string, start: number, open: Open[]): number {
  const end = endOf(text, '>', start);
  const tag = text.slice(start + 2, end - 1).trimEnd();
  if (open.length === 1 || open.pop()?.tag !== tag)
    throw new BrokenXmlError(`${tag} is closed and was not open.`);
  return end;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw new BrokenXmlError(`No ${mark} after ${from}.`);
  return found + mark.length;
}

function innermost(open: Open[]): Open {
  const last = open.at(-1);
  if (!last) throw new BrokenXmlError('Nothing is open.');
  return last;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (whole === '&') throw new BrokenXmlError('An unknown entity.');
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= HIGHEST_CHARACTER ? String.fromCodePoint(code) : '';
  });
}
