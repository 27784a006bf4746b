/** Small PDF files for tests: text, lines, boxes and links at given places. Units are points, y from the top. */
import { deflateSync } from 'node:zlib';

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Cell {
  text: string;
  /** Columns it takes; 1 unless said. */
  span?: number;
}

export const PAGE_WIDTH = 960;
export const PAGE_HEIGHT = 540;

export interface Letters {
  size?: number;
  bold?: boolean;
  /** The text is hexadecimal codes, whose meaning the file itself says (`meanings`). */
  isMapped?: boolean;
}

/** A page is drawn by calling its methods in the order a program would draw. */
export class PdfPage {
  readonly drawn: string[] = [];
  readonly links: { place: Place; url: string }[] = [];

  /** @param y of the line the letters stand on */
  text(
    x: number,
    y: number,
    text: string,
    { size = 12, bold = false, isMapped = false }: Letters = {},
  ): this {
    const font = isMapped ? 'M' : bold ? 'B' : 'R';
    const codes = isMapped ? text : Buffer.from(winAnsi(text)).toString('hex');
    this.drawn.push(`BT /${font} ${size} Tf 1 0 0 1 ${x} ${PAGE_HEIGHT - y} Tm <${codes}> Tj ET`);
    return this;
  }

  /** Lines below each other. */
  lines(
    x: number,
    y: number,
    lines: readonly string[],
    { size = 12, bold = false, step = size * 1.2 }: Letters & { step?: number } = {},
  ): this {
    lines.forEach((line, index) => {
      this.text(x, y + index * step, line, { size, bold });
    });
    return this;
  }

  box({ x, y, width, height }: Place, fill: string | null, isOutlined = false): this {
    const paint = fill === null ? 'S' : isOutlined ? 'B' : 'f';
    this.drawn.push(`${colour(fill)}${x} ${PAGE_HEIGHT - y - height} ${width} ${height} re ${paint}`);
    return this;
  }

  shape(corners: readonly (readonly [number, number])[], fill: string): this {
    const steps = corners.map(([x, y], index) => `${x} ${PAGE_HEIGHT - y} ${index === 0 ? 'm' : 'l'}`);
    this.drawn.push(`${colour(fill)}${steps.join(' ')} h f`);
    return this;
  }

  line(fromX: number, fromY: number, toX: number, toY: number): this {
    this.drawn.push(`${fromX} ${PAGE_HEIGHT - fromY} m ${toX} ${PAGE_HEIGHT - toY} l S`);
    return this;
  }

  link(place: Place, url: string): this {
    this.links.push({ place, url });
    return this;
  }

  raw(operations: string): this {
    this.drawn.push(operations);
    return this;
  }
}

export interface PdfExtras {
  /** Written into the catalogue, such as `/OpenAction << … >>`. */
  catalog?: string;
  /** What `/Count` says of the number of pages, when it lies. */
  count?: number;
  /** What the page tree names as its children, when it is broken. */
  kids?: string;
  compressed?: boolean;
  /** Further resources of every page, such as `/XObject << … >>`. */
  resources?: string;
  /** Written at the end of every page, where it goes before what was said above. */
  page?: string;
  /** Written into the trailer, such as `/Encrypt 7 0 R`. */
  trailer?: string;
  /** Further objects, from number 7. */
  objects?: string[];
  /** What the codes of the font `M` mean, as hexadecimal UTF-16. */
  meanings?: Readonly<Record<string, string>>;
}

const FIRST_PAGE_OBJECT = 20;

export function pdfOf(pages: readonly PdfPage[], extras: PdfExtras = {}): Uint8Array {
  const objects = new Map<number, Buffer>();
  const set = (number: number, content: string | Buffer) =>
    objects.set(number, Buffer.from(content as string, 'latin1'));
  const kids = pages.map((_, index) => `${FIRST_PAGE_OBJECT + index * 2} 0 R`).join(' ');
  set(1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalog ?? ''} >>`);
  set(2, `<< /Type /Pages /Count ${extras.count ?? pages.length} /Kids [${extras.kids ?? kids}] >>`);
  set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  set(4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  set(
    5,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
  );
  set(6, stream(meaningsMap(extras.meanings ?? {}), false));
  (extras.objects ?? []).forEach((object, index) => {
    set(7 + index, object);
  });
  pages.forEach((page, index) => {
    const number = FIRST_PAGE_OBJECT + index * 2;
    const annotations = page.links.map(linkAnnotation).join(' ');
    set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Contents ${number + 1} 0 R
      /Resources << /Font << /R 3 0 R /B 4 0 R /M 5 0 R >> ${extras.resources ?? ''} >> /Annots [${annotations}] ${extras.page ?? ''} >>`,
    );
    objects.set(number + 1, stream(page.drawn.join('\n'), extras.compressed ?? false));
  });
  return fileOf(objects, extras.trailer ?? '');
}

/** A stream object, its content as it is or compressed once or several times. */
export function stream(content: string | Buffer, isCompressed: boolean | number): Buffer {
  let bytes = Buffer.from(content as string, 'latin1');
  const layers = Number(isCompressed);
  for (let layer = 0; layer < layers; layer++) bytes = deflateSync(bytes);
  const filter = layers > 0 ? `/Filter [${'/FlateDecode '.repeat(layers)}]` : '';
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${filter} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** Cells with grounds and text, row by row, each with the given place; long texts come as lines. */
export function drawTable(
  page: PdfPage,
  options: {
    x: number;
    y: number;
    widths: readonly number[];
    rowHeight: number;
    rows: readonly (readonly (string | Cell)[])[];
    /** Grounds of cells, lines around them, or neither. */
    borders: 'grounds' | 'lines' | 'none';
    size?: number;
  },
): PdfPage {
  const { x, y, widths, rowHeight, rows, borders, size = 11 } = options;
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const given of row) {
      const cell = typeof given === 'string' ? { text: given } : given;
      const span = cell.span ?? 1;
      const left = x + sum(widths.slice(0, column));
      const place = {
        x: left,
        y: y + rowIndex * rowHeight,
        width: sum(widths.slice(column, column + span)),
        height: rowHeight,
      };
      if (borders === 'grounds')
        page.box(place, rowIndex === 0 ? '0B3B47' : rowIndex % 2 ? 'FFFFFF' : 'EEF4F4');
      if (borders === 'lines') page.box(place, null);
      const lines = cell.text === '' ? [] : cell.text.split('\n');
      const first = place.y + (rowHeight - lines.length * size * 1.2) / 2 + size;
      page.lines(left + 5, first, lines, { size, bold: rowIndex === 0 });
      column += span;
    }
  });
  return page;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** `RRGGBB` as the operation that sets it. */
function colour(fill: string | null): string {
  if (fill === null) return '';
  const parts = [0, 2, 4].map((at) => (Number.parseInt(fill.slice(at, at + 2), 16) / 255).toFixed(3));
  return `${parts.join(' ')} rg `;
}

const WIN_ANSI: Readonly<Record<string, number>> = {
  '–': 0x96,
  '•': 0x95,
  '”': 0x94,
  '“': 0x93,
  '’': 0x92,
  '…': 0x85,
};

function winAnsi(text: string): number[] {
  return [...text].map((letter) => WIN_ANSI[letter] ?? letter.charCodeAt(0));
}

function meaningsMap(meanings: Readonly<Record<string, string>>): string {
  const entries = Object.entries(meanings).map(([code, unicode]) => `<${code}> <${unicode}>`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /M def 1 begincodespacerange <00> <FF> endcodespacerange
${entries.length} beginbfchar ${entries.join(' ')} endbfchar endcmap end end`;
}

function linkAnnotation({ place, url }: { place: Place; url: string }): string {
  const rect = [place.x, PAGE_HEIGHT - place.y - place.height, place.x + place.width, PAGE_HEIGHT - place.y];
  return `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI (${url}) >> >>`;
}

function fileOf(objects: ReadonlyMap<number, Buffer>, trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.6\n')];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  for (const [number, content] of objects) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
    offsets.set(number, length);
    length += object.length;
    parts.push(object);
  }
  const size = Math.max(...objects.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
