/** Reads what the municipalities are asked to do beside the KLIK tasks: "Opgaven:" of a theme, and asks within the text. */
import type { Paragraph } from '#src/core/reading/paragraphs.ts';
import { proseOf } from '#src/core/reading/prose.ts';
import { confidenceOf, datesIn, type ReadContext } from '#src/core/reading/reading.ts';
import { sentencesOf } from '#src/core/reading/sentences.ts';
import type { Slide } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Request = Snapshot['requests'][number];

/** The label of an ask: "Opgaven:", "Handling:", "To do:". */
const STATED =
  /^(?:(?:jeres |kommunens |kommunernes )?opgaven?|(?:jeres )?handling(?:en)?|action|to[- ]?do|næste skridt for (?:jer|kommunen|kommunerne))\s*:/i;
/** A slide whose points are all asks. */
const ASKING_TITLE =
  /^(?:opgaven?(?: (?:til|for) (?:jer|kommunerne?))?|jeres opgaver?|(?:det|hvad|dette) skal (?:I|kommunerne?)(?: nu)? (?:gøre|huske)|husk(?: at)?|handlinger|to[- ]?do)\s*[:?!]?$/i;
const INFORMATION_ONLY = /^Opgaven?\s*:\s*til (?:orientering|information)\b/i;

/** Sentences that ask the reader for something, by how they begin or by the words they ask with. */
const ASKS: readonly RegExp[] = [
  /^(?:husk (?:at|venligst)|tilmeld|videreformidl|videresend|tjek|følg op|send|indsend|meld|underskriv|sørg for|giv|bidrag|orientér|udpeg|gennemgå|afdæk|bemærk frist)(?!\p{L})/iu,
  /^få \p{L}.* til at /iu,
  /\bI (?:bedes|opfordres til)\b/,
  /\bI (?:må|kan|skal) (?:meget )?gerne\b/,
  /\b(?:kommunen|kommunerne) (?:skal|bør) (?:derfor |nu |også )*(?:senest|inden|huske|sørge for)(?!\p{L})/iu,
  /\bI (?:skal|bør) (?:derfor |nu |også )*(?:senest|inden|huske|sørge|sikre|have|sende|indsende|udpege|svare|opdatere|tilmelde|bestille|kontakte|tage stilling|gennemgå|melde|følge op)(?!\p{L})/u,
  /\b(?:kommunens|kommunernes|jeres) ansvar at\b/i,
  /^(?:næste skridt: )?(?:drøft|bestil|opdat[eé]r|besvar|registr[eé]r|afklar|planlæg|undersøg|ryd op|svar (?:KOMBIT|på|senest))(?!\p{L})/iu,
  /^(?:please|kindly) \p{Ll}/iu,
  /\b(?:skal|er) I (?:altid |meget |være )*velkomne til at\b/,
  /^tjek gerne\b|\btjek gerne op på\b/i,
  /\bkan sendes til\b/i,
  /\b(?:vi beder|beder vi) (?:jer|kommunerne|om at)\b/i,
];
/** Invitations to read on are no task. */
const NO_ASK =
  /^(?:læs mere|for mere (?:viden|information)|se mere|du kan tilmelde|spørgsmål (?:kan|til)|tilmeld (?:dig|jer) her\W*$)/i;

export interface RequestReading {
  requests: Request[];
  /** The paragraphs that are asks through and through. */
  claimed: Paragraph[];
}

/** @param prose sentences of a slide: its title, its text and the notes on it */
export function readRequests(
  slide: Slide,
  prose: readonly Paragraph[],
  context: ReadContext,
): RequestReading {
  const requests: Request[] = [];
  const claimed: Paragraph[] = [];
  for (const paragraph of prose) {
    const stated = STATED.test(paragraph.text);
    const sentences = sentencesOf(paragraph.text);
    const isPoint = paragraph.bullet && ASKING_TITLE.test(slide.title);
    const asking = stated || isPoint ? sentences : sentences.filter(isAsk);
    if (asking.length === 0) continue;
    const text = asking.join(' ').replace(/\s*[☺©🙂]$/u, '');
    requests.push({
      slide: slide.number,
      confidence: stated ? confidenceOf(paragraph.lines) : confidenceOf(paragraph.lines, 'medium'),
      ...proseOf(text),
      target: slide.subject,
      information_only: INFORMATION_ONLY.test(text),
      stated,
      deadline: deadlineIn(text, paragraph, context),
    });
    if (asking.length === sentences.length) claimed.push(paragraph);
  }
  return { requests, claimed };
}

function isAsk(sentence: string): boolean {
  return !NO_ASK.test(sentence) && ASKS.some((ask) => ask.test(sentence));
}

/** Only a date that the ask itself calls its end: "senest den 15/12-25". */
function deadlineIn(text: string, paragraph: Paragraph, context: ReadContext): Request['deadline'] {
  const words = { role: 'deadline', tense: 'future' } as const;
  for (const found of datesIn(text, context, words, paragraph.lines)) {
    const around = text.slice(Math.max(0, found.start - 25), found.end);
    if (/senest|inden|frist|deadline|før\b|til og med|\b(?:by|before|no later than)\b/i.test(around))
      return found.date;
  }
  return null;
}
