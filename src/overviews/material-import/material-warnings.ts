/** What the reader tells of the material as a whole: what is missing, what day it was, where its sources differ. */
import type { MeetingDay } from '#src/core/reading/meeting-day.ts';
import type { MergedSlide } from '#src/core/reading/merge-sources.ts';
import type { Records } from '#src/core/reading/reading.ts';
import type { Slide } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { intervalInSentence } from '#src/shared/danish-calendar.ts';
import type { FileKind } from './choose-sources.ts';

/** A deck alone tells all it has; a text alone lacks what stands in pictures, OCR alone what letters were. */
export function sourceWarnings(kinds: readonly FileKind[], slides: readonly Slide[]): Snapshot['warnings'] {
  const about = null;
  const hasText = kinds.includes('text');
  if (kinds.includes('pptx') || kinds.includes('pdf') || (hasText && kinds.includes('ocr'))) return [];
  const warnings: Snapshot['warnings'] = [
    {
      slide: null,
      code: 'source-missing',
      text: hasText ? 'OCR' : 'tekstlag',
      reason: hasText
        ? 'Kun tekstlaget er læst. Det, der kun står i billeder, mangler.'
        : 'Kun OCR-teksten er læst. Bogstaver kan være læst forkert, og nogle slides og linjer mangler.',
      about,
    },
  ];
  if (hasText && !slides.some((slide) => /agenda|dagsorden/i.test(slide.title) && slide.number <= 3)) {
    warnings.push({
      slide: null,
      code: 'slide-numbers',
      text: '',
      reason: 'Dagsordenen mangler i tekstlaget. Slidenumrene kan være én for lave.',
      about,
    });
  }
  return warnings;
}

export function meetingWarning({ basis, date }: MeetingDay): Snapshot['warnings'] {
  const reasons = {
    printed: null,
    inferred: `Mødedatoen står ikke i materialet. Den er udledt til ${wordsOf(date)} af de datoer, materialet selv giver.`,
    unknown: 'Mødedatoen står ikke i materialet og kan ikke udledes. Datoer uden år er læst uden sikkerhed.',
  };
  const reason = reasons[basis];
  return reason ? [{ slide: null, code: `meeting-date-${basis}`, text: '', reason, about: 'meeting' }] : [];
}

function wordsOf({ from, to }: MeetingDay['date']): string {
  return from && to ? intervalInSentence(from, to) : '';
}

export function disagreementWarnings(
  { slide, disagreements }: MergedSlide,
  records: Records,
): Snapshot['warnings'] {
  return disagreements.map(({ text, ocr }) => ({
    slide: slide.number,
    code: 'sources-disagree',
    text: `${text} / ${ocr}`,
    reason: `Tekstlaget siger »${text}«, OCR-teksten »${ocr}«. Tekstlaget gælder.`,
    about: recordWith(text, slide.number, records),
  }));
}

/** Key and name of the record on the slide that holds the words. */
function recordWith(words: string, slide: number, records: Records): string | null {
  for (const [key, list] of Object.entries(records)) {
    for (const record of list as Record<string, unknown>[]) {
      if (record['slide'] !== slide || !JSON.stringify(record).includes(words)) continue;
      const name = record['title'] ?? record['solution'] ?? record['step'] ?? record['name'];
      if (typeof name === 'string') return `${key}: ${name}`;
    }
  }
  return null;
}
