/** What a shape of a slide takes over from the layout and the master: its place and how its paragraphs look. */

import { descendantsNamed, findChild, findPath } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { type Frame, readFrame } from './frame.ts';
import { type OfficePackage, relatedPart } from './package.ts';

export interface Placeholder {
  /** `title`, `body`, `sldNum`; `obj` when the file does not say. */
  type: string;
  frame: Frame | null;
  /** List styles (`lstStyle`) that hold for its text, nearest first. */
  styles: XmlElement[];
}

export interface PlaceholderSource {
  /** undefined when the shape is no placeholder. */
  find(shape: XmlElement): Placeholder | undefined;
}

/** A subtitle or a centred title on a slide is a body or a title on the master. */
const MASTER_TYPES: Readonly<Record<string, string>> = {
  ctrTitle: 'title',
  subTitle: 'body',
  obj: 'body',
  tbl: 'body',
  chart: 'body',
  dgm: 'body',
  media: 'body',
  clipArt: 'body',
  pic: 'body',
};

/** The placeholders of the layout and master behind a slide. */
export function placeholdersOf(office: OfficePackage, slidePath: string): PlaceholderSource {
  const layoutPath = relatedPart(office, slidePath, 'slideLayout');
  const masterPath = layoutPath && relatedPart(office, layoutPath, 'slideMaster');
  const layout = layoutPath ? office.part(layoutPath) : undefined;
  const master = masterPath ? office.part(masterPath) : undefined;
  return {
    find(shape) {
      const mark = placeholderMark(shape);
      if (!mark) return undefined;
      const onLayout = matching(layout, mark, mark.type);
      const type = typeOf(mark, onLayout);
      const onMaster = matching(master, undefined, MASTER_TYPES[type] ?? type);
      const sources = [onLayout, onMaster].filter((source) => source !== undefined);
      const frames = sources.map((source) => readFrame(findPath(source, 'spPr', 'xfrm')));
      return {
        type,
        frame: frames.find((frame) => frame !== null) ?? null,
        styles: [
          ...sources.map((source) => findPath(source, 'txBody', 'lstStyle')),
          findPath(master, 'txStyles', styleName(type)),
        ].filter((style) => style !== undefined),
      };
    },
  };
}

interface Mark {
  type: string;
  index: string;
}

function placeholderMark(shape: XmlElement): Mark | undefined {
  const holder = shape.children.find(({ name }) => /^nv\w*Pr$/.test(name));
  const element = findPath(holder, 'nvPr', 'ph');
  if (!element) return undefined;
  return { type: element.attributes.get('type') ?? 'obj', index: element.attributes.get('idx') ?? '0' };
}

/** By index where there is one, else the first of the type: an index is unique on a layout, a type is not. */
function matching(
  page: XmlElement | undefined,
  mark: Mark | undefined,
  type: string,
): XmlElement | undefined {
  const tree = findPath(page, 'cSld', 'spTree');
  if (!tree) return undefined;
  const shapes = descendantsNamed(tree, 'sp').flatMap((shape) => {
    const own = placeholderMark(shape);
    return own ? [{ shape, own }] : [];
  });
  const byIndex = mark && mark.index !== '0' && shapes.find(({ own }) => own.index === mark.index);
  return (byIndex || shapes.find(({ own }) => own.type === type))?.shape;
}

/** A slide may leave the type to its layout. */
function typeOf(mark: Mark, onLayout: XmlElement | undefined): string {
  if (mark.type !== 'obj' || !onLayout) return mark.type;
  return placeholderMark(onLayout)?.type ?? mark.type;
}

function styleName(type: string): string {
  if (type === 'title' || type === 'ctrTitle') return 'titleStyle';
  return ['dt', 'ftr', 'hdr', 'sldNum'].includes(type) ? 'otherStyle' : 'bodyStyle';
}

/** The properties of a level (from 0) in each list style that has them. */
export function levelProperties(styles: XmlElement[], level: number): XmlElement[] {
  return styles.map((style) => findChild(style, `lvl${level + 1}pPr`)).filter((found) => found !== undefined);
}
