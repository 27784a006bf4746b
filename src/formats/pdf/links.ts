/** Links of a page: areas over the words that carry them. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { isWebAddress } from '#src/shared/web-address.ts';
import type { Drawing, Word } from './drawing.ts';
import { type Box, boxOfPoints } from './geometry.ts';

export interface LinkArea {
  url: string;
  box: Box;
}

/** Web and mail addresses alone; files, scripts and places inside the document are left out. */
export async function readLinkAreas(page: PDFPageProxy): Promise<LinkArea[]> {
  const annotations: { subtype?: string; url?: string; rect?: number[] }[] = await page.getAnnotations();
  const viewport = page.getViewport({ scale: 1 });
  return annotations.flatMap(({ subtype, url, rect }) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
    if (subtype !== 'Link' || !url || !isWebAddress(url)) return [];
    const corners = [
      viewport.convertToViewportPoint(left, bottom),
      viewport.convertToViewportPoint(right, top),
    ];
    return [{ url, box: boxOfPoints(corners.map(([x, y]) => ({ x: Number(x), y: Number(y) }))) }];
  });
}

/** The page with each word knowing its link. */
export function withLinks(page: Drawing, areas: readonly LinkArea[]): Drawing {
  if (areas.length === 0) return page;
  return {
    ...page,
    runs: page.runs.map((run) => ({ ...run, words: run.words.map((word) => linked(word, run.box, areas)) })),
  };
}

function linked(word: Word, line: Box, areas: readonly LinkArea[]): Word {
  const x = (word.left + word.right) / 2;
  const y = (line.top + line.bottom) / 2;
  const area = areas.find(
    ({ box }) => x > box.left && x < box.right && y > box.top - 1 && y < box.bottom + 1,
  );
  return area ? { ...word, url: area.url } : word;
}
