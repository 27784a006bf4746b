/** Files that are no readable PDF: each ends in one or two Danish sentences, and none hangs or fetches anything. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { readPdf } from '#src/formats/pdf/read-pdf.ts';
import { UnreadableFileError } from '#src/formats/unreadable-file.ts';
import { PdfPage, pdfOf, stream } from '#test/support/pdf.ts';

const PAGE = () => new PdfPage().text(43, 66, 'Status', { size: 26 }).text(60, 150, 'En linje', { size: 14 });

describe('refused', () => {
  test('nothing at all', () =>
    expectRefusal(new Uint8Array(), 'Filen deck.pdf er tom. Vælg filen igen, eller gem den igen først.'));

  test('a web page or a text under the name of a PDF', async () => {
    await expectRefusal(
      bytesOf('<!doctype html><html><body>hej</body></html>'),
      'Filen deck.pdf er en webside. Vælg en PDF-fil (.pdf).',
    );
    await expectRefusal(bytesOf('Kort nyt'), 'Filen deck.pdf er en tekstfil. Vælg en PDF-fil (.pdf).');
  });

  test('a file cut short, wherever it was cut', async () => {
    const whole = pdfOf([PAGE(), PAGE()]);
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      await expectRefusal(whole.slice(0, Math.floor(whole.length * share)), DAMAGED);
    }
  });

  test('a header and an end with nothing between', () => expectRefusal(bytesOf('%PDF-1.7\n%%EOF'), DAMAGED));

  test('a password', () =>
    expectRefusal(
      pdfOf([PAGE()], {
        trailer: '/Encrypt 7 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
        objects: [
          `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
        ],
      }),
      'Filen deck.pdf er beskyttet med adgangskode. Gem en kopi uden adgangskode, og brug den.',
    ));

  test('pictures alone', () =>
    expectRefusal(
      pdfOf([new PdfPage().raw('q 900 0 0 500 30 20 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q')]),
      "Filen deck.pdf kunne ikke læses. PDF'en har ingen tekst, kun billeder. Gem præsentationen som PDF fra PowerPoint.",
    ));

  test('more pages than any deck has', () =>
    expectRefusal(
      pdfOf(Array.from({ length: 5_000 }, () => new PdfPage())),
      'Filen deck.pdf har 5.000 sider, og der læses højst 400. Del den i flere filer.',
    ));

  test('pages that lead back to themselves', async () => {
    await expectRefusal(pdfOf([PAGE()], { kids: '2 0 R', count: 1 }), DAMAGED);
    await expectRefusal(
      pdfOf([PAGE()], {
        kids: '20 0 R 7 0 R',
        count: 3,
        objects: ['<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R] >>'],
      }),
      DAMAGED,
    );
  });

  test('a page that is missing', () =>
    expectRefusal(pdfOf([PAGE()], { kids: '20 0 R 99 0 R', count: 2 }), DAMAGED));

  test('a small part that unpacks to very much, once or twice packed', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024, ' ');
    for (const layers of [1, 2]) {
      const bomb = pdfOf([PAGE()], { objects: [stream(zeros, layers).toString('latin1')] });
      expect(bomb.length).toBeLessThan(200_000);
      await expectRefusal(
        bomb,
        'Filen deck.pdf bliver alt for stor, når den pakkes ud, og læses ikke. Gem den som PDF igen.',
      );
    }
  });

  test('more pieces of text on a page than it can hold', () => {
    const letters = Array.from(
      { length: 10_001 },
      (_, index) => `1 0 0 1 ${index % 900} ${index % 500} Tm (x) Tj`,
    );
    return expectRefusal(
      pdfOf([new PdfPage().raw(`BT /R 5 Tf ${letters.join('\n')} ET`)], { compressed: true }),
      'Side 1 i filen deck.pdf har mere tekst, end en side kan have. Gem den som PDF igen.',
    );
  });

  test('random bytes between a header and an end', async () => {
    for (let round = 0; round < 20; round++) {
      const noise = createHash('shake256', { outputLength: 2_000 }).update(`round ${round}`).digest();
      const bytes = new Uint8Array(Buffer.concat([bytesOf('%PDF-1.4\n'), noise, bytesOf('\n%%EOF\n')]));
      await expect(readPdf('deck.pdf', bytes)).rejects.toBeInstanceOf(UnreadableFileError);
    }
  });
});

describe('read all the same', () => {
  test('scripts, actions and forms are never run, and nothing is fetched', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('No network.'));
    const pdf = pdfOf([PAGE()], {
      catalog:
        '/OpenAction << /S /JavaScript /JS (globalThis.ran = true; app.launchURL\\("http://example.com/"\\)) >>',
    });
    expect((await readPdf('deck.pdf', pdf)).slides).toHaveLength(1);
    expect(fetched).not.toHaveBeenCalled();
    expect('ran' in globalThis).toBe(false);
    fetched.mockRestore();
  });

  test('300 pages', async () => {
    const { slides } = await readPdf(
      'deck.pdf',
      pdfOf(Array.from({ length: 300 }, PAGE), { compressed: true }),
    );
    expect(slides.map(({ number }) => number)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  });

  test('an empty page among others keeps its number', async () => {
    const { slides } = await readPdf('deck.pdf', pdfOf([PAGE(), new PdfPage(), PAGE()]));
    expect(slides.map(({ blocks }) => blocks.length)).toEqual([2, 0, 2]);
  });

  test('bytes of the caller stay as they were', async () => {
    const bytes = pdfOf([PAGE()]);
    const copy = bytes.slice();
    await readPdf('deck.pdf', bytes);
    expect(bytes).toEqual(copy);
  });

  test('a packed picture may be large', async () => {
    const picture = deflateSync(Buffer.alloc(40 * 1024 * 1024));
    const object = `<< /Type /XObject /Subtype /Image /Width 8000 /Height 5000 /Filter /FlateDecode /Length ${picture.length} >>\nstream\n${picture.toString('latin1')}\nendstream`;
    expect((await readPdf('deck.pdf', pdfOf([PAGE()], { objects: [object] }))).slides).toHaveLength(1);
  });
});

const DAMAGED = 'Filen deck.pdf er beskadiget eller ikke hentet helt. Hent eller gem den igen.';

async function expectRefusal(bytes: Uint8Array, sentence: string): Promise<void> {
  await expect(readPdf('deck.pdf', bytes)).rejects.toThrow(new UnreadableFileError(sentence));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
