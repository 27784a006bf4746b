/** What a page draws, in drawing order: text with its place, filled or outlined shapes, and lines. */
import type { Box, Point } from './geometry.ts';

/** A word and the part of its line it takes; for turned text the whole line. */
export interface Word {
  text: string;
  left: number;
  right: number;
  /** The web or mail address a reader comes to by it. */
  url: string | null;
  /** No blank stands before it: it goes on from the word before. */
  isGlued: boolean;
}

/** Letters drawn with one font along one line, without a gap wide enough to part two columns. */
export interface TextRun {
  /** Never empty. */
  words: Word[];
  box: Box;
  /** Where the letters stand; for turned text the middle of the box. */
  baseline: number;
  /** Letter height in points as seen on the page. */
  size: number;
  isBold: boolean;
  /** Degrees clockwise from level, rounded to whole ones: 0 for ordinary text. */
  turn: number;
  order: number;
}

/** A closed figure: a table cell's ground, a box, a speech bubble, a circle. */
export interface Shape {
  box: Box;
  corners: Point[];
  isRectangle: boolean;
  /** Share of its box that it fills. */
  fullness: number;
  isOutlined: boolean;
  /** Ground as `RRGGBB` in capitals; null when it has none, 'pattern' for shadings and patterns. */
  fill: string | 'pattern' | null;
  order: number;
}

/** A line that is level, upright or oblique; a very thin rectangle is a line as well. */
export interface Rule {
  from: Point;
  to: Point;
  order: number;
}

export interface Drawing {
  width: number;
  height: number;
  runs: TextRun[];
  shapes: Shape[];
  rules: Rule[];
  pictureCount: number;
}
