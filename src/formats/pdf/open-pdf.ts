/** Opens a PDF with pdf.js so that it can do nothing but be read: no scripts, no network, no fonts from the machine. */

import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocumentProxy(new Uint8Array(bytes), {
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: true,
    enableXfa: false,
    maxImageSize: 0,
    verbosity: 0,
  });
}
