/** Which list a municipality's name stands on: the words over it, in its box, above its box, or before it. */
import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import type { Page, ReadContext } from '#src/core/reading/reading.ts';
import { isSameTitle } from '#src/core/reading/same-title.ts';
import { sentencesOf } from '#src/core/reading/sentences.ts';
import type { Line, SlideBox } from '#src/core/reading/slide.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import type { Group, Listed } from './signature-checks.ts';

const MISSING =
  /mangle(?:r|nde)|ikke (?:har )?underskrevet|afventer underskrift|udestår|har endnu ikke|endnu ikke (?:modtaget|tilsluttet)|ikke tilsluttet/i;
const SIGNED =
  /har underskrevet|underskrevet|har tilsluttet sig|tilsluttede|tilsluttet|underskrifter fra|har skrevet under/i;

export interface NamedAt {
  municipality: NamedMunicipality;
  lines: Line[];
}

/** Whether the words say who lacks or who has signed. */
export function toldBy(text: string): Listed | null {
  if (MISSING.test(text)) return 'missing';
  return SIGNED.test(text) ? 'signed' : null;
}

type Head = Group & { at: number };

/** Every name belongs to the nearest words before it that tell which list it is on. */
export function groupNames(page: Page, names: readonly NamedAt[], context: ReadContext): Group[] {
  const groups: Group[] = [];
  const nameLines = new Set(names.flatMap((name) => name.lines));
  const heads = findHeadings(page.lines, nameLines);
  if (heads.length === 0) {
    const listed = toldBy(page.slide.title) ?? toldBy(page.slide.section) ?? toldBefore(page, context);
    if (!listed) return [];
    heads.push({ listed, heading: [], municipalities: [], stated: countIn(page.slide.title), at: -1 });
  }
  for (const { municipality, lines } of names) {
    const [line] = lines;
    const at = line ? page.lines.indexOf(line) : -1;
    const head = (line && headOver(line, heads, page)) ?? heads.findLast((one) => one.at <= at) ?? heads[0];
    head?.municipalities.push(municipality);
  }
  for (const { at: _at, ...group } of heads) if (group.municipalities.length > 0) groups.push(group);
  return groups;
}

/** More words than this are no name. */
const NAME_MAX_WORDS = 3;
/** A line among names that is no name: in a box of names, or with names before and after it. */
export function strangersAmong(
  page: Page,
  names: readonly NamedAt[],
  near: readonly Line[],
): { text: string; name: null; lines: Line[] }[] {
  const named = new Set([...names.flatMap(({ lines }) => lines), ...near]);
  return page.lines.flatMap((line, at) => {
    const isBetween =
      isNameLine(page.lines[at - 1], named) &&
      (isNameLine(page.lines[at + 1], named) || endsBox(line, page, named));
    const text = line.text.replace(/^•\s*/, '');
    if (named.has(line) || !isBetween || !looksLikeName(text)) return [];
    return [{ text, name: null, lines: [line] }];
  });
}

function isNameLine(line: Line | undefined, named: ReadonlySet<Line>): boolean {
  return line !== undefined && named.has(line) && line.text.split(' ').length <= NAME_MAX_WORDS;
}

/** The last line of a box that is otherwise names. */
function endsBox(line: Line, page: Page, named: ReadonlySet<Line>): boolean {
  const lines = boxOf(line, page)?.lines ?? [];
  return lines.at(-1) === line && lines.filter((one) => named.has(one)).length >= 3;
}

function looksLikeName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L} -]+$/u.test(text) &&
    text.split(' ').length <= NAME_MAX_WORDS &&
    !toldBy(text) &&
    !/^(?:regions)?kommuner?$/i.test(text)
  );
}

/** In a deck: the heading in the same box, else the one whose box stands above and reaches over it. */
function headOver(line: Line, heads: readonly Head[], page: Page): Head | undefined {
  const box = boxOf(line, page);
  if (!box) return undefined;
  const own = heads.filter(({ heading }) => heading[0] && box.lines.includes(heading[0]));
  const before = own.findLast((head) => head.at <= page.lines.indexOf(line));
  if (before) return before;
  const { place } = box;
  if (!place) return undefined;
  const middle = place.x + place.width / 2;
  const above = heads.flatMap((head) => {
    const over = head.heading[0] && boxOf(head.heading[0], page)?.place;
    const reaches = over && over.x <= middle && middle <= over.x + over.width;
    return over && reaches && over.y < place.y + place.height / 2 ? [{ head, y: over.y }] : [];
  });
  return above.sort((a, b) => b.y - a.y)[0]?.head;
}

function boxOf(line: Line, page: Page): SlideBox | undefined {
  return page.slide.layout?.boxes.find((box) => box.lines.includes(line));
}

/** A list that goes on has its heading on the slide before. */
function toldBefore({ slide }: Page, { before }: ReadContext): Listed | null {
  if (!before || slide.title === '' || !isSameTitle(before.title, slide.title)) return null;
  const told = before.lines.flatMap((line) => toldBy(line.text) ?? []);
  return new Set(told).size === 1 ? (told[0] ?? null) : null;
}

/** "Følgende 83 / kommuner mangler / underskrift:" stands in up to three lines, with or without gaps between. */
function findHeadings(lines: readonly Line[], nameLines: ReadonlySet<Line>): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next, third] = lines.slice(at, at + 3);
    if (!line) break;
    if (nameLines.has(line) && !toldBy(line.text)) continue;
    const heading = toldBy(line.text) ? [line] : next && !nameLines.has(next) ? [line, next] : [];
    const listed = toldBy(tellingPart(joinLines(heading)));
    if (!listed) continue;
    const after = heading.length === 1 ? next : third;
    if (after && !nameLines.has(after) && /^(?:underskrift|at underskrive)/i.test(after.text))
      heading.push(after);
    const before = lines[at - 1];
    if (before && !nameLines.has(before) && /^(?:følgende|disse|de)\b/i.test(before.text))
      heading.unshift(before);
    heads.push({ listed, heading, municipalities: [], stated: countIn(tellingPart(joinLines(heading))), at });
    at = lines.indexOf(heading.at(-1) ?? line);
  }
  return heads;
}

/** "84 har underskrevet. Følgende mangler: ...": the names stand after the last sentence that tells. */
function tellingPart(text: string): string {
  return (
    sentencesOf(text)
      .filter((sentence) => toldBy(sentence) !== null)
      .at(-1) ?? text
  );
}

/** "Følgende 83 kommuner", "Underskrevet: 27 af 98", "har underskrevet (15)". */
export function countIn(text: string): number | null {
  const match =
    /(\d{1,2})\s*(?:kommuner|af\s+98)|\((\d{1,2})\)|:\s*(\d{1,2})\b|^(?:følgende|de)\s+(\d{1,2})\b/i.exec(
      text,
    );
  const count = match?.slice(1).find((one) => one !== undefined);
  return count === undefined ? null : Number(count);
}
