/**
 * Opens a workbook (ECMA-376): which sheets it has, its shared texts, its styles. Nothing else of it is unpacked.
 *
 * hucre, which writes our workbooks, does not read them here: it unpacks up to 2 GB, lays a sheet out as a full
 * rectangle, and follows drawings, pivot tables and links. Files from strangers get a reader that counts first.
 */
import { tooLong, UnreadableSheetError } from './sheet.ts';
import { childrenNamed, findChild } from './xml/find.ts';
import { readXml, type XmlElement } from './xml/read-xml.ts';
import { ZipBombError } from './zip/errors.ts';
import { readZip, type ZipFile } from './zip/read-zip.ts';

export interface Workbook {
  /** `<worksheet>` of the sheets that are not hidden, in the order of their tabs; each is read when asked for. */
  visibleSheets: Iterable<XmlElement>;
  /** The shared texts, by their number. */
  texts: string[];
  /** Number format of a cell style, by its number: an id of the standard's own, and the code where one is given. */
  formats: { id: number; code: string | null }[];
  countsFrom1904: boolean;
}

/** Far above a sheet of 5,000 rows, little enough to be read while others wait. */
const MOST_PART_BYTES = 40 * 1024 * 1024;
/** A tree of XML takes much more room than its text. 5,000 rows of 12 cells are 250,000 tags. */
const MOST_TAGS = 400_000;

/** @throws UnreadableSheetError when it is no workbook, is damaged, or unpacks to more than is allowed */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const zip = unpacked(() => readZip(bytes));
  const path = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  if (!path.endsWith('.xml') || !zip.names.has(path)) throw notASheet();
  const workbook = rootOf(zip, path);
  if (workbook.name !== 'workbook') throw notASheet();
  const relations = relationsOf(zip, path);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  return {
    visibleSheets: visibleSheets(zip, workbook, relations),
    texts: textsOf(zip, partOf('sharedStrings')),
    formats: formatsOf(zip, partOf('styles')),
    countsFrom1904: ['1', 'true'].includes(attribute(findChild(workbook, 'workbookPr'), 'date1904')),
  };
}

/** By its name as written; '' where there is none. */
export function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? '';
}

/** Text of a shared or inline string: its one text, or its runs together; not the reading aid of East Asian texts. */
export function richText(element: XmlElement | undefined): string {
  const runs = childrenNamed(element, 'r');
  const texts =
    runs.length > 0 ? runs.flatMap((run) => childrenNamed(run, 't')) : childrenNamed(element, 't');
  return unescaped(texts.map(({ text }) => text).join(''));
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

/** Runs what reads the archive, and tells in Danish what was wrong with it. */
function unpacked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ZipBombError ? tooMuch() : damaged();
  }
}

function tooMuch(): UnreadableSheetError {
  return new UnreadableSheetError(
    'Regnearket fylder for meget, når det pakkes ud. Slet det, der ikke skal bruges, og prøv igen.',
  );
}

interface Relation {
  id: string;
  /** The last word of the type's address, which is the same in both editions of the standard: "worksheet". */
  type: string;
  /** Path of the part. */
  target: string;
}

/** What a part points to; '' for the package itself. */
function relationsOf(zip: ZipFile, path: string): Relation[] {
  const end = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, end);
  const relations = `${folder}_rels/${path.slice(end)}.rels`;
  if (!zip.names.has(relations)) return [];
  return childrenNamed(rootOf(zip, relations), 'Relationship').map((relation) => {
    const target = attribute(relation, 'Target');
    return {
      id: attribute(relation, 'Id'),
      type: attribute(relation, 'Type').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    };
  });
}

function* visibleSheets(
  zip: ZipFile,
  workbook: XmlElement,
  relations: readonly Relation[],
): Generator<XmlElement> {
  const sheets = childrenNamed(findChild(workbook, 'sheets'), 'sheet');
  for (const sheet of sheets.filter((one) => ['', 'visible'].includes(attribute(one, 'state')))) {
    const relation = relations.find(({ id }) => id === relationId(sheet));
    // A sheet may be a chart, which has no cells.
    if (relation?.type === 'worksheet') yield rootOf(zip, relation.target);
  }
}

/** Which prefix the relations have is the writer's choice: mostly `r:id`. */
function relationId({ attributes }: XmlElement): string {
  return [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function textsOf(zip: ZipFile, path: string | undefined): string[] {
  return path === undefined ? [] : childrenNamed(rootOf(zip, path), 'si').map(richText);
}

function formatsOf(zip: ZipFile, path: string | undefined): Workbook['formats'] {
  if (path === undefined) return [];
  const styles = rootOf(zip, path);
  const codes = new Map(
    childrenNamed(findChild(styles, 'numFmts'), 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode'),
    ]),
  );
  return childrenNamed(findChild(styles, 'cellXfs'), 'xf').map((style) => {
    const id = Number(attribute(style, 'numFmtId'));
    return { id, code: codes.get(id) ?? null };
  });
}

/** The root element of a part. */
function rootOf(zip: ZipFile, path: string): XmlElement {
  const part = unpacked(() => zip.read(path));
  if (part === undefined) throw damaged();
  if (part.length > MOST_PART_BYTES) throw tooMuch();
  if (countOf(Buffer.from(part.buffer, part.byteOffset, part.length), '<') > MOST_TAGS) throw tooLong();
  return unpacked(() => readXml(part));
}

function countOf(part: Buffer, mark: string): number {
  let count = 0;
  for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + 1)) count += 1;
  return count;
}
