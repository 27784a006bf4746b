/** Reads what a page draws from pdf.js' list of drawing operations, keeping the order in which it is drawn. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { Drawing } from './drawing.ts';
import { figuresOf } from './figures.ts';
import { combine, IDENTITY, type Matrix } from './geometry.ts';
import { type Glyph, type TextFont, type TextState, textRunsOf } from './glyphs.ts';

type Operations = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;
/** The numbers pdf.js gives its operations, by name. */
export type OperationCodes = typeof import('unpdf/pdfjs').OPS;

interface GraphicsState {
  matrix: Matrix;
  text: TextState;
  /** `#rrggbb`, or a pattern. */
  fill: string | 'pattern';
}

/** A page may nest forms and saved states; a file that nests deeper is broken or hostile. */
const MAX_DEPTH = 200;

/** Text, shapes and lines of a page in page points, top left corner 0,0. Pictures and clip paths are left out. */
export async function readDrawing(page: PDFPageProxy, codes: OperationCodes): Promise<Drawing> {
  const viewport = page.getViewport({ scale: 1 });
  const operations = await page.getOperatorList({ annotationMode: 0 });
  const reader = new DrawingReader(
    page,
    codes,
    viewport.width,
    viewport.height,
    asMatrix(viewport.transform),
  );
  operations.fnArray.forEach((code: number, index: number) => {
    reader.take(code, argumentsAt(operations, index), index);
  });
  return reader.drawing;
}

class DrawingReader {
  readonly drawing: Drawing;
  readonly #page: PDFPageProxy;
  readonly #codes: OperationCodes;
  readonly #fonts = new Map<string, TextFont | null>();
  readonly #paints: Map<number, { fills: boolean; isOutlined: boolean }>;
  #before = -1;
  #state: GraphicsState;
  #saved: GraphicsState[] = [];
  #line: Matrix = IDENTITY;
  #at: Matrix = IDENTITY;

  constructor(page: PDFPageProxy, codes: OperationCodes, width: number, height: number, matrix: Matrix) {
    this.#page = page;
    this.#codes = codes;
    this.#paints = paintsBy(codes);
    this.drawing = { width, height, runs: [], shapes: [], rules: [], pictureCount: 0 };
    this.#state = {
      matrix,
      fill: '000000',
      text: { font: null, size: 0, charSpacing: 0, wordSpacing: 0, widening: 1, leading: 0, rise: 0 },
    };
  }

  take(code: number, given: unknown[], order: number): void {
    const codes = this.#codes;
    // Pictures are not decoded (see open-pdf.ts) and leave no operation: a place is made ready and nothing is drawn.
    if (code === codes.restore && this.#before === codes.transform) this.drawing.pictureCount++;
    this.#before = code;
    switch (code) {
      case codes.save:
      case codes.beginGroup:
        return this.#save();
      case codes.restore:
      case codes.endGroup:
      case codes.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case codes.transform:
        return this.#transform(matrixIn(given));
      case codes.paintFormXObjectBegin:
        this.#save();
        return this.#transform(matrixIn(given));
      case codes.setFillRGBColor:
        this.#state = { ...this.#state, fill: String(given[0]).replace('#', '').toUpperCase() };
        return;
      case codes.setFillColorN:
      case codes.setFillTransparent:
        this.#state = { ...this.#state, fill: 'pattern' };
        return;
      case codes.constructPath:
        return this.#takePath(given, order);
      default:
        this.#takeText(code, given, order);
    }
  }

  #save(): void {
    if (this.#saved.length < MAX_DEPTH) this.#saved.push(this.#state);
  }

  #transform(matrix: Matrix): void {
    this.#state = { ...this.#state, matrix: combine(this.#state.matrix, matrix) };
  }

  #takePath([code, data]: unknown[], order: number): void {
    const paint = this.#paints.get(Number(code));
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (!paint || !(path instanceof Float32Array)) return;
    const fill = paint.fills ? this.#state.fill : null;
    const figures = figuresOf(path, this.#state.matrix, { fill, isOutlined: paint.isOutlined }, order);
    this.drawing.shapes.push(...figures.shapes);
    this.drawing.rules.push(...figures.rules);
  }

  #takeText(code: number, given: unknown[], order: number): void {
    const codes = this.#codes;
    switch (code) {
      case codes.beginText:
        return this.#startLine(IDENTITY);
      case codes.setTextMatrix:
        return this.#startLine(matrixIn(given));
      case codes.moveText:
        return this.#moveLine(numberIn(given, 0), numberIn(given, 1));
      case codes.setLeadingMoveText:
        this.#setText({ leading: -numberIn(given, 1) });
        return this.#moveLine(numberIn(given, 0), numberIn(given, 1));
      case codes.nextLine:
        return this.#moveLine(0, -this.#state.text.leading);
      case codes.setFont:
        return this.#setText({ font: this.#font(String(given[0])), size: numberIn(given, 1) });
      case codes.setCharSpacing:
        return this.#setText({ charSpacing: numberIn(given, 0) });
      case codes.setWordSpacing:
        return this.#setText({ wordSpacing: numberIn(given, 0) });
      case codes.setHScale:
        return this.#setText({ widening: numberIn(given, 0) / 100 });
      case codes.setLeading:
        return this.#setText({ leading: numberIn(given, 0) });
      case codes.setTextRise:
        return this.#setText({ rise: numberIn(given, 0) });
      case codes.showText:
        return this.#showText(given[0], order);
    }
  }

  #startLine(matrix: Matrix): void {
    this.#line = matrix;
    this.#at = matrix;
  }

  #moveLine(x: number, y: number): void {
    this.#startLine(combine(this.#line, [1, 0, 0, 1, x, y]));
  }

  #setText(change: Partial<TextState>): void {
    this.#state = { ...this.#state, text: { ...this.#state.text, ...change } };
  }

  #showText(glyphs: unknown, order: number): void {
    if (!Array.isArray(glyphs)) return;
    const shown = textRunsOf(
      glyphs as (Glyph | number)[],
      this.#state.text,
      combine(this.#state.matrix, this.#at),
    );
    this.drawing.runs.push(...shown.runs.map((run) => ({ ...run, order })));
    this.#at = combine(this.#at, [1, 0, 0, 1, shown.advance, 0]);
  }

  #font(name: string): TextFont | null {
    const known = this.#fonts.get(name);
    if (known !== undefined) return known;
    const font = this.#page.commonObjs.has(name) ? (this.#page.commonObjs.get(name) as TextFont) : null;
    this.#fonts.set(name, font);
    return font;
  }
}

function paintsBy(codes: OperationCodes): Map<number, { fills: boolean; isOutlined: boolean }> {
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

function argumentsAt(operations: Operations, index: number): unknown[] {
  const given: unknown = operations.argsArray[index];
  return Array.isArray(given) ? given : [];
}

/** pdf.js gives a matrix as six arguments, or as one argument of six numbers. */
function matrixIn(given: unknown[]): Matrix {
  const [first] = given;
  if (first === null || first === undefined) return IDENTITY;
  return asMatrix(typeof first === 'number' ? given : Array.from(first as ArrayLike<unknown>));
}

function asMatrix(numbers: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = numbers.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function numberIn(given: unknown[], index: number): number {
  const number = Number(given[index]);
  return Number.isFinite(number) ? number : 0;
}
