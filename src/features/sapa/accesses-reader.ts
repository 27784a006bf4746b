/** Reads the accesses to tax data: their levels, how many purposes, and what becomes of the former ones. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  lower,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Access = Snapshot['sapa_accesses'][number];
type Purpose = Access['purposes'][number];

const NAME =
  /^(?:Indkomst|Årsopgørelse(?:r)?|Forskudsopgørelse(?:r)?|Personkontroloplysninger(?: \(R75\))?|R75|Kontroloplysninger(?: \(.+\))?)$/u;
/** Headings of the ways in, which are no accesses. */
const CHANNEL = /^(?:Indkomstsnitflade|DUPLA)/;
const LEVEL = /^(?:(?:En|Et) )?(snæver|mellem|bred) dataadgang\b/i;
const COUNT = /(\d{1,2}) formål/i;
const LEAST_ACCESSES = 2;

/** A slide with at least two accesses as headings, each with what holds for it below. */
export function readAccesses(page: Page, context: ReadContext): Reading | null {
  const parts = joinBrackets(paragraphs(page.lines));
  const headings = parts.filter((part) => NAME.test(part.text));
  if (headings.length === 0) return readNamesOnly(page);
  if (headings.length < LEAST_ACCESSES || !parts.some((part) => /formål|dataadgang/i.test(part.text)))
    return null;
  const channels = parts.filter((part) => CHANNEL.test(part.text));
  const accesses: Access[] = [];
  const used = new Set<Paragraph>([...headings, ...channels]);
  const areRows = headingsStandTogether(parts);
  let open: Access | null = null;
  for (const part of parts) {
    if (NAME.test(part.text)) {
      open = newAccess(part, page, channels);
      accesses.push(open);
      // Where all headings come first, the text below cannot be told apart.
      if (areRows) {
        open.confidence = 'low';
        open = null;
      }
    } else if (CHANNEL.test(part.text) || /\?$/.test(part.text)) open = null;
    else if (open && addTo(open, part, context)) used.add(part);
  }
  return {
    kind: 'sapa-accesses',
    isList: false,
    records: { sapa_accesses: accesses },
    claimed: [...used].flatMap((part) => part.lines),
  };
}

/** OCR reads the headings into one line, and what is below them line by line over all columns. */
function readNamesOnly(page: Page): Reading | null {
  for (const line of page.lines) {
    const names = line.text.split(' ').filter((word) => NAME.test(word));
    if (names.length < LEAST_ACCESSES || names.length < line.text.split(' ').length) continue;
    const part = (text: string): Paragraph => ({ text, lines: [line], bullet: false });
    const accesses = names.map((name): Access => ({ ...newAccess(part(name), page, []), confidence: 'low' }));
    return { kind: 'sapa-accesses', isList: false, records: { sapa_accesses: accesses }, claimed: [line] };
  }
  return null;
}

function headingsStandTogether(parts: readonly Paragraph[]): boolean {
  return parts.some((part, index) => NAME.test(part.text) && NAME.test(parts[index + 1]?.text ?? ''));
}

/** "Personkontroloplysninger / (R75)" is one heading. */
function joinBrackets(parts: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && /^\([^)]*\)$/.test(part.text)) {
      before.text = `${before.text} ${part.text}`;
      before.lines = [...before.lines, ...part.lines];
    } else joined.push({ ...part });
  }
  return joined;
}

/** The places of the two ways in are lost: income has the one named after it, the others share DUPLA. */
function newAccess(part: Paragraph, page: Page, channels: readonly Paragraph[]): Access {
  const told = (name: RegExp): boolean => channels.some((channel) => name.test(channel.text));
  const isIncome = part.text === 'Indkomst';
  const channel = isIncome ? told(/^Indkomstsnitflade/) && 'indkomstsnitflade' : told(/^DUPLA/) && 'dupla';
  return {
    slide: page.slide.number,
    confidence: lower(confidenceOf(part.lines), 'medium'),
    name: part.text,
    channel: channel || null,
    levels: [],
    purposes_stated: null,
    expected: null,
    purposes: [],
  };
}

/** Why a purpose lapses: a sentence of its own beside the purpose. */
const REASON = /,\s*da\s/;

/** True when the paragraph is told in full by what it added to the access. */
function addTo(access: Access, part: Paragraph, context: ReadContext): boolean {
  const purposes = purposesIn(part.text);
  access.purposes.push(...purposes);
  const level = LEVEL.exec(part.text)?.[1];
  if (level) access.levels.push(`${level.charAt(0).toUpperCase()}${level.slice(1).toLowerCase()} dataadgang`);
  const count = COUNT.exec(part.text)?.[1];
  if (count) access.purposes_stated = Number(count);
  const expected = /^forvent/i.test(part.text)
    ? datesIn(part.text, context, { role: 'other', tense: 'future' }, part.lines)[0]?.date
    : undefined;
  if (expected) access.expected = expected;
  const isLead = /:$/.test(part.text) && /adgange/i.test(part.text);
  access.confidence = lower(access.confidence, confidenceOf(part.lines));
  if (REASON.test(part.text)) return false;
  return (
    purposes.length > 0 || level !== undefined || count !== undefined || expected !== undefined || isLead
  );
}

/** "... formål til A og B udgår", "Formålet A forbliver", "Endnu ikke afklaret om ... der bliver ...". */
function purposesIn(text: string): Purpose[] {
  const lapsing = /formål(?:et|ene)?\s+(?:til\s+)?((?:(?!formål).)+?)\s+(udgår|forbliver)\b/i.exec(text);
  if (lapsing) {
    const fate = lapsing[2]?.toLowerCase() === 'udgår' ? 'lapses' : 'stays';
    const names = lapsing[1] ?? '';
    // "to formål til dagtilbud og sygedagpenge" are two; without a number the words stay together.
    const several = /\b(?:to|tre|fire|fem)\s+formål/i.test(text);
    return (several ? names.split(/,\s*|\s+og\s+/) : [names]).map((name) => ({ name, fate }));
  }
  const open = /ikke afklaret.*?\bder bliver\s+(.+?)\.?$/i.exec(text);
  return open?.[1] ? [{ name: open[1], fate: 'open' }] : [];
}
