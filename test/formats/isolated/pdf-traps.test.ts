/** PDF files that turn in circles or grow without end: each is read or given up with a sentence, within its limits. */
import { expect, test } from 'vitest';
import { createIsolatedReader, READING_LIMITS } from '#src/formats/isolated/isolated-reader.ts';
import { UnreadableFileError } from '#src/formats/unreadable-file.ts';
import * as traps from '#test/support/hostile/pdf-traps.ts';
import { protectedPdf } from '#test/support/hostile/protected-pdf.ts';
import { PdfPage } from '#test/support/pdf.ts';

/** Less time than in earnest, so that the tests end. */
const reader = createIsolatedReader({ ...READING_LIMITS, milliseconds: 6_000 });

test.each(Object.entries(traps).map(([name, bytes]) => ({ name, bytes })))(
  '$name',
  { timeout: 60_000 },
  async ({ bytes }) => {
    const end = await reader.read('møde.pdf', bytes()).catch((error: unknown) => error);
    if (!(end instanceof UnreadableFileError)) expect(end).toMatchObject({ slides: [{ number: 1 }] });
    else {
      expect(end.message).toMatch(/^Filen møde\.pdf .{20,200}\.$/);
      expect(end.cause).toBeUndefined();
    }
  },
);

test('a PDF that only its owner may change is read', async () => {
  const pages = [new PdfPage().text(43, 66, 'Status', { size: 26 }).text(60, 150, 'En linje')];
  const file = protectedPdf(pages, '', 'ejer');
  expect((await createIsolatedReader().read('møde.pdf', file)).slides[0]?.title).toBe('Status');
});
