/** A text body (`txBody`) -> its paragraphs: runs joined, line breaks and fields in their place, links kept. */

import type { DeckLink, DeckParagraph } from '#src/formats/deck.ts';
import { deckText } from '#src/formats/deck-text.ts';
import { findChild, wholeNumber, type XmlElement } from '#src/formats/xml/read-xml.ts';
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
}

const MAX_LEVEL = 8;
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
  return [{ text, level, isBullet: isBullet(chain), links: readLinks(runs) }];
}

function readRuns(element: XmlElement, relations: ReadonlyMap<string, Relation>): Run[] {
  return element.children.flatMap((child): Run[] => {
    if (child.name === 'br') return [{ text: '\n', url: undefined }];
    if (child.name === 'r' || child.name === 'fld') {
      const url = linkOf(findChild(child, 'rPr'), relations);
      return [{ text: findChild(child, 't')?.text ?? '', url }];
    }
    return [];
  });
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
