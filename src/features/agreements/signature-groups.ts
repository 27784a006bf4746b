/** Which list a municipality's name stands on: the words over it, in its box, above its box, or before it. */
import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import type { Page, ReadContext } from '#src/core/reading/reading.ts';
import { isSameTitle } from '#src/core/reading/same-title.ts';
import type { Line, SlideBox } from '#src/core/reading/slide.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { ALL, type Group, type Listed } from './signature-checks.ts';
import { countsTold, statedIn, tellingPart, toldBy } from './signature-words.ts';

export interface NamedAt {
  municipality: NamedMunicipality;
  lines: Line[];
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
    heads.push({
      listed,
      heading: [],
      municipalities: [],
      stated: statedIn(page.slide.title, listed),
      at: -1,
    });
  }
  const byTitle = headOfTitle(page);
  for (const { municipality, lines } of names) {
    const [line] = lines;
    const at = line ? page.lines.indexOf(line) : -1;
    const head =
      (line && headOver(line, heads, page)) ?? heads.findLast((one) => one.at <= at) ?? byTitle ?? heads[0];
    head?.municipalities.push(municipality);
  }
  for (const { at: _at, ...group } of byTitle ? [byTitle, ...heads] : heads)
    if (group.municipalities.length > 0) groups.push(group);
  return withComplement(groups, page);
}

/** The title may name the list, and something else be told below it. */
function headOfTitle({ slide }: Page): Head | null {
  const listed = toldBy(slide.title);
  return listed && { listed, heading: [], municipalities: [], stated: statedIn(slide.title, listed), at: -1 };
}

/** "93 af 98 har underskrevet" checks a list of the five who have not, where it is the only list. */
function withComplement(groups: readonly Group[], { slide, lines }: Page): Group[] {
  const [group, ...more] = groups;
  if (!group || more.length > 0) return [...groups];
  const told = [slide.title, ...paragraphs(lines).map(({ text }) => text)].flatMap(countsTold);
  const others = told.flatMap(({ listed, count }) => (listed === group.listed ? [] : [ALL - count]));
  return others.length > 0 ? [{ ...group, complement: others[0] }] : [group];
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
    if (named.has(line) || isRegion(text) || !isBetween || !looksLikeName(text)) return [];
    return [{ text, name: null, lines: [line] }];
  });
}

/** "Region Sjælland", "KKR Nordjylland (3)", "Hovedstaden:": the names below stand there, and it is none itself. */
export function isRegion(text: string): boolean {
  return /^(?:•\s*)?(?:(?:region|kkr)\s+\p{Lu}[\p{L}-]+|hovedstaden|sjælland|syddanmark|midtjylland|nordjylland|østdanmark)\s*(?:\(\d+\))?\s*:?$/iu.test(
    text,
  );
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

/** "Tak til alle, der har underskrevet" heads no list, unless it goes on with the names. */
const THANKS = /^tak (?:til|for)[^:]*$/i;

/** "Følgende 83 / kommuner mangler / underskrift:" stands in up to three lines, with or without gaps between. */
function findHeadings(lines: readonly Line[], nameLines: ReadonlySet<Line>): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next, third] = lines.slice(at, at + 3);
    if (!line) break;
    if (nameLines.has(line) && !toldBy(line.text)) continue;
    const heading = toldBy(line.text) ? [line] : next && !nameLines.has(next) ? [line, next] : [];
    const listed = toldBy(tellingPart(joinLines(heading)));
    if (!listed || THANKS.test(joinLines(heading))) continue;
    const after = heading.length === 1 ? next : third;
    if (after && !nameLines.has(after) && /^(?:underskrift|at underskrive)/i.test(after.text))
      heading.push(after);
    const before = lines[at - 1];
    if (before && !nameLines.has(before) && /^(?:følgende|disse|de)\b/i.test(before.text))
      heading.unshift(before);
    heads.push({
      listed,
      heading,
      municipalities: [],
      stated: statedIn(tellingPart(joinLines(heading)), listed),
      at,
    });
    at = lines.indexOf(heading.at(-1) ?? line);
  }
  return heads;
}
