/** What a pasted text says about itself: how many, what kind of list, as of when. Told to the person, never assumed. */
import { findDates } from '#src/shared/fuzzy-date/find.ts';

export interface SaidInText {
  /** "83 kommuner mangler": every different number it states. */
  counts: number[];
  /** Null when it says neither, or both. */
  listed: 'missing' | 'signed' | null;
  saysBoth: boolean;
  /** ISO; the day after "pr." or "opgjort", when it is a whole one. */
  countedOn: string | null;
}

const COUNT =
  /(?<![\d.])(\d{1,3})\s+(?:af\s+98\s+)?(?:kommuner|mangler|manglende|har\s+(?:endnu\s+)?(?:ikke\s+)?underskrevet)/giu;
const IN_BRACKETS = /(?:mangler|underskrevet|manglende)[^\n\d]{0,20}\((\d{1,3})\)/giu;
const MISSING = /\bmangler\b|\bmanglende\b|ikke\s+(?:har\s+)?underskrevet/iu;
const SIGNED = /(?<!ikke\s)(?<!ikke\shar\s)\bhar\s+underskrevet|(?<!ikke\s)\bunderskrevet\s*(?:\(|:|$)/imu;

export function saidInText(text: string, today: string): SaidInText {
  const counts = [...text.matchAll(COUNT), ...text.matchAll(IN_BRACKETS)].map((match) => Number(match[1]));
  const saysMissing = MISSING.test(text);
  const saysSigned = SIGNED.test(text);
  const saysBoth = saysMissing && saysSigned;
  return {
    counts: [...new Set(counts)].filter((count) => count <= 98),
    listed: saysBoth ? null : saysMissing ? 'missing' : saysSigned ? 'signed' : null,
    saysBoth,
    countedOn: dayIn(text, today),
  };
}

function dayIn(text: string, today: string): string | null {
  const after = /(?:\bpr\.?|\bopgjort|\bstatus)\s+(?:den\s+|d\.\s*|pr\.?\s+)?([^\n]{4,40})/iu.exec(text)?.[1];
  if (!after) return null;
  const [first] = findDates(after, { meetingDay: today, role: 'as-of' });
  const date = first?.date;
  return date?.precision === 'day' && date.from !== null && date.from <= today ? date.from : null;
}
