import type { FastifyInstance } from 'fastify';
import { readSheet } from '#src/formats/read-sheet.ts';
import type { SheetCell } from '#src/formats/sheet.ts';
import type { Visitor } from './cast.ts';

/** The rows of a list that was fetched as a file, by their headings. @param who whose browser fetches it */
export async function readListFile(
  app: FastifyInstance,
  address: string,
  who?: Visitor,
): Promise<Record<string, SheetCell>[]> {
  const cookie = [...(who?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const { statusCode, rawPayload } = await app.inject({ url: address, headers: cookie ? { cookie } : {} });
  if (statusCode !== 200) throw new Error(`${address} answers ${statusCode}`);
  const [head, ...rows] = readSheet(address, rawPayload).rows;
  const headings = (head?.cells ?? []).map(String);
  return rows.map(({ cells }) =>
    Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? null])),
  );
}
