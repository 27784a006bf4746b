import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FileKind, fileKind, wrongKind } from '#src/formats/kind.ts';
import { readMaterialBytes } from '#test/support/material.ts';
import { oneSlide, shape } from '#test/support/pptx.ts';

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const ole = (stream: string) =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]));

describe('a file is what its bytes say', () => {
  test.each<[FileKind, string, Uint8Array]>([
    ['empty', 'no bytes', new Uint8Array()],
    ['pptx', 'a presentation', oneSlide(shape('Ord'))],
    ['docx', 'a document of Word', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['xlsx', 'a workbook', zipSync({ 'xl/workbook.xml': strToU8('<w/>') })],
    ['opendocument', 'one of LibreOffice', zipSync({ mimetype: strToU8('application/vnd.oasis') })],
    ['zip', 'photos', zipSync({ 'a.jpg': strToU8('x') })],
    ['damaged-zip', 'half a presentation', oneSlide(shape('Ord')).subarray(0, 300)],
    ['protected-office', 'with a password', ole('EncryptedPackage')],
    ['old-office', 'from before 2007', ole('PowerPoint Document')],
    ['pdf', 'PDF', strToU8('%PDF-1.7\n%\n')],
    ['pdf', 'PDF with something before it', strToU8('\n\n%PDF-1.4')],
    ['html', 'a page', strToU8('<!DOCTYPE html><html>')],
    ['html', 'a page without a type', strToU8('\n <HTML lang="da">')],
    ['html', 'a drawing', strToU8('<?xml version="1.0"?>\n<svg xmlns="x">')],
    ['picture', 'PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['picture', 'JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['picture', 'WebP', strToU8('RIFF1234WEBPVP8 ')],
    ['csv', 'semicolons', strToU8('Kommune;Status\nKøge;Underskrevet\n')],
    ['csv', 'tabs', strToU8('Kommune\tStatus\nKøge\tMangler')],
    ['csv', 'commas', strToU8('Kommune,Status,Dato\nKøge,ja,2025\n')],
    ['csv', 'in UTF-16', utf16('\ufeffKommune;Status\nKøge;ja\n')],
    ['text', 'sentences', strToU8('Kære alle, vi ses\nog siger tak, i dag\n')],
    ['text', 'one line', strToU8('Albertslund; Allerød; Assens')],
    ['text', 'in Windows-1252', Uint8Array.of(0xc6, 0x72, 0xf8)],
    ['text', 'in UTF-16', utf16('\ufeffÆrø og Læsø')],
    ['unknown', 'noise', Uint8Array.of(1, 2, 3, 0, 5, 6)],
    ['html', 'a page after remarks', strToU8('<!-- a --> <!-- b -->\n<html>')],
    ['text', 'remarks alone', strToU8(`${'<!---->'.repeat(5_000)} Hej`)],
    ['text', 'a letter cut in two where the look ends', strToU8(`\ufeff${'æ'.repeat(40_000)}`)],
  ])('%s: %s', (kind, _, bytes) => {
    expect(fileKind(bytes)).toBe(kind);
  });

  test.each<[FileKind, string]>([
    ['pptx', '2025-11-rebuilt.pptx'],
    ['pdf', '2025-11-rebuilt.pdf'],
    ['text', '2025-11-text-layer.txt'],
    ['text', '2025-11-ocr.txt'],
  ])('%s: the material %s', (kind, name) => {
    const bytes = readMaterialBytes(name);
    if (bytes) expect(fileKind(bytes)).toBe(kind);
  });
});

test('a refusal names the file, what it is, and what is wanted', () => {
  const refusal = (kind: FileKind) => wrongKind('liste.pptx', kind, 'et Excel-regneark (.xlsx)').message;
  expect(refusal('docx')).toBe('Filen liste.pptx er et Word-dokument. Vælg et Excel-regneark (.xlsx).');
  expect(refusal('empty')).toBe('Filen liste.pptx er tom. Vælg filen igen, eller gem den igen først.');
});
