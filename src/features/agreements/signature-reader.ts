/** Reads which municipalities have signed an agreement, or lack it: lists in columns, in lines or in a sentence. */
import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import { namesIn } from '#src/core/municipalities/names-in-text.ts';
import {
  type Confidence,
  datesIn,
  lower,
  NO_DATE,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { checkList, type Group, type Listed } from './signature-checks.ts';

const MISSING = /mangler|ikke (?:har )?underskrevet|afventer underskrift|udestår|har endnu ikke/i;
const SIGNED = /har underskrevet|underskrevet|har tilsluttet sig|tilsluttede|underskrifter fra/i;
/** "Odense og Vejle mangler at svare" is about something else. */
const SUBJECT = /underskr|tilslut|aftale/i;
const AS_OF = /opgjort|status|pr\.|per\b|d\./i;
/** Fewer names than this are an example in a sentence, no list. */
const LEAST_NAMES = 3;

/** A slide with municipality names under words that tell whether they have signed. */
export function readSignatures(page: Page, context: ReadContext): Reading | null {
  const told = [page.slide.title, page.slide.section, joinLines(page.lines)];
  if (!told.some((text) => toldBy(text)) || !told.some((text) => SUBJECT.test(text))) return null;
  const letters = page.lines.some((line) => line.source === 'ocr') ? 'ocr' : 'good';
  const found = namesIn(page.lines, context.municipalities, letters);
  if (found.names.length < LEAST_NAMES) return null;
  const groups = groupNames(page, found.names);
  if (groups.length === 0) return null;
  const missing = codesOf(groups, 'missing');
  const signed = codesOf(groups, 'signed');
  const rest = context.municipalities.filter(({ code }) => !missing.has(code) && !signed.has(code));
  const listed = missing.size > 0 && signed.size > 0 ? 'both' : missing.size > 0 ? 'missing' : 'signed';
  const inferred = listed === 'both' ? null : listed === 'missing' ? 'signed' : 'missing';
  if (inferred) for (const { code } of rest) (inferred === 'signed' ? signed : missing).add(code);
  const stated = groups.length === 1 ? (groups[0]?.stated ?? null) : null;
  const listedCount = new Set(groups.flatMap((group) => group.municipalities.map(({ code }) => code))).size;
  const asOf = findAsOf(page, context);
  const warnings = checkList(page, groups, found.suggestions);
  const names = (codes: ReadonlySet<string>): string[] =>
    context.municipalities.filter(({ code }) => codes.has(code)).map(({ name }) => name);
  const whole = found.suggestions.length > 0 ? 'low' : countedConfidence(groups);
  return {
    kind: 'signature-list',
    isList: true,
    records: {
      signatures: [
        {
          slide: page.slide.number,
          confidence: lower(whole, letters === 'ocr' ? 'medium' : 'high'),
          agreement: agreementNamed(page),
          as_of: asOf.date,
          listed,
          stated_count: stated,
          listed_count: listedCount,
          missing: names(missing),
          signed: names(signed),
          inferred,
        },
      ],
      warnings,
    },
    claimed: [
      ...found.names.flatMap((name) => name.lines),
      ...groups.flatMap((group) => group.heading),
      ...asOf.lines,
    ],
  };
}

/** Sure only when the slide's own number agrees; without one nothing has checked the list. */
function countedConfidence(groups: readonly Group[]): Confidence {
  const counts = groups.map(({ stated, municipalities }) =>
    stated === null ? null : stated === new Set(municipalities.map(({ code }) => code)).size,
  );
  if (counts.includes(false)) return 'low';
  return counts.includes(null) ? 'medium' : 'high';
}

/** Every name belongs to the nearest words before it that tell which list it is on. */
function groupNames(
  page: Page,
  names: readonly { municipality: NamedMunicipality; lines: Line[] }[],
): Group[] {
  const groups: Group[] = [];
  const nameLines = new Set(names.flatMap((name) => name.lines));
  const heads = findHeadings(page.lines, nameLines);
  if (heads.length === 0) {
    const listed = toldBy(page.slide.title) ?? toldBy(page.slide.section);
    if (!listed) return [];
    heads.push({ listed, heading: [], municipalities: [], stated: countIn(page.slide.title), at: -1 });
  }
  for (const { municipality, lines } of names) {
    const at = lines[0] ? page.lines.indexOf(lines[0]) : -1;
    const head = heads.findLast((one) => one.at <= at) ?? heads[0];
    head?.municipalities.push(municipality);
  }
  for (const { at: _at, ...group } of heads) if (group.municipalities.length > 0) groups.push(group);
  return groups;
}

/** "Følgende 83 / kommuner mangler / underskrift:" stands in up to three lines, with or without gaps between. */
function findHeadings(lines: readonly Line[], nameLines: ReadonlySet<Line>): (Group & { at: number })[] {
  const heads: (Group & { at: number })[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next, third] = lines.slice(at, at + 3);
    if (!line) break;
    if (nameLines.has(line) && !toldBy(line.text)) continue;
    const heading = toldBy(line.text) ? [line] : next && !nameLines.has(next) ? [line, next] : [];
    const listed = toldBy(joinLines(heading));
    if (!listed) continue;
    const after = heading.length === 1 ? next : third;
    if (after && !nameLines.has(after) && /^(?:underskrift|at underskrive)/i.test(after.text))
      heading.push(after);
    const before = lines[at - 1];
    if (before && !nameLines.has(before) && /^(?:følgende|disse|de)\b/i.test(before.text))
      heading.unshift(before);
    heads.push({ listed, heading, municipalities: [], stated: countIn(joinLines(heading)), at });
    at = lines.indexOf(heading.at(-1) ?? line);
  }
  return heads;
}

function toldBy(text: string): Listed | null {
  if (MISSING.test(text)) return 'missing';
  return SIGNED.test(text) ? 'signed' : null;
}

/** "Følgende 83 kommuner", "Underskrevet: 27 af 98", "har underskrevet (15)". */
function countIn(text: string): number | null {
  const match =
    /(\d{1,2})\s*(?:kommuner|af\s+98)|\((\d{1,2})\)|:\s*(\d{1,2})\b|^(?:følgende|de)\s+(\d{1,2})\b/i.exec(
      text,
    );
  const count = match?.slice(1).find((one) => one !== undefined);
  return count === undefined ? null : Number(count);
}

function codesOf(groups: readonly Group[], listed: Listed): Set<string> {
  return new Set(
    groups
      .filter((group) => group.listed === listed)
      .flatMap((group) => group.municipalities.map(({ code }) => code)),
  );
}

function findAsOf(
  page: Page,
  context: ReadContext,
): { date: Snapshot['signatures'][number]['as_of']; lines: Line[] } {
  for (const line of [...page.lines, ...page.slide.titleLines]) {
    if (!AS_OF.test(line.text)) continue;
    const date = datesIn(line.text, context, { role: 'as-of' }, [line])[0]?.date;
    if (date?.from) return { date, lines: [line] };
  }
  return { date: NO_DATE, lines: [] };
}

/** The words by which the slide names the agreement: its section or title, whichever speaks of one. */
function agreementNamed({ slide }: Page): string {
  const names = [slide.section, slide.title].filter((name) => /aftale|tilslutning|standard/i.test(name));
  return names[0] ?? (slide.section || slide.title);
}
