/** A digest in words: the subject with its counts, and the mail, text and HTML from the same parts. */
import { sha256 } from '#src/core/access/tokens.ts';
import { type MailBlock, type MailContent, type MailItem, renderMail } from '#src/core/mail/render.ts';
import {
  audienceWords,
  type Deadline,
  groupByDate,
  KIND_WORD,
  noteInShort,
} from '#src/overviews/deadlines/index.ts';
import { plural } from '#src/shared/danish-text.ts';
import { relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import type { Digest } from './compose.ts';
import type { Holder } from './holders.ts';
import type { Receiver } from './receivers.ts';
import { type DigestItem, SECTIONS, type Section } from './rules.ts';

/** Enough for one sitting; the rest is counted and stands on the municipality's page. */
const LISTED = 15;

const HEADINGS: Readonly<Record<Section, string>> = {
  changed: 'Ændret',
  new: 'Nyt',
  due: 'Frist snart',
  passed: 'Frist passeret',
  coming: 'På vej, ikke udsendt endnu',
  withdrawn: 'Udgået',
  done: 'Løst siden sidst',
};

const COUNT_WORDS: Readonly<Record<Section, readonly [string, string]>> = {
  changed: ['ændret', 'ændrede'],
  new: ['ny', 'nye'],
  due: ['med frist snart', 'med frist snart'],
  passed: ['med frist passeret', 'med frist passeret'],
  coming: ['på vej', 'på vej'],
  withdrawn: ['udgået', 'udgåede'],
  done: ['løst', 'løste'],
};

/** "Opsummering af jeres opgaver: 1 ændret, 3 nye, 2 med frist snart" */
export function subjectOf({ kind, counts }: Digest): string {
  return `${TITLES[kind]}: ${countsInWords(counts)}`;
}

/** "1 ændret, 3 nye" */
export function countsInWords(counts: Digest['counts']): string {
  return SECTIONS.filter((section) => counts[section] > 0)
    .map((section) => plural(counts[section], ...COUNT_WORDS[section]))
    .join(', ');
}

/** @param unsubscribeUrl where this receiver says no more */
export function wordDigest(
  digest: Digest,
  today: string,
  portalUrl: string,
  unsubscribeUrl: string,
): { subject: string; text: string; html: string } {
  return { subject: subjectOf(digest), ...renderMail(contentOf(digest, today, portalUrl, unsubscribeUrl)) };
}

/** The same for the same mails: what the staff have seen is what is sent, or they are told. */
export function fingerprintOf(digests: readonly Digest[], today: string, portalUrl: string): string {
  const parts = digests.map((one) => [
    one.receiver.accountId,
    one.receiver.email,
    subjectOf(one),
    contentOf(one, today, portalUrl, ''),
  ]);
  return sha256(JSON.stringify(parts));
}

function contentOf(digest: Digest, today: string, portalUrl: string, unsubscribeUrl: string): MailContent {
  const { receiver, items, openCount, lateCount, kind } = digest;
  const { municipality, solutionIds } = receiver;
  const page = `${portalUrl}/kommuner/${municipality.slug}`;
  const whose = solutionIds === null ? '' : ' om jeres løsninger';
  const open = plural(openCount, 'åben opgave', 'åbne opgaver');
  const late = lateCount === 0 ? '' : `, ${lateCount} med frist passeret`;
  return {
    title: TITLES[kind],
    blocks: [
      {
        kind: 'paragraph',
        text: `Hej ${receiver.name}. ${municipality.officialName} har ${open}${whose}${late}.`,
      },
      { kind: 'action', text: 'Se jeres opgaver', href: page },
      ...SECTIONS.flatMap((section) =>
        sectionBlocks(
          section,
          items.filter((one) => one.section === section),
          digest,
          today,
          portalUrl,
        ),
      ),
    ],
    reason: `I får mailen, fordi I er ${roleWords(solutionIds)} i ${municipality.officialName}. Der kommer højst én om ugen.`,
    portalUrl,
    unsubscribeUrl,
  };
}

const TITLES = { digest: 'Opsummering af jeres opgaver', reminder: 'Påmindelse om jeres opgaver' } as const;

function roleWords(solutionIds: readonly string[] | null): string {
  return solutionIds === null ? 'programleder' : 'systemansvarlig';
}

function sectionBlocks(
  section: Section,
  own: readonly DigestItem[],
  { receiver }: Digest,
  today: string,
  portalUrl: string,
): MailBlock[] {
  if (own.length === 0) return [];
  const listed = inOrder(own).slice(0, LISTED);
  const rest = own.length - listed.length;
  return [
    { kind: 'heading', text: `${HEADINGS[section]} (${own.length})` },
    ...(section === 'passed' ? [{ kind: 'paragraph', text: LATE } as const] : []),
    { kind: 'list', items: listed.map((one) => mailItem(one, receiver, today, portalUrl)) },
    ...(rest > 0 ? [{ kind: 'paragraph', text: `Og ${rest} mere på kommunens side.` } as const] : []),
  ];
}

/** Nobody may have told the portal that it was done. */
const LATE = 'Er en opgave løst, så markér den på kommunens side. Så minder portalen ikke om den igen.';

/** What lies ahead first, the nearest day at the top; then what has no date, and what has passed, the newest first. */
function inOrder(own: readonly DigestItem[]): DigestItem[] {
  const lastReminders = own.filter((one) => isLastReminder(one));
  const byDate = groupByDate(own.flatMap(({ deadline }) => deadline ?? [])).map((one) => one.deadlines);
  const [passed = [], ...others] = byDate;
  const order = new Map([...others.flat(), ...passed].map((deadline, position) => [deadline, position]));
  const rest = own.filter((one) => !isLastReminder(one));
  return [lastReminders, rest].flatMap((some) =>
    some.toSorted((a, b) => placeOf(a, order) - placeOf(b, order)),
  );
}

function placeOf({ deadline }: DigestItem, order: ReadonlyMap<Deadline, number>): number {
  return deadline === null ? 0 : (order.get(deadline) ?? 0);
}

/** What is told for the first time is no reminder, however late it is. */
function isLastReminder({ section, stage }: DigestItem): boolean {
  return section === 'passed' && stage === 'last';
}

function mailItem(
  item: DigestItem,
  { municipality: { id: code }, accountId }: Receiver,
  today: string,
  portalUrl: string,
): MailItem {
  const { title, deadline, before, section, holder } = item;
  if (!deadline) return { title };
  const { date, dateLabel, kind, href } = deadline;
  const relative = section === 'done' ? '' : relativeWords(date, today);
  const when = `${capital(dateLabel)}: ${wordsOf(date, 'text')}${relative ? ` (${relative})` : ''}`;
  const status = deadline.statusOf(code);
  return {
    title,
    href: `${portalUrl}${href}`,
    lines: [
      when,
      status === 'not-counted' ? KIND_WORD[kind] : `${KIND_WORD[kind]}. Status: ${statusBadge(status).word}`,
      ...(section === 'done' ? [] : [audienceWords(deadline), noteInShort(deadline)]),
      holder === null ? '' : `Fordelt til: ${holderWords(holder, accountId)}`,
      isLastReminder(item) ? 'Sidste påmindelse: portalen minder ikke om den igen.' : '',
    ].filter((line) => line !== ''),
    ...(before === null ? {} : { before }),
  };
}

function holderWords({ role, accountId }: Holder, reader: string): string {
  return accountId === reader ? 'jer' : (role ?? 'ingen endnu');
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}
