/** Bytes of an XML part -> its elements. Nothing outside the part is ever fetched: a part with a DTD is refused. */

import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  /** Without its prefix: `a:tbl` is `tbl`. */
  name: string;
  /** Names with their prefix, as written: `r:id`. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** The characters directly in it. */
  text: string;
}

/** The part is no XML that can be read: not well-formed, or too deep. */
export class BrokenXmlError extends Error {
  override readonly name = 'BrokenXmlError';
}

/** The part declares a document type or entities, which no Office file needs and which can be a trap. */
export class ForbiddenXmlError extends Error {
  override readonly name = 'ForbiddenXmlError';
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
});
const ATTRIBUTES = ':@';
const TEXT = '#text';

/** @throws BrokenXmlError, ForbiddenXmlError */
export function readXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new ForbiddenXmlError();
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new BrokenXmlError(validity.err.msg);
  const root = elementsOf(parse(text))[0];
  if (!root) throw new BrokenXmlError('The part has no element.');
  return root;
}

/** First child of that name. */
export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The element reached by one name after another, each the first of its name. */
export function findPath(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce(findChild, element);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Every element of that name at any depth, in document order. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child, ...descendantsNamed(child, name)] : descendantsNamed(child, name),
  );
}

/** A whole number, or undefined when the attribute is absent or says anything else. */
export function wholeNumber(element: XmlElement | undefined, attribute: string): number | undefined {
  const value = element?.attributes.get(attribute);
  return value !== undefined && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** XML says yes as `1`, `true` or `on`. */
export function isTrue(element: XmlElement | undefined, attribute: string): boolean {
  return /^(?:1|true|on)$/.test(element?.attributes.get(attribute) ?? '');
}

/** The mark decides, then the zeros of UTF-16, then what the declaration says; else UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  const encoding = xmlEncoding(bytes);
  try {
    return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  } catch {
    throw new BrokenXmlError(`Unknown encoding ${encoding}.`);
  }
}

function xmlEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1];
  return declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8';
}

function parse(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    throw new BrokenXmlError(error instanceof Error ? error.message : String(error));
  }
}

/** The parser's ordered tree is a list of objects with one key each, the element's name, and its attributes. */
function elementsOf(list: unknown): XmlElement[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined || name === TEXT) return [];
    const content = node[name];
    return [
      {
        name: name.slice(name.indexOf(':') + 1),
        attributes: new Map(Object.entries(node[ATTRIBUTES] ?? {})),
        children: elementsOf(content),
        text: Array.isArray(content) ? content.map(textOf).join('') : '',
      },
    ];
  });
}

function textOf(node: Record<string, unknown>): string {
  return typeof node[TEXT] === 'string' ? node[TEXT] : '';
}
