/** Drawn glyphs -> runs of text with their place on the page. */
import type { TextRun } from './drawing.ts';
import { boxOfPoints, combine, type Matrix, transformed } from './geometry.ts';

/** One letter as pdf.js gives it; a number between letters moves the next one. */
export interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

export interface TextFont {
  name?: string;
  fontMatrix?: readonly number[];
  ascent?: number;
  descent?: number;
  vertical?: boolean;
}

export interface TextState {
  font: TextFont | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scale, 1 for none. */
  widening: number;
  leading: number;
  rise: number;
}

type RunWithoutOrder = Omit<TextRun, 'order'>;

/** Gaps as shares of the letter height: from here on a blank is meant, and from here on perhaps another column. */
const BLANK_GAP = 0.17;
const COLUMN_GAP = 0.7;

/** Signs of the font Wingdings, which has codes of its own for them. */
const SIGNS: Readonly<Record<string, string>> = {
  '\uf0a7': '•',
  '\uf0b7': '•',
  '\uf0fb': '✗',
  '\uf0fc': '✓',
  '\uf0fd': '☒',
  '\uf0fe': '☑',
};

/** The glyphs as runs, parted at wide gaps, and how far the pen moves along the line (in text units). */
export function textRunsOf(
  glyphs: readonly (Glyph | number)[],
  text: TextState,
  matrix: Matrix,
): { runs: RunWithoutOrder[]; advance: number } {
  const unit = (text.font?.fontMatrix?.[0] ?? 0.001) * text.size;
  const pieces: Piece[] = [];
  let pen = 0;
  let sawBlank = false;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      pen -= (glyph * text.size) / 1000;
      continue;
    }
    const to = pen + glyph.width * unit;
    const letter = plainLetter(glyph.unicode);
    const last = pieces.at(-1);
    const gap = last ? (pen - text.charSpacing - last.to) / Math.abs(text.size || 1) : 0;
    const isBlank = letter.trim() === '';
    if (!isBlank) {
      if (!last || gap > COLUMN_GAP) pieces.push(newPiece(letter, pen, to));
      else addLetter(last, letter, pen, to, sawBlank || gap > BLANK_GAP);
    }
    sawBlank = isBlank;
    pen = to + text.charSpacing + (glyph.isSpace ? text.wordSpacing : 0);
  }
  const widened = combine(matrix, [text.widening, 0, 0, 1, 0, text.rise]);
  return {
    runs: pieces.map((piece) => placed(piece, text, widened)),
    advance: pen * text.widening,
  };
}

/** Words of one run, measured along its line from the start of the drawn text. */
interface Piece {
  words: { text: string; from: number; to: number }[];
  from: number;
  to: number;
}

function newPiece(letter: string, from: number, to: number): Piece {
  return { words: [{ text: letter, from, to }], from, to };
}

function addLetter(piece: Piece, letter: string, from: number, to: number, startsWord: boolean): void {
  const word = piece.words.at(-1);
  if (startsWord || !word) piece.words.push({ text: letter, from, to });
  else {
    word.text += letter;
    word.to = to;
  }
  piece.to = to;
}

/** A soft hyphen that is drawn is a hyphen, a ligature its letters. */
function plainLetter(unicode: string): string {
  return unicode
    .replaceAll('\u00ad', '-')
    .replace(/[\uf0a7-\uf0fe]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'));
}

function placed(piece: Piece, text: TextState, matrix: Matrix): RunWithoutOrder {
  const ascent = sane(text.font?.ascent, 0.5, 1.2, 0.9) * text.size;
  const descent = -sane(-(text.font?.descent ?? -0.21), 0, 0.5, 0.21) * text.size;
  const start = transformed(matrix, piece.from, 0);
  const end = transformed(matrix, piece.to, 0);
  const box = boxOfPoints([
    transformed(matrix, piece.from, ascent),
    transformed(matrix, piece.from, descent),
    transformed(matrix, piece.to, ascent),
    transformed(matrix, piece.to, descent),
  ]);
  const turn = Math.round((Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI);
  return {
    words: piece.words.map((word) => ({
      text: word.text,
      left: turn === 0 ? transformed(matrix, word.from, 0).x : box.left,
      right: turn === 0 ? transformed(matrix, word.to, 0).x : box.right,
      url: null,
      isGlued: false,
    })),
    box,
    baseline: turn === 0 ? start.y : (box.top + box.bottom) / 2,
    size: Math.abs(text.size) * Math.hypot(matrix[2], matrix[3]),
    isBold: /bold|black|heavy|semibold|demi/i.test(text.font?.name ?? ''),
    turn,
  };
}

/** Some fonts give heights beyond reason, or none. */
function sane(value: number | undefined, from: number, to: number, otherwise: number): number {
  return value !== undefined && value >= from && value <= to ? value : otherwise;
}
