/** A slide as the readers see it: lines of the good source first, and what only the other source has. */
import type { Box, Point } from '#src/formats/deck.ts';

/** `text`: the text layer, whose letters are good. `ocr`: read from a picture, letters may be damaged. */
export type Source = 'text' | 'ocr';

export interface Line {
  text: string;
  /** As it stood in the file, where letters were repaired. */
  raw: string;
  source: Source;
  afterGap: boolean;
  /** The source marks that the sentence goes on in the next line. */
  wraps: boolean;
  /** True when the source marks wrapped lines at all, so that an unmarked line ends its paragraph. */
  wrapsAreMarked: boolean;
  /** A word in it is damaged and could not be repaired for sure. */
  doubtful: boolean;
}

export interface Slide {
  /** From 1 over the merged sources. */
  number: number;
  title: string;
  /** Running head such as "KORT NYT FRA KOMBIT" or "TEMA I"; '' when none. */
  section: string;
  /** What it is about: `sapa`, `valg`, `k98` ... (`subjects.ts`). */
  subject: string;
  sources: Source[];
  /** The text layer's lines where there is one, else those of the OCR; without title and section. */
  lines: Line[];
  /** The title's lines, for what is told in the title alone. */
  titleLines: Line[];
  /** All OCR lines: they lie as on the picture, so they tell what stood beside what. */
  ocrLines: Line[];
  /** OCR lines whose words the text layer lacks: text in pictures, and noise. */
  extra: Line[];
  links: string[];
  /** What a deck tells of the slide beside its words; null for a text, where all of it is lost. */
  layout: Layout | null;
}

/** Where the words of a slide stand. Its lines are those of the slide, so that what is read of them is claimed. */
export interface Layout {
  tables: SlideTable[];
  /** In reading order, without title and section. */
  boxes: SlideBox[];
  /** Addresses with the words that carry them. */
  links: { text: string; url: string }[];
  /** The slide was not shown at the meeting. */
  isHidden: boolean;
  /** What the speaker wrote for the talk, one entry per paragraph. */
  notes: string[];
  pictureCount: number;
  /** Words that are crossed out; they are no longer among the lines. */
  struck: Line[];
}

export interface SlideBox {
  lines: Line[];
  /** null when the file does not say where it stands. */
  place: Box | null;
  /** It lies over a table. */
  isCallout: boolean;
  pointsAt: Point | null;
}

export interface SlideTable {
  /** Every place of the grid; a merged cell stands in each place it covers. */
  rows: SlideCell[][];
  /** Upper edge of each row and the lower edge of the last one, as shares of the slide; [] when unknown. */
  rowEdges: number[];
}

export interface SlideCell {
  /** Its upper left place in the grid, from 0. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** '' when empty. */
  text: string;
  lines: Line[];
}
