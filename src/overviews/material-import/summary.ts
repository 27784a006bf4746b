/** What a snapshot holds, in a few Danish lines for a terminal. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { plural } from '#src/shared/danish-text.ts';

/** The lists a reader asks for first, with one and more of them in Danish. */
const COUNTED: readonly [keyof Snapshot, string, string][] = [
  ['klik_tasks', 'KLIK-opgave', 'KLIK-opgaver'],
  ['agreements', 'aftale', 'aftaler'],
  ['requests', 'opfordring', 'opfordringer'],
  ['events', 'arrangement', 'arrangementer'],
  ['sts_milestones', 'milepæl', 'milepæle'],
  ['k98_steps', 'trin i processen', 'trin i processen'],
  ['k98_seats', 'plads i rådene', 'pladser i rådene'],
  ['annual_wheel', 'tekst i årshjulet', 'tekster i årshjulet'],
  ['links', 'link', 'links'],
  ['contacts', 'kontakt', 'kontakter'],
];

export function summaryOf(snapshot: Snapshot): string[] {
  const { meeting, slides, signatures, warnings, not_understood: lost } = snapshot;
  return [
    `${meeting.title} ${meeting.id ?? '(måned ikke oplyst)'}: ${plural(slides.length, 'slide', 'slides')}.`,
    ...COUNTED.flatMap(([key, one, many]) => {
      const list = snapshot[key];
      return Array.isArray(list) && list.length > 0 ? [`  ${plural(list.length, one, many)}`] : [];
    }),
    ...signatures.map(
      ({ agreement, missing, signed }) =>
        `  ${agreement}: ${signed.length} underskrevet, ${missing.length} mangler`,
    ),
    ...(warnings.length > 0 ? [`${plural(warnings.length, 'bemærkning', 'bemærkninger')}:`] : []),
    ...warnings.map(
      ({ slide, text, reason }) => `  ${slide ? `Slide ${slide}: ` : ''}${withQuote(text)}${reason}`,
    ),
    ...(lost.length > 0 ? [`${plural(lost.length, 'linje', 'linjer')} blev ikke forstået:`] : []),
    ...lost.map(({ slide, text }) => `  Slide ${slide}: ${text}`),
  ];
}

const QUOTE_MAX_LENGTH = 60;

function withQuote(text: string): string {
  if (text === '') return '';
  return `»${text.length > QUOTE_MAX_LENGTH ? `${text.slice(0, QUOTE_MAX_LENGTH)}…` : text}« `;
}
