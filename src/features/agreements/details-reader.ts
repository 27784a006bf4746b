/** Reads a slide about one agreement: what it is called there, its deadline, how many have signed, whom it concerns. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

type Details = Snapshot['agreement_details'][number];

const DEADLINE = /^(?:deadline|frist(?:en)?|svarfrist)\b/i;
const SIGNED = /(\d+)\s+(?:underskrevne|kommuner har underskrevet|underskrifter)/i;
/** "Familieområdet ift. fælles faglige begreber": an area of work and what the agreement is for it. */
const AREA = /^(.+?området)\s+(?:ift\.|i forhold til|vedr\.|vedrørende)\s+(.+?)\.?$/i;

/** A slide titled after an agreement that tells a deadline for signing it. */
export function readAgreementDetails(page: Page, context: ReadContext): Reading | null {
  const agreement = agreementNamed(page.slide.title);
  if (!agreement) return null;
  const parts = paragraphs(page.lines);
  const deadline = firstDate(
    parts.find((part) => DEADLINE.test(part.text)),
    context,
  );
  const signed = parts.map((part) => SIGNED.exec(part.text)?.[1]).find((count) => count !== undefined);
  const areaParts = parts.filter((part) => AREA.test(part.text));
  if (!deadline && signed === undefined && areaParts.length === 0) return null;
  const areas = areaParts.map((part) => {
    const [, area = '', topic = ''] = AREA.exec(part.text) ?? [];
    return { area, topic };
  });
  const used = [...parts.filter((part) => DEADLINE.test(part.text)), ...areaParts];
  const details: Details = {
    slide: page.slide.number,
    confidence: confidenceOf(used.flatMap((part) => part.lines)),
    agreement,
    deadline,
    signed_stated: signed === undefined ? null : Number(signed),
    areas,
  };
  return {
    kind: 'agreement-details',
    isList: false,
    records: { agreement_details: [details] },
    claimed: used.flatMap((part) => part.lines),
  };
}

/** "Tilslutningsaftale vedr. 3xbegrebs- og datastandarder udsendt" -> "3xbegrebs- og datastandarder". */
function agreementNamed(title: string): string | null {
  if (/^(?:overblik|oversigt|status|udløb)/i.test(title)) return null;
  const named =
    /aftalen?\s+(?:vedr\.|vedrørende|om|for|på)\s+(.+?)(?:\s+(?:er\s+)?(?:udsendt|underskrevet|klar))?$/i.exec(
      title,
    );
  return named?.[1] ?? null;
}

function firstDate(part: Paragraph | undefined, context: ReadContext): FuzzyDate | null {
  return part ? (datesIn(part.text, context, { role: 'deadline' }, part.lines)[0]?.date ?? null) : null;
}
