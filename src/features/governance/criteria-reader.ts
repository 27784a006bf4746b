/** Reads by what the councils are staffed, and what an application holds. */
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

const CRITERIA_HEAD = /^(?:paramet(?:er|re)\p{L}*|kriterier(?:ne)?|hensyn)\b.*:$/iu;
const APPLICATION_HEAD =
  /^(?:form på ansøgning|ansøgning(?:en)? (?:skal|indeholder)|ansøgningens indhold)\b.*:$/i;
/** Commas inside brackets divide no fields. */
const FIELD_CUT = /,\s*(?![^(]*\))/;

/** A heading about parameters or the form of an application, with points below. */
export function readCriteria(page: Page): Reading | null {
  const criteria: Snapshot['k98_criteria'] = [];
  const fields: Snapshot['k98_application_fields'] = [];
  const claimed: Line[] = [];
  let below: 'criteria' | 'fields' | null = null;
  for (const part of paragraphs(page.lines)) {
    const record = { slide: page.slide.number, confidence: confidenceOf(part.lines) };
    if (CRITERIA_HEAD.test(part.text)) below = 'criteria';
    else if (APPLICATION_HEAD.test(part.text)) below = 'fields';
    else if (!part.bullet && !isPoint(part.text, below)) {
      below = null;
      continue;
    } else if (below === 'criteria') criteria.push({ ...record, title: part.text.replace(/\.$/, '') });
    else if (below === 'fields') {
      for (const field of part.text.split(FIELD_CUT)) {
        const optional = /^(?:evt\.|eventuelt)\s*/i.test(field);
        fields.push({
          ...record,
          title: field.replace(/^(?:evt\.|eventuelt)\s*/i, '').replace(/\.$/, ''),
          optional,
        });
      }
      below = null;
    } else continue;
    claimed.push(...part.lines);
  }
  if (criteria.length === 0 && fields.length === 0) return null;
  return {
    kind: 'criteria',
    isList: true,
    records: { k98_criteria: criteria, k98_application_fields: fields },
    claimed,
  };
}

/** OCR loses the marks of points: there a short sentence below the heading counts as one. */
function isPoint(text: string, below: 'criteria' | 'fields' | null): boolean {
  return below !== null && text.endsWith('.') && text.split(' ').length <= 8;
}
