/** A text body (`txBody`) -> its paragraphs: runs joined, line breaks and fields in their place, links kept. */

import type { DeckLink, DeckParagraph } from '#src/formats/deck.ts';
import { deckText } from '#src/formats/deck-text.ts';
import { findChild, wholeNumber } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { isWebAddress } from '#src/shared/web-address.ts';
import type { Relation } from './package.ts';
import { relationId } from './presentation.ts';

export interface TextContext {
  relations: ReadonlyMap<string, Relation>;
  /** Properties of a level (from 0) that the shape inherits, nearest first. */
  inherited(level: number): XmlElement[];
}

interface Run {
  text: string;
  url: string | undefined;
  isStruck: boolean;
}

const MAX_LEVEL = 8;
const STRUCK = new Set(['sngStrike', 'dblStrike']);
const BULLETS = new Set(['buChar', 'buAutoNum', 'buBlip']);

/** Blank paragraphs are left out. */
export function readParagraphs(body: XmlElement | undefined, context: TextContext): DeckParagraph[] {
  if (!body) return [];
  const ownStyles = findChild(body, 'lstStyle');
  return body.children
    .filter((child) => child.name === 'p')
    .flatMap((paragraph) => readParagraph(paragraph, ownStyles, context));
}

/** A link's address when a reader may follow it: on the web or of a mailbox, written out in the file. */
export function linkOf(
  element: XmlElement | undefined,
  relations: ReadonlyMap<string, Relation>,
): string | undefined {
  const click = findChild(element, 'hlinkClick');
  const relation = relations.get(relationId(click) ?? '');
  const url = relation?.isExternal ? relation.target.trim() : '';
  return isWebAddress(url) ? url : undefined;
}

function readParagraph(
  paragraph: XmlElement,
  ownStyles: XmlElement | undefined,
  context: TextContext,
): DeckParagraph[] {
  const runs = readRuns(paragraph, context.relations);
  const text = deckText(runs.map((run) => run.text).join('')).trim();
  if (text === '') return [];
  const properties = findChild(paragraph, 'pPr');
  const level = Math.min(Math.max(wholeNumber(properties, 'lvl') ?? 0, 0), MAX_LEVEL);
  const ownLevel = findChild(ownStyles, `lvl${level + 1}pPr`);
  const chain = [properties, ownLevel, ...context.inherited(level)];
  const struck = readStruck(runs);
  const read = { text, level, isBullet: isBullet(chain), links: readLinks(runs) };
  return [struck.length > 0 ? { ...read, struck } : read];
}

function readRuns(element: XmlElement, relations: ReadonlyMap<string, Relation>): Run[] {
  return element.children.flatMap((child): Run[] => {
    if (child.name === 'br') return [{ text: '\n', url: undefined, isStruck: false }];
    if (child.name === 'r' || child.name === 'fld') {
      const properties = findChild(child, 'rPr');
      const text = withControls(findChild(child, 't')?.text ?? '');
      const isStruck = STRUCK.has(properties?.attributes.get('strike') ?? '');
      return [{ text, url: linkOf(properties, relations), isStruck }];
    }
    return [];
  });
}

/** XML holds no control characters: PowerPoint writes a line break from elsewhere as `_x000B_`. */
function withControls(text: string): string {
  return text.replace(/_x00([01][0-9A-F])_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The nearest properties that say anything of bullets decide. */
function isBullet(chain: (XmlElement | undefined)[]): boolean {
  for (const properties of chain) {
    const said = properties?.children.find(({ name }) => BULLETS.has(name) || name === 'buNone');
    if (said) return said.name !== 'buNone';
  }
  return false;
}

/** A link is often split over runs: neighbours with one address are one link. */
function readLinks(runs: Run[]): DeckLink[] {
  const links: DeckLink[] = [];
  let previous: string | undefined;
  for (const { text, url } of runs) {
    const last = links.at(-1);
    if (url !== undefined && url === previous && last) last.text += text;
    else if (url !== undefined) links.push({ text, url });
    previous = url;
  }
  return links.map(({ text, url }) => ({ text: deckText(text).trim(), url }));
}

/** Crossed-out words, also often split: neighbours are one piece. */
function readStruck(runs: Run[]): string[] {
  const pieces = [''];
  for (const { text, isStruck } of runs) {
    if (isStruck) pieces.push((pieces.pop() ?? '') + text);
    else pieces.push('');
  }
  return pieces.map((piece) => deckText(piece).trim()).filter((piece) => piece !== '');
}
