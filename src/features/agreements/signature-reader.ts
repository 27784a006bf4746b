/** Reads which municipalities have signed an agreement, or lack it: lists in columns, in lines or in a sentence. */
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
import { isSameTitle } from '#src/core/reading/same-title.ts';
import type { Line } from '#src/core/reading/slide.ts';
import { solutionNamedIn } from '#src/core/reading/solution-name.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { checkList, countOf, type Group, type Listed, type SignatureList } from './signature-checks.ts';
import { groupNames, isRegion, strangersAmong } from './signature-groups.ts';
import { readSignatureTable } from './signature-table.ts';
import { toldBy } from './signature-words.ts';

type Signatures = Snapshot['signatures'][number];

/** "Odense og Vejle mangler at svare" is about something else. */
const SUBJECT = /underskr|tilslut|aftale/i;
const COUNTED = /opgjort|optalt|opgørelse|status|\b(?:pr\.|per) /i;
const AS_OF = /opgjort|optalt|opgørelse|status|pr\.|per\b|d\./i;
/** A day that is no day of counting. */
const AHEAD = /frist|deadline|senest|inden |udsend|sendes/i;
/** Fewer names than this are an example in a sentence, no list. */
const LEAST_NAMES = 3;
const NAME_MAX_WORDS = 10;

/** A slide with municipality names under words that tell whether they have signed, or a table that says so. */
export function readSignatures(page: Page, context: ReadContext): Reading | null {
  const told = [page.slide.title, page.slide.section, joinLines(page.lines)];
  if (!told.some((text) => toldBy(text)) || !told.some((text) => SUBJECT.test(text))) return null;
  const table = readSignatureTable(page, context);
  const list = table ?? readList(page, context);
  if (!list) return null;
  const asOf = findAsOf(page, context);
  const named = agreementNamed(page, list.lines);
  const parts = byAgreement(list.groups, page);
  return {
    kind: 'signature-list',
    isList: true,
    records: {
      signatures: parts.map(({ solution, groups }) =>
        recordOf(
          { ...list, groups },
          solution === null ? named : `${solution}: ${named}`,
          asOf.date,
          page,
          context,
        ),
      ),
      warnings: parts.flatMap(({ groups }, at) => checkList(page, groups, at === 0 ? list.unknown : [])),
    },
    // Told as a warning; the line itself is no sentence of the slide.
    unread: list.unknown.flatMap(({ lines }) => lines).filter((line) => !list.lines.includes(line)),
    claimed: [...list.lines, ...list.groups.flatMap((group) => group.heading), ...asOf.lines],
  };
}

/** One slide may show the lists of several agreements, each under a heading that names its solution. */
function byAgreement(groups: readonly Group[], page: Page): { solution: string | null; groups: Group[] }[] {
  const told = groups.map((group) => ({ group, solution: solutionOver(group, page) }));
  const solutions = new Set(told.flatMap(({ solution }) => solution ?? []));
  if (solutions.size < 2) return [{ solution: null, groups: [...groups] }];
  const parts: { solution: string | null; groups: Group[] }[] = [];
  for (const { group, solution } of told) {
    const open = parts.at(-1);
    const known = solution === null ? open : parts.find((part) => part.solution === solution);
    if (known) known.groups.push(group);
    else parts.push({ solution, groups: [group] });
  }
  return parts;
}

/** The solution that a list's heading names, or the line over it. */
function solutionOver({ heading }: Group, { lines }: Page): string | null {
  const [first] = heading;
  const above = first ? lines[lines.indexOf(first) - 1] : undefined;
  return (
    solutionNamedIn(joinLines(heading)) ??
    (above && above.text.split(' ').length <= NAME_MAX_WORDS ? solutionNamedIn(above.text) : null)
  );
}

function recordOf(
  { groups, unknown: strangers }: SignatureList,
  agreement: string,
  asOf: Signatures['as_of'],
  page: Page,
  context: ReadContext,
): Signatures {
  const missing = codesOf(groups, 'missing');
  const signed = codesOf(groups, 'signed');
  const listed = missing.size > 0 && signed.size > 0 ? 'both' : missing.size > 0 ? 'missing' : 'signed';
  const inferred = listed === 'both' ? null : listed === 'missing' ? 'signed' : 'missing';
  const conflicts = [...missing].filter((code) => signed.has(code));
  const listedCount = new Set([...missing, ...signed]).size;
  const rest = context.municipalities.filter(({ code }) => !missing.has(code) && !signed.has(code));
  if (inferred) for (const { code } of rest) (inferred === 'signed' ? signed : missing).add(code);
  const names = (codes: ReadonlySet<string>): string[] =>
    context.municipalities.filter(({ code }) => codes.has(code)).map(({ name }) => name);
  const isOcr = page.lines.some((line) => line.source === 'ocr');
  const isDoubtful = strangers.length > 0 || conflicts.length > 0;
  const unknown = strangers.map(({ text }) => text);
  const hasMismatch = groups.some((group) => agreesWithCount(group) === false);
  return {
    slide: page.slide.number,
    confidence: lower(isDoubtful ? 'low' : countedConfidence(groups), isOcr ? 'medium' : 'high'),
    agreement,
    as_of: asOf,
    listed,
    stated_count: groups.length === 1 ? (groups[0]?.stated ?? null) : null,
    listed_count: listedCount,
    missing: names(missing),
    signed: names(signed),
    inferred,
    ...(hasMismatch ? { count_mismatch: true as const } : {}),
    ...(unknown.length > 0 ? { unknown_names: unknown } : {}),
    ...(conflicts.length > 0 ? { conflicts: names(new Set(conflicts)) } : {}),
  };
}

/** Both lists in one line: "Har underskrevet: Odense. Mangler: Vejle". */
const SECOND_LABEL =
  /(?<=\S)\s+(?=(?:Mangler|Manglende|Ikke underskrevet|Ikke tilsluttet|Har (?:ikke )?underskrevet|Underskrevet|Tilsluttet|Udestår)[^:.]{0,40}:)/u;

/** A line that labels two lists becomes a line for each; what is read of them is read of the whole. */
function readList(page: Page, context: ReadContext): SignatureList | null {
  const wholes = new Map<Line, Line>();
  const lines = page.lines.flatMap((line) => {
    const parts = line.text.split(SECOND_LABEL);
    if (parts.length < 2) return [line];
    return parts.map((text) => {
      const part = { ...line, text };
      wholes.set(part, line);
      return part;
    });
  });
  const list = readLines(wholes.size > 0 ? { ...page, lines } : page, context);
  if (!list) return null;
  const whole = (own: readonly Line[]): Line[] => [...new Set(own.map((line) => wholes.get(line) ?? line))];
  return {
    groups: list.groups.map((group) => ({ ...group, heading: whole(group.heading) })),
    unknown: list.unknown.map((one) => ({ ...one, lines: whole(one.lines) })),
    lines: whole(list.lines),
  };
}

/** Names under headings: one in a line, several, or within a sentence. */
function readLines(page: Page, context: ReadContext): SignatureList | null {
  const letters = page.lines.some((line) => line.source === 'ocr') ? 'ocr' : 'good';
  const found = namesIn(page.lines, context.municipalities, letters);
  const groups = groupNames(page, found.names, context);
  // Fewer names are an example in a sentence, unless the slide counts them or goes on with a list.
  const { before } = context;
  const goesOn = before !== null && page.slide.title !== '' && isSameTitle(before.title, page.slide.title);
  const isCounted = groups.length > 0 && groups.every((group) => group.stated === countOf(group));
  if (groups.length === 0 || (found.names.length < LEAST_NAMES && !isCounted && !goesOn)) return null;
  const near = found.suggestions.map(({ text, name, line }) => ({ text, name, lines: [line] }));
  const strange =
    letters === 'ocr'
      ? []
      : strangersAmong(
          page,
          found.names,
          near.flatMap(({ lines }) => lines),
        );
  const unknown = [...near, ...strange];
  return {
    groups,
    unknown,
    lines: [
      ...found.names.flatMap(({ lines }) => lines),
      ...page.lines.filter((line) => isRegion(line.text)),
    ],
  };
}

/** Sure only when the slide's own number agrees; without one nothing has checked the list. */
function countedConfidence(groups: readonly Group[]): Confidence {
  const counts = groups.map(agreesWithCount);
  if (counts.includes(false)) return 'low';
  return counts.includes(null) ? 'medium' : 'high';
}

/** Null when the slide states no number, of this list or of the other. */
function agreesWithCount(group: Group): boolean | null {
  const told = [group.stated, group.complement].filter((one) => one !== null && one !== undefined);
  return told.length === 0 ? null : told.every((count) => count === countOf(group));
}

function codesOf(groups: readonly Group[], listed: Listed): Set<string> {
  return new Set(
    groups
      .filter((group) => group.listed === listed)
      .flatMap((group) => group.municipalities.map(({ code }) => code)),
  );
}

function findAsOf(page: Page, context: ReadContext): { date: Signatures['as_of']; lines: Line[] } {
  const lines = [...page.lines, ...page.slide.titleLines].filter((line) => AS_OF.test(line.text));
  const sure = lines.filter((line) => COUNTED.test(line.text));
  for (const line of [...sure, ...lines.filter((one) => !sure.includes(one) && !AHEAD.test(one.text))]) {
    const date = datesIn(line.text, context, { role: 'as-of' }, [line])[0]?.date;
    // What was counted was counted on the day of the meeting at the latest.
    if (date?.from && (context.meetingDay === null || date.from <= context.meetingDay))
      return { date, lines: [line] };
  }
  return { date: NO_DATE, lines: [] };
}

/** The words by which the slide names the agreement: its section or title, else a line that speaks of one. */
function agreementNamed({ slide, lines }: Page, listed: readonly Line[]): string {
  const isName = (text: string): boolean => /aftale|tilslutning|standard/i.test(text);
  const told = [slide.section, slide.title].find(isName);
  const beside = lines.find((line) => !listed.includes(line) && isName(line.text) && isShort(line.text));
  return told ?? beside?.text ?? (slide.section || slide.title);
}

function isShort(text: string): boolean {
  return text.split(' ').length <= NAME_MAX_WORDS && !toldBy(text);
}
