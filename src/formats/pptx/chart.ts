/** A chart part -> the figures it was drawn from. The workbook behind it is never opened: the part remembers them. */

import type { Box, DeckBlock, DeckCell, TableBlock } from '#src/formats/deck.ts';
import { deckText } from '#src/formats/deck-text.ts';
import { descendantsNamed, findChild, findPath, isTrue, wholeNumber } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { readParagraphs, type TextContext } from './text-body.ts';

const MAX_CATEGORIES = 1_000;
const MAX_SERIES = 100;
const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of the two calendars of Excel. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

interface Series {
  name: string;
  categories: ReadonlyMap<number, string>;
  values: ReadonlyMap<number, string>;
}

/** Its title as a text, then its figures as a table. Nothing when the part remembers no figures. */
export function readChart(root: XmlElement, box: Box | null, context: TextContext): DeckBlock[] {
  const chart = findChild(root, 'chart');
  const epoch = isTrue(findChild(root, 'date1904'), 'val') ? EPOCH_1904 : EPOCH_1900;
  const series = (chart ? descendantsNamed(chart, 'ser') : [])
    .slice(0, MAX_SERIES)
    .map((element) => readSeries(element, epoch));
  const table = chartTable(series, box);
  const title = readParagraphs(findPath(chart, 'title', 'tx', 'rich'), context);
  const titleBox = box && { ...box, height: 0 };
  const heading: DeckBlock[] =
    title.length > 0
      ? [
          {
            kind: 'text',
            box: titleBox,
            paragraphs: title,
            isTitle: false,
            isCallout: false,
            pointsAt: null,
            fill: null,
          },
        ]
      : [];
  return table ? [...heading, table] : heading;
}

function readSeries(element: XmlElement, epoch: number): Series {
  const [name] = pointsOf(findChild(element, 'tx'), epoch).values();
  return {
    name: name ?? findPath(element, 'tx', 'v')?.text ?? '',
    categories: pointsOf(findChild(element, 'cat') ?? findChild(element, 'xVal'), epoch),
    values: pointsOf(findChild(element, 'val') ?? findChild(element, 'yVal'), epoch),
  };
}

/** The remembered points by their index; of categories in levels the innermost, which stands first. */
function pointsOf(holder: XmlElement | undefined, epoch: number): ReadonlyMap<number, string> {
  const cache = holder && firstCache(holder);
  if (!cache) return new Map();
  const format = findChild(cache, 'formatCode')?.text ?? '';
  const points = (findChild(cache, 'lvl') ?? cache).children.filter(({ name }) => name === 'pt');
  return new Map(
    points.slice(0, MAX_CATEGORIES).flatMap((point): [number, string][] => {
      const index = wholeNumber(point, 'idx');
      const text = deckText(findChild(point, 'v')?.text ?? '').trim();
      return index === undefined
        ? []
        : [[index, cache.name.startsWith('num') ? shown(text, format, epoch) : text]];
    }),
  );
}

function firstCache(holder: XmlElement): XmlElement | undefined {
  if (/(?:Cache|Lit)$/.test(holder.name)) return holder;
  for (const child of holder.children) {
    const found = firstCache(child);
    if (found) return found;
  }
  return undefined;
}

/** A figure as the chart shows its kind: a day as year-month-day, a share in per cent, else with a decimal comma. */
function shown(text: string, format: string, epoch: number): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/[dy]/i.test(codes) && !/general/i.test(codes) && Math.abs(value) < 1_000_000) {
    return new Date(epoch + Math.floor(value) * DAY_MILLISECONDS).toISOString().slice(0, 10);
  }
  return codes.includes('%') ? `${figure(value * 100)} %` : figure(value);
}

function figure(value: number): string {
  return String(Number(value.toFixed(6))).replace('.', ',');
}

function chartTable(series: Series[], box: Box | null): TableBlock | undefined {
  const indexes = [
    ...new Set(series.flatMap(({ categories, values }) => [...categories.keys(), ...values.keys()])),
  ]
    .sort((a, b) => a - b)
    .slice(0, MAX_CATEGORIES);
  if (indexes.length === 0) return undefined;
  const heading = ['', ...series.map(({ name }) => name)];
  const lines = indexes.map((index) => [
    series.map(({ categories }) => categories.get(index)).find((category) => category !== undefined) ?? '',
    ...series.map(({ values }) => values.get(index) ?? ''),
  ]);
  const rows = [heading, ...lines].map((texts, row) =>
    texts.map((text, column) => plainCell(text, row, column)),
  );
  return { kind: 'table', box, isChart: true, rows, rowEdges: [], columnEdges: [] };
}

function plainCell(text: string, row: number, column: number): DeckCell {
  const paragraphs = text === '' ? [] : [{ text, level: 0, isBullet: false, links: [] }];
  return { row, column, rowSpan: 1, columnSpan: 1, paragraphs, fill: null };
}
