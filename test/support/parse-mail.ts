/** Reads a mail back without the library that wrote it: RFC 5322 headers, RFC 2047 words, one level of MIME parts. */

export interface ParsedMail {
  /** Lower-case name and unfolded, decoded value, in order; a header that stands twice is here twice. */
  headers: [string, string][];
  header: (name: string) => string | undefined;
  text: string;
  html: string;
  raw: string;
}

export function parseMail(bytes: Buffer): ParsedMail {
  const raw = bytes.toString('latin1');
  const { headers, body } = split(raw);
  const header = (name: string) => headers.find(([key]) => key === name)?.[1];
  const boundary = /boundary="?([^";]+)"?/.exec(header('content-type') ?? '')?.[1];
  const parts =
    boundary === undefined
      ? []
      : body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => split(part.replace(/^\r\n/, '')));
  const bodyOf = (type: string): string => {
    const part = parts.find(({ headers: own }) =>
      own.some(([key, value]) => key === 'content-type' && value.startsWith(type)),
    );
    const encoding = part?.headers.find(([key]) => key === 'content-transfer-encoding')?.[1] ?? '7bit';
    return part ? decodeBody(part.body.replace(/\r\n$/, ''), encoding).replaceAll('\r\n', '\n') : '';
  };
  return { headers, header, text: bodyOf('text/plain'), html: bodyOf('text/html'), raw };
}

function split(raw: string): { headers: [string, string][]; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
  });
  return { headers, body: raw.slice(end + 4) };
}

function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) => {
      const bytes =
        how.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' '));
      return bytes.toString('utf8');
    });
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quoted(body.replaceAll(/=\r\n/g, '')).toString('utf8');
  return Buffer.from(body, 'latin1').toString('utf8');
}

function quoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
