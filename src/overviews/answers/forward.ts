/** "Send videre": a finished mail about one ask, for whoever does it. */
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { oneLine } from '#src/shared/one-line.ts';
import { relativeWords, wordsWithSource } from '#src/web/fuzzy-date-view.ts';

export interface Forwarding {
  /** "SAPA: Opret og underskriv aftale" */
  title: string;
  /** What is to be done and why, a few sentences; '' where nobody has written any. */
  about: string;
  ask: Pick<Deadline, 'kind' | 'date' | 'dateLabel' | 'href' | 'notYetSent'>;
  /** "Gælder EG-kommuner"; '' for all. */
  audience: string;
  /** "Nov. 2025, slide 4" */
  sources: readonly string[];
  /** Whom at KOMBIT to ask: "Søren Stauning, SST@kombit.dk". */
  contacts: readonly string[];
  /** Address of the calendar entry; '' where the ask has no day. */
  calendarUrl: string;
  portalUrl: string;
  today: string;
  sender: { name: string; municipality: string };
}

export interface ForwardMail {
  subject: string;
  /** Lines ended by \n. */
  body: string;
}

/** Mail programs on Windows cut an address that is longer. */
export const LONGEST_MAILTO = 1900;
const LONGEST_SUBJECT = 120;

export function forwardMail(one: Forwarding): ForwardMail {
  return { subject: subjectOf(one), body: bodyOf(one) };
}

/** The mail as an address; what there is no room for is left out, last what can be read behind the link. */
export function mailtoOf(to: string, one: Forwarding): string {
  const shorter: Forwarding[] = [
    one,
    { ...one, calendarUrl: '' },
    { ...one, calendarUrl: '', contacts: one.contacts.slice(0, 1) },
    { ...one, calendarUrl: '', contacts: [], about: '' },
  ];
  const all = shorter.map((it) => addressOf(to, subjectOf(it), bodyOf(it)));
  const fits = all.find((address) => address.length <= LONGEST_MAILTO);
  return (
    fits ??
    addressOf(
      to,
      shortened(one.title, 40),
      bodyOf({
        ...one,
        title: shortened(one.title, 80),
        audience: '',
        sources: [],
        calendarUrl: '',
        contacts: [],
        about: '',
      }),
    )
  );
}

function subjectOf({ title }: Forwarding): string {
  return shortened(`Opgave til dig: ${oneLine(title)}`, LONGEST_SUBJECT);
}

function bodyOf(one: Forwarding): string {
  const facts = [
    `Hvad: ${whatWords(one)}`,
    one.about === '' ? '' : `Om opgaven: ${oneLine(one.about)}`,
    `Hvornår: ${whenWords(one)}`,
    one.audience,
    `Læs mere: ${one.portalUrl}${one.ask.href}`,
    one.calendarUrl === '' ? '' : `Til kalenderen: ${one.calendarUrl}`,
    one.sources.length === 0 ? '' : `Kilde: Programledermøde ${one.sources.join(' og ')}`,
    one.contacts.length === 0 ? '' : `Spørg KOMBIT: ${one.contacts.join('; ')}`,
  ].filter((line) => line !== '');
  return [
    'Hej',
    '',
    `${whyWords(one)} Vil du tage dig af det?`,
    '',
    ...facts,
    '',
    'Skriv til mig, når det er gjort, eller hvis det ikke gælder os. Så melder jeg det i Programlederportalen.',
    '',
    'Venlig hilsen',
    one.sender.name,
    one.sender.municipality,
    '',
  ].join('\n');
}

/** Why it comes to whoever gets the mail: not everything with a date is something KOMBIT asks for. */
function whyWords({ ask: { kind, notYetSent }, sender: { municipality } }: Forwarding): string {
  if (kind === 'event') return `KOMBIT inviterer ${municipality} til dette.`;
  if (kind === 'agreement' && notYetSent)
    return `KOMBIT vil bede ${municipality} om at underskrive en aftale.`;
  if (kind === 'agreement') return `KOMBIT har bedt ${municipality} om at underskrive en aftale.`;
  return kind === 'task' || kind === 'request'
    ? `KOMBIT har bedt ${municipality} om dette.`
    : `KOMBIT har meldt denne dato ud til ${municipality}.`;
}

/** An agreement is called by its name, which does not say what is to be done with it. */
function whatWords({ ask: { kind }, title }: Forwarding): string {
  return kind === 'agreement' ? `Underskriv »${oneLine(title)}«` : oneLine(title);
}

/** "senest 15. december 2025 (om 21 dage)"; an uncertain date, one that is over, and one of another kind are told as such. */
function whenWords({ ask, today }: Forwarding): string {
  const { date } = ask;
  if (date.from === null && date.to === null)
    return `ingen dato (${wordsWithSource(date).toLocaleLowerCase('da')})${unsentWords(ask)}`;
  const words = wordsWithSource(date);
  const relative = relativeWords(date, today);
  const near = relative === '' ? '' : ` (${relative})`;
  const isLast = LAST_DAYS.has(ask.dateLabel);
  if (isPassed(date, today)) return `${isLast ? 'fristen var' : ask.dateLabel} ${words}${near}`;
  const isOneDay = date.from !== null && date.from === date.to;
  if (isOneDay) return `${isLast ? 'senest' : ask.dateLabel} ${words}${near}${unsentWords(ask)}`;
  const from = relative === '' ? '' : `, ${relative}`;
  return isLast
    ? `${words}${from}. Datoen er usikker, så gå ud fra den første dag.`
    : `${ask.dateLabel} ${words}${from}${unsentWords(ask)}`;
}

/** What is to be done by the day; any other label says what happens on it: "udsendes", "afholdes". */
const LAST_DAYS: ReadonlySet<string> = new Set(['frist', 'tilmeldingsfrist', 'lukker']);

function unsentWords({ notYetSent }: Pick<Deadline, 'notYetSent'>): string {
  return notYetSent ? '. Aftalen er ikke udsendt ifølge materialet.' : '';
}

function addressOf(to: string, subject: string, body: string): string {
  const address = encodeURIComponent(to).replaceAll('%40', '@');
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
