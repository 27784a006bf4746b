import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { escapeMarkup } from '#src/shared/markup.ts';
import { oneLine } from '#src/shared/one-line.ts';
import { isWebAddress } from '#src/shared/web-address.ts';

/** What a mail says, in parts that stand alike in its text and in its HTML. */
export interface MailContent {
  /** The heading inside the mail; often the subject without its counts. */
  title: string;
  blocks: readonly MailBlock[];
  /** Why this person gets it, one sentence: "I får mailen, fordi ...". */
  reason: string;
  /** Public address of the portal. */
  portalUrl: string;
  unsubscribeUrl?: string;
}

export type MailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** The one thing to do: a link that looks like a button. */
  | { kind: 'action'; text: string; href: string }
  | { kind: 'list'; items: readonly MailItem[] };

export interface MailItem {
  title: string;
  href?: string;
  /** Frist, ansvarlig and the like, a line each. */
  lines?: readonly string[];
  /** What stood before a change; struck through, and in the text behind the word "Før". */
  before?: string;
}

const VIEWS = fileURLToPath(new URL('../../../views/mail', import.meta.url));

/**
 * A mail's plain text and HTML from the same parts. Line breaks inside a part become spaces, so that nobody's title can
 * look like another part; a link that is no web address is left out.
 */
export function renderMail(content: MailContent): { text: string; html: string } {
  const it = { ...content, title: oneLine(content.title), blocks: content.blocks.map(readable) };
  const text = plain.render('text', it).replaceAll(/\n{3,}/g, '\n\n');
  return { text: `${text.trim()}\n`, html: markup.render('html', it) };
}

const markup = new Eta({
  views: VIEWS,
  cache: true,
  rmWhitespace: true,
  escapeFunction: (value) => escapeMarkup(printed(value)),
});
/** Plain text has nothing to escape. As on pages a line break directly behind a tag is not printed. */
const plain = new Eta({ views: VIEWS, cache: true, escapeFunction: printed });

function readable(block: MailBlock): object {
  if (block.kind !== 'list') {
    return { ...block, text: oneLine(block.text), href: block.kind === 'action' ? linkOf(block.href) : null };
  }
  const items = block.items.map(({ title, href, lines = [], before }) => ({
    title: oneLine(title),
    href: linkOf(href),
    lines: lines.map(oneLine),
    before: before === undefined ? null : oneLine(before),
  }));
  return { kind: 'list', items };
}

function linkOf(href: string | undefined): string | null {
  return href !== undefined && isWebAddress(href) && URL.canParse(href) ? new URL(href).href : null;
}

/** As on pages: a template that prints something missing is wrong. */
function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError(`A mail's template printed ${value === null ? 'null' : typeof value}`);
}
