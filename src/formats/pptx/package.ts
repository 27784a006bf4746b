/** The parts of an Office file and how they refer to each other. Only parts inside the file are ever opened. */

import { childrenNamed } from '#src/formats/xml/find.ts';
import { readXml, type XmlElement } from '#src/formats/xml/read-xml.ts';
import { readZip } from '#src/formats/zip/read-zip.ts';

export interface Relation {
  /** Last segment of its type: `slide`, `notesSlide`, `hyperlink`. */
  type: string;
  /** Path of a part in the file, or an address as written when it is external. */
  target: string;
  isExternal: boolean;
}

export interface OfficePackage {
  /** The root element of a part, undefined when the file has no such part. Read once, then remembered. */
  part(path: string): XmlElement | undefined;
  /** What the part refers to, by id. The part '' is the file itself. */
  relations(path: string): ReadonlyMap<string, Relation>;
}

const NO_RELATIONS: ReadonlyMap<string, Relation> = new Map();

/** @throws the errors of readZip; reading a part throws BrokenXmlError and BrokenZipError */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const zip = readZip(bytes);
  const elements = new Map<string, XmlElement | undefined>();
  const relations = new Map<string, ReadonlyMap<string, Relation>>();
  const office: OfficePackage = {
    part(path) {
      if (!elements.has(path)) {
        const content = zip.read(path);
        elements.set(path, content && readXml(content));
      }
      return elements.get(path);
    },
    relations(path) {
      const known = relations.get(path);
      if (known) return known;
      const part = office.part(relationsPath(path));
      const read = part ? readRelations(part, path) : NO_RELATIONS;
      relations.set(path, read);
      return read;
    },
  };
  return office;
}

/** The part of the first relation of that type. */
export function relatedPart(office: OfficePackage, path: string, type: string): string | undefined {
  for (const relation of office.relations(path).values()) {
    if (relation.type === type && !relation.isExternal) return relation.target;
  }
  return undefined;
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function readRelations(part: XmlElement, path: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const element of childrenNamed(part, 'Relationship')) {
    const id = element.attributes.get('Id') ?? '';
    const target = element.attributes.get('Target') ?? '';
    const isExternal = element.attributes.get('TargetMode') === 'External';
    const type = element.attributes.get('Type') ?? '';
    relations.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolveTarget(path, target),
      isExternal,
    });
  }
  return relations;
}

/** `../media/a.png` seen from `ppt/slides/slide1.xml` is `ppt/media/a.png`; `..` never leads out of the file. */
function resolveTarget(from: string, target: string): string {
  const start = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const segments: string[] = start;
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
