/** Opens a PDF with pdf.js so that it can do nothing but be read: no scripts, no network, no fonts from the machine. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';

/** The numbers pdf.js gives its drawing operations, by name. */
export type OperationCodes = typeof import('unpdf/pdfjs').OPS;

/** @throws whatever pdf.js says of a file that is none or needs a password (`PasswordException`) */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the bytes it is given for itself, hence the copy.
  return getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // No picture is as small: none is decoded. Words alone are read, and a picture may unpack to hundreds of megabytes.
    maxImageSize: 0,
    verbosity: 0,
  });
}

export async function operationCodes(): Promise<OperationCodes> {
  return (await getResolvedPDFJS()).OPS;
}
