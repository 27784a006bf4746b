/** Small PowerPoint files, built part by part. A slide measures 1,000 by 500 units, so that shares can be told by head. */

import { strToU8, type Zippable, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SampleSlide {
  /** Shapes, as XML. */
  shapes: string;
  hidden?: boolean;
  /** Paragraphs of the speaker notes. */
  notes?: string[];
  relations?: SampleRelation[];
  /** Name of its file; else `slideN.xml`. */
  fileName?: string;
}

export interface SampleRelation {
  id: string;
  /** Last segment of its type. */
  type: string;
  target: string;
  isExternal?: boolean;
}

export interface SampleFile {
  slides: SampleSlide[];
  /** Shapes of the one layout and the one master. */
  layout?: string;
  master?: string;
  /** Further parts, or other content for those above, by path. */
  parts?: Record<string, string | Uint8Array>;
  /** How hard the parts are packed; 0 stores them as they are. */
  level?: 0 | 6;
}

export function buildPptx({
  slides,
  layout = '',
  master = '',
  parts = {},
  level = 6,
}: SampleFile): Uint8Array {
  const names = slides.map(({ fileName }, index) => fileName ?? `slide${index + 1}.xml`);
  const texts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationPart([{ id: 'r1', type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    'ppt/presentation.xml': presentationPart(names),
    'ppt/_rels/presentation.xml.rels': relationPart(
      names.map((name, index) => ({ id: `r${index + 1}`, type: 'slide', target: `slides/${name}` })),
    ),
    'ppt/slideLayouts/layout.xml': page('sldLayout', layout),
    'ppt/slideLayouts/_rels/layout.xml.rels': relationPart([
      { id: 'r1', type: 'slideMaster', target: '../slideMasters/master.xml' },
    ]),
    'ppt/slideMasters/master.xml': page('sldMaster', master),
    ...Object.assign({}, ...slides.map((slide, index) => slideParts(slide, names[index] ?? ''))),
    ...parts,
  };
  const zippable: Zippable = {};
  for (const [path, content] of Object.entries(texts)) {
    zippable[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(zippable, { level });
}

/** A slide with these shapes and nothing else around it. */
export function oneSlide(
  shapes: string,
  relations: SampleRelation[] = [],
  file: Partial<SampleFile> = {},
): Uint8Array {
  return buildPptx({ slides: [{ shapes, relations }], ...file });
}

export interface SampleShape {
  /** Left, upper edge, width, height in units of the slide. Without it the shape says no position. */
  at?: [number, number, number, number];
  /** Attributes of `p:ph`; makes the shape a placeholder. */
  placeholder?: string;
  /** Paragraphs as XML; `paragraph('...')` makes one. */
  paragraphs?: string;
  /** Further properties of the shape, such as its fill or form. */
  properties?: string;
  /** Attributes of `a:xfrm`. */
  turn?: string;
  listStyle?: string;
  /** XML inside `p:cNvPr`. */
  link?: string;
}

export function shape(of: SampleShape | string): string {
  const { at, placeholder, paragraphs, properties, turn, listStyle, link } =
    typeof of === 'string' ? ({ paragraphs: paragraph(of) } as SampleShape) : of;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x">${link ?? ''}</p:cNvPr><p:cNvSpPr/><p:nvPr>` +
    `${placeholder === undefined ? '' : `<p:ph ${placeholder}/>`}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${at ? position('a:xfrm', at, turn) : ''}${properties ?? ''}</p:spPr>` +
    `<p:txBody><a:bodyPr/><a:lstStyle>${listStyle ?? ''}</a:lstStyle>${paragraphs ?? ''}</p:txBody></p:sp>`
  );
}

export function paragraph(text: string, properties = ''): string {
  return `<a:p>${properties}${run(text)}</a:p>`;
}

export function run(text: string, properties = ''): string {
  return `<a:r><a:rPr lang="da-DK">${properties}</a:rPr><a:t>${text}</a:t></a:r>`;
}

/** What stands inside keeps its own measure: `inner` is stretched over `outer`. */
export function group(
  outer: [number, number, number, number],
  inner: [number, number, number, number],
  shapes: string,
): string {
  const child = `<a:chOff x="${inner[0]}" y="${inner[1]}"/><a:chExt cx="${inner[2]}" cy="${inner[3]}"/>`;
  return (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="3" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>' +
    `<a:xfrm><a:off x="${outer[0]}" y="${outer[1]}"/><a:ext cx="${outer[2]}" cy="${outer[3]}"/>${child}</a:xfrm>` +
    `</p:grpSpPr>${shapes}</p:grpSp>`
  );
}

/** @param data what stands in `a:graphicData` */
export function graphicFrame(at: [number, number, number, number], data: string): string {
  return (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="f"/><p:cNvGraphicFramePr/><p:nvPr/>' +
    `</p:nvGraphicFramePr>${position('p:xfrm', at)}<a:graphic><a:graphicData>${data}</a:graphicData></a:graphic>` +
    '</p:graphicFrame>'
  );
}

/** @param rows cells as XML; `cell('...')` makes one. Each column is 100 wide, each row 20 high. */
export function table(at: [number, number, number, number], rows: string[][]): string {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const grid = '<a:gridCol w="100"/>'.repeat(columns);
  const lines = rows.map((cells) => `<a:tr h="20">${cells.join('')}</a:tr>`).join('');
  return graphicFrame(at, `<a:tbl><a:tblGrid>${grid}</a:tblGrid>${lines}</a:tbl>`);
}

export function cell(text: string, attributes = '', properties = ''): string {
  return (
    `<a:tc ${attributes}><a:txBody><a:bodyPr/>${text === '' ? '<a:p/>' : paragraph(text)}</a:txBody>` +
    `<a:tcPr>${properties}</a:tcPr></a:tc>`
  );
}

export function relationPart(relations: SampleRelation[]): string {
  const entries = relations.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

function presentationPart(names: string[]): string {
  const entries = names.map((_, index) => `<p:sldId id="${256 + index}" r:id="r${index + 1}"/>`).join('');
  return `<p:presentation ${NAMESPACES}><p:sldIdLst>${entries}</p:sldIdLst><p:sldSz cx="1000" cy="500"/></p:presentation>`;
}

function slideParts(slide: SampleSlide, name: string): Record<string, string> {
  const notesName = `notes-${name}`;
  const notes = slide.notes && {
    [`ppt/notesSlides/${notesName}`]: page('notes', notesShapes(slide.notes)),
  };
  return {
    [`ppt/slides/${name}`]: page('sld', slide.shapes, slide.hidden ? ' show="0"' : ''),
    [`ppt/slides/_rels/${name}.rels`]: relationPart([
      { id: 'layout', type: 'slideLayout', target: '../slideLayouts/layout.xml' },
      ...(slide.notes ? [{ id: 'notes', type: 'notesSlide', target: `../notesSlides/${notesName}` }] : []),
      ...(slide.relations ?? []),
    ]),
    ...notes,
  };
}

function notesShapes(notes: string[]): string {
  return (
    shape({ placeholder: 'type="body" idx="1"', paragraphs: notes.map((text) => paragraph(text)).join('') }) +
    shape({ placeholder: 'type="sldNum" idx="10"', paragraphs: paragraph('7') })
  );
}

function page(name: string, shapes: string, attributes = ''): string {
  return `<p:${name} ${NAMESPACES}${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${name}>`;
}

function position(name: string, at: [number, number, number, number], turn = ''): string {
  return `<${name} ${turn}><a:off x="${at[0]}" y="${at[1]}"/><a:ext cx="${at[2]}" cy="${at[3]}"/></${name}>`;
}
