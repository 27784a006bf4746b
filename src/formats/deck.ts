/**
 * What every reader of slide decks gives, whatever the file: the slides with their words and where these stand.
 * A deck is plain data (JSON keeps it whole), so that it can come from another process.
 *
 * Text is NFC. Its only control characters are `\n` (a line break inside a paragraph) and `\t`; a no-break space is a
 * space, and marks without width are gone.
 */

export interface Deck {
  /** In the order of the presentation, hidden ones too. */
  slides: DeckSlide[];
}

export interface DeckSlide {
  /** The place in the presentation, from 1. Hidden slides count. */
  number: number;
  hidden: boolean;
  /** One line; '' when the slide has none. It also stands among the blocks, there marked `isTitle`. */
  title: string;
  /** Reading order: top to bottom, left to right. Blocks without text are left out. */
  blocks: DeckBlock[];
  /** Speaker notes, one entry per paragraph: never shown at the meeting. */
  notes: string[];
  /** Pictures on the slide. Their words cannot be read: a slide with pictures and no blocks may be a scan. */
  pictureCount: number;
}

export type DeckBlock = TextBlock | TableBlock;

export interface TextBlock {
  kind: 'text';
  /** null when the file does not say where it stands. */
  box: Box | null;
  paragraphs: DeckParagraph[];
  isTitle: boolean;
  /** It lies over a table or points into one: a speech bubble or a note, no part of the running text. */
  isCallout: boolean;
  /** Where the tip of a speech bubble points, when the file says so. */
  pointsAt: Point | null;
  /** Background as `RRGGBB` in capitals; null when there is none or it is no plain colour. */
  fill: string | null;
}

export interface TableBlock {
  kind: 'table';
  box: Box | null;
  /** The figures behind a chart: first row the series, first column the categories. */
  isChart: boolean;
  /** One entry per row of the grid; a cell merged away is absent, so each cell names its place. */
  rows: DeckCell[][];
  /** Upper edge of each row and, last, the lower edge of the table, as shares of the slide; [] when unknown. */
  rowEdges: number[];
  /** Left edge of each column and, last, the right edge of the table, as shares of the slide; [] when unknown. */
  columnEdges: number[];
}

export interface DeckCell {
  /** From 0. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Empty when the cell is. */
  paragraphs: DeckParagraph[];
  fill: string | null;
}

export interface DeckParagraph {
  /** Never blank. Blanks at either end are gone. */
  text: string;
  /** Indentation as the file says it, from 0. */
  level: number;
  isBullet: boolean;
  /** Web and mail addresses alone; `text` is the words that carry the link. */
  links: DeckLink[];
  /** Words in it that are crossed out: said before, meant no longer. Absent where there are none or nobody can tell. */
  struck?: string[];
}

export interface DeckLink {
  text: string;
  url: string;
}

/** Shares of the slide's width and height, from its upper left corner. 0..1, beyond when it hangs over the edge. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}
