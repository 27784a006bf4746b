/** Reads who has signed from a table: a column for each list, or a row for each municipality with its status. */
import { matchWholeName } from '#src/core/municipalities/match.ts';
import { namesIn } from '#src/core/municipalities/names-in-text.ts';
import type { Page, ReadContext } from '#src/core/reading/reading.ts';
import type { Line, SlideCell, SlideTable } from '#src/core/reading/slide.ts';
import type { Group, Listed, SignatureList } from './signature-checks.ts';
import { statedIn, toldBy } from './signature-words.ts';

const LEAST_NAMES = 3;
const MUNICIPALITY = /^kommune(?:r|navn)?$/i;
const STATUS =
  /^(?:status|underskrevet|underskrift|tilsluttet|tilslutning|har underskrevet|modtaget)(?![\p{L}])/iu;
const YES = /^(?:[✓✔☑●x]|ja|ok|underskrevet|har underskrevet|tilsluttet|modtaget|\d{1,2}[./-]\s?\d)/iu;
const NO = /^(?:[✗✘☐○–-]|nej|mangler|afventer|ikke |udestår|endnu ikke)/iu;

export function readSignatureTable(page: Page, context: ReadContext): SignatureList | null {
  for (const table of page.slide.layout?.tables ?? []) {
    const list = byStatus(table, context) ?? byColumns(table, context);
    if (list) return list;
  }
  return null;
}

/** "Kommune | Status": a row for each. A cell nobody can read is listed nowhere. */
function byStatus({ rows }: SlideTable, context: ReadContext): SignatureList | null {
  const [head, ...body] = rows;
  const status = head?.findIndex((cell) => STATUS.test(cell.text)) ?? -1;
  const name = head?.findIndex((cell) => MUNICIPALITY.test(cell.text)) ?? -1;
  if (!head || status < 0 || name < 0) return null;
  const groups: Record<Listed, Group> = { missing: emptyGroup('missing'), signed: emptyGroup('signed') };
  const list: SignatureList = { groups: [], unknown: [], lines: head.flatMap((cell) => cell.lines) };
  for (const row of body) {
    const [own, said] = [row[name], row[status]];
    if (!own || own.text === '') continue;
    const municipality = matchWholeName(own.text, context.municipalities)?.municipality;
    const listed = said ? statusOf(said.text) : null;
    if (!municipality) list.unknown.push({ text: own.text, name: null, lines: own.lines });
    if (!municipality || !listed) continue;
    groups[listed].municipalities.push(municipality);
    list.lines.push(...row.flatMap((cell) => cell.lines));
  }
  list.groups = Object.values(groups).filter(({ municipalities }) => municipalities.length > 0);
  return countNames(list) >= LEAST_NAMES ? list : null;
}

/** An empty cell beside filled ones tells nothing for sure. */
function statusOf(text: string): Listed | null {
  if (NO.test(text)) return 'missing';
  return YES.test(text) ? 'signed' : null;
}

/** "Har underskrevet | Mangler": the names stand below. A heading that reaches over several columns counts for all. */
function byColumns({ rows }: SlideTable, context: ReadContext): SignatureList | null {
  const at = rows.findIndex((row) => row.some((cell) => toldBy(cell.text) !== null));
  const head = rows[at];
  if (!head) return null;
  const list: SignatureList = { groups: [], unknown: [], lines: [] };
  for (const heading of new Set(head)) {
    const listed = toldBy(heading.text);
    if (!listed) continue;
    const columns = head.flatMap((cell, column) => (cell === heading ? [column] : []));
    const below = new Set(
      rows.slice(at + 1).flatMap((row) => columns.flatMap((column) => row[column] ?? [])),
    );
    const found = namesIn([...below].flatMap(linesOf), context.municipalities, 'good');
    list.groups.push({
      listed,
      heading: heading.lines,
      municipalities: found.names.map(({ municipality }) => municipality),
      stated: statedIn(heading.text, listed),
    });
    list.unknown.push(...found.suggestions.map(({ text, name, line }) => ({ text, name, lines: [line] })));
    const named = new Set([
      ...found.names.flatMap(({ lines }) => lines),
      ...found.suggestions.map(({ line }) => line),
    ]);
    for (const line of [...below].flatMap(linesOf)) {
      if (!named.has(line) && /^\p{Lu}[\p{L} -]+$/u.test(line.text) && line.text.split(' ').length <= 3) {
        list.unknown.push({ text: line.text, name: null, lines: [line] });
        named.add(line);
      }
    }
    list.lines.push(...found.names.flatMap(({ lines }) => lines));
  }
  return countNames(list) >= LEAST_NAMES ? list : null;
}

function linesOf(cell: SlideCell): Line[] {
  return cell.lines;
}

function countNames({ groups }: SignatureList): number {
  return groups.reduce((sum, { municipalities }) => sum + municipalities.length, 0);
}

function emptyGroup(listed: Listed): Group {
  return { listed, heading: [], municipalities: [], stated: null };
}
