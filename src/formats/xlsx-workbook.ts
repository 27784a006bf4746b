/**
 * Opens a workbook (ECMA-376): which sheets it has, its shared texts, its styles. Nothing else of it is unpacked.
 *
 * hucre, which writes our workbooks, does not read them here: it unpacks up to 2 GB, lays a sheet out as a full
 * rectangle, and follows drawings, pivot tables and links. Files from strangers get a reader that counts first.
 */
import { XMLParser } from 'fast-xml-parser';
import { tooLong, UnreadableSheetError } from './sheet.ts';
import { TooMuchInsideError, unzipParts } from './unzip.ts';

/** An element of XML: its text alone, or its attributes (`@name`), children by local name, and text (`#text`). */
export type Element = string | { [name: string]: string | Element[] };

export interface Workbook {
  /** `<worksheet>` of the sheets that are not hidden, in the order of their tabs; each is read when asked for. */
  visibleSheets: Iterable<Element>;
  /** The shared texts, by their number. */
  texts: string[];
  /** Number format of a cell style, by its number: an id of the standard's own, and the code where one is given. */
  formats: { id: number; code: string | null }[];
  countsFrom1904: boolean;
}

const LIMITS = { mostBytes: 40 * 1024 * 1024, mostParts: 2000 };
/** A tree of XML takes much more room than its text. 5,000 rows of 12 cells are 250,000 tags. */
const MOST_TAGS = 400_000;

/** @throws UnreadableSheetError when it is no workbook, is damaged, or unpacks to more than is allowed */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = partsOf(bytes);
  const path = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  if (!/\.xml$/.test(path) || !parts.has(path)) throw notASheet();
  const workbook = rootOf(parts, path, 'workbook');
  const relations = relationsOf(parts, path);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  return {
    visibleSheets: visibleSheets(parts, workbook, relations),
    texts: textsOf(parts, partOf('sharedStrings')),
    formats: formatsOf(parts, partOf('styles')),
    countsFrom1904: ['1', 'true'].includes(attribute(children(workbook, 'workbookPr')[0], 'date1904')),
  };
}

/** The child elements of a name, whatever their prefix; none where there is no element. */
export function children(element: Element | undefined, name: string): Element[] {
  const found = typeof element === 'object' ? element[name] : undefined;
  return Array.isArray(found) ? found : [];
}

/** '' where there is none. */
export function attribute(element: Element | undefined, name: string): string {
  const found = typeof element === 'object' ? element[`@${name}`] : undefined;
  return typeof found === 'string' ? found : '';
}

/** The text of an element itself, without that of its children. */
export function textOf(element: Element | undefined): string {
  if (typeof element === 'string') return element;
  const found = element?.['#text'];
  return typeof found === 'string' ? found : '';
}

/** Text of a shared or inline string: its one text, or its runs together; not the reading aid of East Asian texts. */
export function richText(element: Element | undefined): string {
  const runs = children(element, 'r');
  const texts = runs.length > 0 ? runs.flatMap((run) => children(run, 't')) : children(element, 't');
  return unescaped(texts.map(textOf).join(''));
}

/** `_x000D_` is how a workbook spells a character. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

export function damaged(): UnreadableSheetError {
  return new UnreadableSheetError(
    'Regnearket er beskadiget og kan ikke læses. Åbn det i Excel, gem det igen, og prøv igen.',
  );
}

function notASheet(): UnreadableSheetError {
  return new UnreadableSheetError(
    'Filen er ikke et Excel-regneark. Gem den som .xlsx eller .csv, og prøv igen.',
  );
}

const PARTS =
  /^\/?(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/;

function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  try {
    return unzipParts(bytes, (name) => PARTS.test(name), LIMITS);
  } catch (error) {
    if (!(error instanceof TooMuchInsideError)) throw damaged();
    throw new UnreadableSheetError(
      'Regnearket fylder for meget, når det pakkes ud. Slet det, der ikke skal bruges, og prøv igen.',
    );
  }
}

interface Relation {
  id: string;
  /** The last word of the type's address, which is the same in both editions of the standard: "worksheet". */
  type: string;
  /** Path of the part. */
  target: string;
}

/** What a part points to; '' for the package itself. */
function relationsOf(parts: Map<string, Buffer>, path: string): Relation[] {
  const [folder = '', name = ''] = splitPath(path);
  const relations = `${folder}_rels/${name}.rels`;
  if (!parts.has(relations)) return [];
  return children(rootOf(parts, relations, 'Relationships'), 'Relationship').map((relation) => {
    const target = attribute(relation, 'Target');
    return {
      id: attribute(relation, 'Id'),
      type: attribute(relation, 'Type').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    };
  });
}

/** "xl/workbook.xml" -> "xl/", "workbook.xml" */
function splitPath(path: string): [string, string] {
  const end = path.lastIndexOf('/') + 1;
  return [path.slice(0, end), path.slice(end)];
}

function* visibleSheets(
  parts: Map<string, Buffer>,
  workbook: Element,
  relations: Relation[],
): Generator<Element> {
  const sheets = children(children(workbook, 'sheets')[0], 'sheet');
  for (const sheet of sheets.filter((one) => ['', 'visible'].includes(attribute(one, 'state')))) {
    const relation = relations.find(({ id }) => id === attribute(sheet, 'id'));
    // A sheet may be a chart, which has no cells.
    if (relation?.type === 'worksheet') yield rootOf(parts, relation.target, 'worksheet');
  }
}

function textsOf(parts: Map<string, Buffer>, path: string | undefined): string[] {
  return path === undefined ? [] : children(rootOf(parts, path, 'sst'), 'si').map(richText);
}

function formatsOf(parts: Map<string, Buffer>, path: string | undefined): Workbook['formats'] {
  if (path === undefined) return [];
  const styles = rootOf(parts, path, 'styleSheet');
  const codes = new Map(
    children(children(styles, 'numFmts')[0], 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode'),
    ]),
  );
  return children(children(styles, 'cellXfs')[0], 'xf').map((style) => {
    const id = Number(attribute(style, 'numFmtId'));
    return { id, code: codes.get(id) ?? null };
  });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Without it, æ written as a number stays a number.
  htmlEntities: true,
});

/** The root element of a part. No part of a workbook has a document type, so one that has is not read at all. */
function rootOf(parts: Map<string, Buffer>, path: string, name: string): Element {
  const part = parts.get(path);
  if (!part || part.includes('<!DOCTYPE') || !isClosed(part, name)) throw damaged();
  const tags = countOf(part, '<');
  if (tags > MOST_TAGS) throw tooLong();
  let root: Element | undefined;
  try {
    root = children(parser.parse(part) as Element, name)[0];
  } catch {
    throw damaged();
  }
  if (root === undefined) throw damaged();
  return root;
}

/** A part that was cut off does not end with its root element. */
function isClosed(part: Buffer, name: string): boolean {
  const end = part.subarray(-200).toString('utf8').trimEnd();
  return new RegExp(`</([\\w.-]+:)?${name}\\s*>$|/>$`).test(end);
}

function countOf(part: Buffer, mark: string): number {
  let count = 0;
  for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + 1)) count += 1;
  return count;
}
