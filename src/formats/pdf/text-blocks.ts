/** Lines -> blocks of text: what stands together in one shape, or close together on the page. */
import type { TextBlock } from '#src/formats/deck.ts';
import type { Drawing, TextRun } from './drawing.ts';
import { type Box, heightOf, sharedWidth, unionOf, widthOf } from './geometry.ts';
import type { Holder } from './holders.ts';
import { type Line, linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { shareBox, sharePoint } from './shares.ts';

/** Lines further apart than this share of their height belong to different blocks. */
const FARTHEST = 0.92;
/** The same between bold and ordinary letters: a heading stands close to its text only when it belongs to it. */
const FARTHEST_FROM_BOLD = 0.62;
/** Letters this much larger or smaller belong to another block. */
const SAME_SIZE = 1.35;

export interface FoundBlock {
  lines: Line[];
  block: TextBlock;
  /** The shape it stands in, in points. */
  holderBox: Box | null;
}

/** Text outside every shape, in blocks. */
export function freeBlocks(runs: readonly TextRun[], page: Drawing): FoundBlock[] {
  return clustersOf(linesOf(runs)).flatMap((lines) => blockOf(lines, null, page));
}

/** Text of one shape: one block, or several where it stands far apart. */
export function heldBlocks(runs: readonly TextRun[], holder: Holder, page: Drawing): FoundBlock[] {
  const clusters = clustersOf(linesOf(runs));
  const only = clusters.length === 1 ? clusters[0] : undefined;
  if (only) return blockOf(only, holder, page);
  return clusters.flatMap((lines) =>
    blockOf(lines, { ...holder, bubble: null, box: unionOf(lines.map((line) => line.box)) }, page),
  );
}

function blockOf(lines: Line[], holder: Holder | null, page: Drawing): FoundBlock[] {
  const paragraphs = paragraphsOf(lines, {
    frame: holder?.isFull ? holder.box : null,
    isFree: holder === null,
  });
  if (paragraphs.length === 0) return [];
  const box = holder?.box ?? unionOf(lines.map((line) => line.box));
  const block: TextBlock = {
    kind: 'text',
    box: shareBox(box, page),
    paragraphs,
    isTitle: false,
    isCallout: false,
    pointsAt: holder?.bubble ? sharePoint(holder.bubble.tip, page) : null,
    fill: holder?.fill ?? null,
  };
  return [{ lines, block, holderBox: holder?.box ?? null }];
}

function clustersOf(lines: readonly Line[]): Line[][] {
  const clusters: Line[][] = [];
  for (const line of lines) {
    const near = clusters
      .map((cluster) => ({ cluster, gap: gapTo(cluster, line) }))
      .filter(({ gap }) => gap !== null)
      .toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0))[0];
    if (near) near.cluster.push(line);
    else clusters.push([line]);
  }
  return clusters;
}

/** Room between a block's last line and the line below it; null when the line does not go on from it. */
function gapTo(cluster: readonly Line[], line: Line): number | null {
  const last = cluster.at(-1);
  if (!last || last.turn !== line.turn) return null;
  const larger = Math.max(last.size, line.size);
  if (larger / Math.min(last.size, line.size) > SAME_SIZE) return null;
  const gap = line.box.top - last.box.bottom;
  const farthest = last.isBold === line.isBold ? FARTHEST : FARTHEST_FROM_BOLD;
  if (gap > farthest * larger || line.baseline <= last.baseline + 0.3 * larger) return null;
  return goesDown(unionOf(cluster.map((one) => one.box)), last, line) ? gap : null;
}

/** Under the block: its words overlap those above by most of the narrower of the two. */
function goesDown(block: Box, last: Line, line: Line): boolean {
  const narrower = Math.min(widthOf(last.box), widthOf(line.box));
  const isUnderLast = sharedWidth(last.box, line.box) > 0.4 * narrower;
  return isUnderLast || (sharedWidth(block, line.box) > 0.8 * widthOf(line.box) && heightOf(block) > 0);
}
