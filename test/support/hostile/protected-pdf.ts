/** PDF files with passwords, as the standard security handler of revision 4 makes them (ISO 32000-1, 7.6.3). */
import { createHash } from 'node:crypto';
import { type PdfExtras, type PdfPage, pdfOf } from '#test/support/pdf.ts';

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const ID = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const PERMISSIONS = -44;
const ROUNDS = 50;

/**
 * Nothing in it is encrypted, for the sake of a short test; it is opened like one in which everything is.
 * @param user without it nobody opens the file; '' lets everybody read
 * @param owner without it nobody changes the file
 */
export function protectedPdf(pages: readonly PdfPage[], user: string, owner: string): Uint8Array {
  const ownerEntry = rc4Rounds(digest(padded(owner), ROUNDS), padded(user));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = digest(Buffer.concat([padded(user), ownerEntry, permissions, ID]), ROUNDS);
  const userEntry = Buffer.concat([rc4Rounds(key, md5(Buffer.concat([PADDING, ID]))), Buffer.alloc(16)]);
  const extras: PdfExtras = {
    trailer: `/Encrypt 7 0 R /ID [<${ID.toString('hex')}> <${ID.toString('hex')}>]`,
    objects: [
      `<< /Filter /Standard /V 4 /R 4 /Length 128 /P ${PERMISSIONS} /CF << /StdCF << /CFM /None >> >> /StmF /StdCF /StrF /StdCF
      /O <${ownerEntry.toString('hex')}> /U <${userEntry.toString('hex')}> >>`,
    ],
  };
  return pdfOf(pages, extras);
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function digest(bytes: Buffer, rounds: number): Buffer {
  let hash = md5(bytes);
  for (let round = 0; round < rounds; round++) hash = md5(hash);
  return hash;
}

function rc4Rounds(key: Buffer, bytes: Buffer): Buffer {
  let result = bytes;
  for (let round = 0; round < 20; round++) result = rc4(Buffer.from(key.map((byte) => byte ^ round)), result);
  return result;
}

/** Written out: the libraries of today no longer offer it. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (one: number, other: number) => {
    [state[one & 255], state[other & 255]] = [at(other), at(one)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
