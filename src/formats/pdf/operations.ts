/** Reads what a page draws from pdf.js' list of drawing operations, keeping the order in which it is drawn. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { Drawing } from './drawing.ts';
import { figuresOf } from './figures.ts';
import { combine, IDENTITY, type Matrix } from './geometry.ts';
import { asMatrix, matrixIn, numberIn } from './given.ts';
import { type Glyph, type TextFont, type TextState, textRunsOf } from './glyphs.ts';
import type { OperationCodes } from './open-pdf.ts';

interface GraphicsState {
  matrix: Matrix;
  text: TextState;
  /** `RRGGBB`, or a pattern. */
  fill: string | 'pattern';
}

type Handler = (given: unknown[], order: number) => void;

/** Text, shapes and lines of a page in page points, top left corner 0,0. Pictures and clip paths are left out. */
export async function readDrawing(page: PDFPageProxy, codes: OperationCodes): Promise<Drawing> {
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const reader = new DrawingReader(page, viewport.width, viewport.height, asMatrix(viewport.transform));
  const handlers = new Map([...reader.graphicsHandlers(codes), ...reader.textHandlers(codes)]);
  let before = -1;
  fnArray.forEach((code: number, order: number) => {
    // Pictures are not decoded (see open-pdf.ts) and leave no operation: a place is made ready and nothing is drawn.
    if (code === codes.restore && before === codes.transform) reader.drawing.pictureCount++;
    before = code;
    const given: unknown = argsArray[order];
    handlers.get(code)?.(Array.isArray(given) ? given : [], order);
  });
  return reader.drawing;
}

class DrawingReader {
  readonly drawing: Drawing;
  readonly #page: PDFPageProxy;
  readonly #fonts = new Map<string, TextFont | null>();
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #line: Matrix = IDENTITY;
  #at: Matrix = IDENTITY;

  constructor(page: PDFPageProxy, width: number, height: number, matrix: Matrix) {
    this.#page = page;
    this.drawing = { width, height, runs: [], shapes: [], rules: [], pictureCount: 0 };
    const text = { font: null, size: 0, charSpacing: 0, wordSpacing: 0, widening: 1, leading: 0, rise: 0 };
    this.#state = { matrix, text, fill: '000000' };
  }

  graphicsHandlers(codes: OperationCodes): [number, Handler][] {
    const paints = paintsBy(codes);
    const save = () => {
      this.#saved.push(this.#state);
    };
    const restore = () => {
      this.#state = this.#saved.pop() ?? this.#state;
    };
    const usePattern = () => this.#set({ fill: 'pattern' });
    return [
      [codes.save, save],
      [codes.restore, restore],
      [codes.beginGroup, save],
      [codes.endGroup, restore],
      [codes.paintFormXObjectEnd, restore],
      [codes.transform, (given) => this.#transform(matrixIn(given))],
      [
        codes.paintFormXObjectBegin,
        (given) => {
          save();
          this.#transform(matrixIn(given));
        },
      ],
      [
        codes.setFillRGBColor,
        ([colour]) => this.#set({ fill: String(colour).replace('#', '').toUpperCase() }),
      ],
      [codes.setFillColorN, usePattern],
      [codes.setFillTransparent, usePattern],
      [codes.constructPath, (given, order) => this.#takePath(given, paints, order)],
    ];
  }

  textHandlers(codes: OperationCodes): [number, Handler][] {
    return [
      [codes.beginText, () => this.#startLine(IDENTITY)],
      [codes.setTextMatrix, (given) => this.#startLine(matrixIn(given))],
      [codes.moveText, (given) => this.#moveLine(numberIn(given, 0), numberIn(given, 1))],
      [
        codes.setLeadingMoveText,
        (given) => {
          this.#setText({ leading: -numberIn(given, 1) });
          this.#moveLine(numberIn(given, 0), numberIn(given, 1));
        },
      ],
      [codes.nextLine, () => this.#moveLine(0, -this.#state.text.leading)],
      [
        codes.setFont,
        (given) => this.#setText({ font: this.#font(String(given[0])), size: numberIn(given, 1) }),
      ],
      [codes.setCharSpacing, (given) => this.#setText({ charSpacing: numberIn(given, 0) })],
      [codes.setWordSpacing, (given) => this.#setText({ wordSpacing: numberIn(given, 0) })],
      [codes.setHScale, (given) => this.#setText({ widening: numberIn(given, 0) / 100 })],
      [codes.setLeading, (given) => this.#setText({ leading: numberIn(given, 0) })],
      [codes.setTextRise, (given) => this.#setText({ rise: numberIn(given, 0) })],
      [codes.showText, ([glyphs], order) => this.#showText(glyphs, order)],
    ];
  }

  #set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #setText(change: Partial<TextState>): void {
    this.#set({ text: { ...this.#state.text, ...change } });
  }

  #transform(matrix: Matrix): void {
    this.#set({ matrix: combine(this.#state.matrix, matrix) });
  }

  #takePath([code, data]: unknown[], paints: Map<number, Painting>, order: number): void {
    const painting = paints.get(Number(code));
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (!painting || !(path instanceof Float32Array)) return;
    const paint = { fill: painting.fills ? this.#state.fill : null, isOutlined: painting.isOutlined };
    const { shapes, rules } = figuresOf(path, this.#state.matrix, paint, order);
    this.drawing.shapes.push(...shapes);
    this.drawing.rules.push(...rules);
  }

  #startLine(matrix: Matrix): void {
    this.#line = matrix;
    this.#at = matrix;
  }

  #moveLine(x: number, y: number): void {
    this.#startLine(combine(this.#line, [1, 0, 0, 1, x, y]));
  }

  #showText(glyphs: unknown, order: number): void {
    if (!Array.isArray(glyphs)) return;
    const matrix = combine(this.#state.matrix, this.#at);
    const { runs, advance } = textRunsOf(glyphs as (Glyph | number)[], this.#state.text, matrix);
    this.drawing.runs.push(...runs.map((run) => ({ ...run, order })));
    this.#at = combine(this.#at, [1, 0, 0, 1, advance, 0]);
  }

  #font(name: string): TextFont | null {
    const known = this.#fonts.get(name);
    if (known !== undefined) return known;
    const font = this.#page.commonObjs.has(name) ? (this.#page.commonObjs.get(name) as TextFont) : null;
    this.#fonts.set(name, font);
    return font;
  }
}

interface Painting {
  fills: boolean;
  isOutlined: boolean;
}

function paintsBy(codes: OperationCodes): Map<number, Painting> {
  const filled = { fills: true, isOutlined: false };
  const outlined = { fills: false, isOutlined: true };
  const both = { fills: true, isOutlined: true };
  return new Map([
    [codes.fill, filled],
    [codes.eoFill, filled],
    [codes.stroke, outlined],
    [codes.closeStroke, outlined],
    [codes.fillStroke, both],
    [codes.eoFillStroke, both],
    [codes.closeFillStroke, both],
    [codes.closeEOFillStroke, both],
  ]);
}
